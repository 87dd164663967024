import type { Defaults, FaultCatalogue } from '../../language/index.ts';

/** Alibaba Cloud DRDS. */
export const DRDS_DEFAULTS: Defaults = {
  nodes: { value: '2', source: 'assumption: one of two nodes may be lost: two are the least' },
};

export const DRDS_FAULTS: FaultCatalogue = {
  node: {
    mtbf: { value: '1y', source: 'assumption: as a host; 4 months to 3 years' },
    repair: {
      value: '{lognormal: {median: 10m, sigma: 0.7}}',
      source: 'assumption: the machine is replaced or restarted',
    },
    effect: { value: 'silent', source: 'assumption: a dead machine does not refuse' },
  },
};
