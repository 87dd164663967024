import type { Defaults, FaultCatalogue } from '../../language/index.ts';

export const ECS_DEFAULTS: Defaults = {
  protected: { value: 'false', source: 'assumption: no rate limit unless stated' },
  boot: { value: '{uniform: [40s, 90s]}', source: 'assumption: a Linux machine is up within 40 to 90 s' },
};

export const ECS_FAULTS: FaultCatalogue = {
  crash: {
    mtbf: { value: '45d', source: 'assumption: an application process fails every 30 to 60 days' },
    repair: {
      value: '{lognormal: {median: 50s, p95: 90s}}',
      source: 'assumption: a supervisor restarts it within 30 to 90 s',
    },
    effect: { value: 'exit', source: 'assumption: the machine refuses connections to a dead process' },
  },
  host: {
    mtbf: { value: '1y', source: 'assumption: within 4 months (node, Ford et al., OSDI 2010) and 3 years' },
    repair: {
      value: '{lognormal: {median: 5m, sigma: 0.63}}',
      source:
        'assumption: 60 s until noticed, then a restart elsewhere of median 4 m, sigma 0.7, as one law of the same median and mean',
    },
    effect: { value: 'silent', source: 'assumption: a dead machine does not refuse' },
  },
};
