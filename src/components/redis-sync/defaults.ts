import type { Defaults, FaultCatalogue } from '../../language/index.ts';

const PAPER = 'Alibaba Cloud disaster-recovery white paper, version 2019-07-18, section 1.4';

/** Global active-active of Alibaba Cloud Redis. */
export const REDIS_SYNC_DEFAULTS: Defaults = {
  'max-writes': { value: '20000/s', source: 'assumption: state what the channel carries' },
  lag: { value: '{lognormal: {median: 1s, p95: 3s}}', source: 'assumption: typically less than 1 to 3 s behind' },
  resumable: {
    value: '7d',
    source: `assumption: it goes on after days of interruption (${PAPER}), a week at the most`,
  },
  copy: { value: '1h', source: 'assumption: a copy of everything to the other side' },
  resume: { value: '10s', source: 'assumption: the manager sees within seconds that the way is back' },
  notice: { value: '30s', source: 'assumption: the manager sees within half a minute that one side is lost' },
  keys: { value: '1000000', source: 'assumption: so many keys are written on both sides, each as often as another' },
};

export const REDIS_SYNC_FAULTS: FaultCatalogue = {
  channel: {
    mtbf: { value: '1y', source: 'assumption: no public rate is known' },
    repair: {
      value: '{lognormal: {median: 30m, sigma: 0.8}}',
      source: 'assumption: people notice and restart the task',
    },
    effect: { value: 'exit', source: 'assumption: the task stops' },
  },
  manager: {
    mtbf: { value: '1y', source: 'assumption: as a host; 4 months to 3 years' },
    repair: {
      value: '{lognormal: {median: 10m, sigma: 0.7}}',
      source: 'assumption: the machine is replaced or restarted',
    },
    effect: { value: 'silent', source: 'assumption: a dead machine does not refuse' },
  },
};
