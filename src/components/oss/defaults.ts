import type { Defaults, FaultCatalogue } from '../../language/index.ts';

const PAPER = 'Alibaba Cloud disaster-recovery white paper, version 2019-07-18, section 8';
const AS_SLB = 'assumption: as the health check of a load balancer';

/** Alibaba Cloud OSS. */
export const OSS_DEFAULTS: Defaults = {
  'chunk-servers': { value: '12', source: 'assumption: a small cluster' },
  masters: { value: '3', source: `assumption: one may be lost (${PAPER}), so that three agree by majority` },
  'kv-servers': { value: '3', source: `assumption: several (${PAPER})` },
  'ws-nodes': { value: '3', source: `assumption: several (${PAPER})` },
  election: { value: '{uniform: [1s, 3s]}', source: 'assumption: a majority elects a leader within seconds' },
  recopy: { value: '1h', source: 'assumption: what a lost server held has three copies again within the hour' },
};

export const CHECK_DEFAULTS: Defaults = {
  interval: { value: '2s', source: AS_SLB },
  timeout: { value: '5s', source: AS_SLB },
  healthy: { value: '3', source: AS_SLB },
  unhealthy: { value: '3', source: AS_SLB },
  spacing: { value: 'from-end', source: AS_SLB },
};

/** Kept by a backup service in a vault of its own. */
export const OSS_BACKUPS: Readonly<Record<'whole' | 'each', Defaults>> = {
  whole: { size: { value: '1TB', source: 'assumption: state how much it holds' } },
  each: {
    log: { value: 'none', source: 'assumption: objects are taken back to the instant of a backup' },
    keep: { value: '30d', source: 'assumption: backups of objects are kept for a month' },
    'restore-speed': { value: '100MB/s', source: 'assumption: objects are copied back at 100 MB/s' },
  },
};

const silent = { value: 'silent', source: 'assumption: a dead machine does not refuse' };
const machine: Defaults = {
  mtbf: { value: '1y', source: 'assumption: as a host; 4 months to 3 years' },
  repair: {
    value: '{lognormal: {median: 10m, sigma: 0.7}}',
    source: 'assumption: the machine is replaced or restarted',
  },
  effect: silent,
};

/** What breaks: a fault is called after the sort of parts that it strikes. */
export const OSS_FAULTS: FaultCatalogue = {
  chunk: {
    mtbf: {
      value: '130d',
      source: 'assumption: as the nodes of Ford et al., OSDI 2010: away for 15 min or more every 4.3 months',
    },
    repair: { value: '{lognormal: {median: 30m, sigma: 1}}', source: 'assumption: of those that are away for longer' },
    effect: silent,
  },
  master: machine,
  kv: machine,
  ws: machine,
};
