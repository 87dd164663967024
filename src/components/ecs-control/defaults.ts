import type { Defaults, FaultCatalogue } from '../../language/index.ts';

const HONG_KONG = 'Alibaba Cloud Hong Kong, 2022-12-18';

export const CONTROL_DEFAULTS: Defaults = {
  'lost-with-zone': {
    value: '50%',
    source: `assumption: of the zone disasters known in detail about every second one took it (${HONG_KONG})`,
  },
  rebind: {
    value: '{lognormal: {median: 3h, p95: 10h}}',
    source: `assumption: no machines could be bought for hours (${HONG_KONG})`,
  },
  'capacity-exhausted': {
    value: '25%',
    source: `assumption: everybody who lost a zone asks the others for machines at once (${HONG_KONG})`,
  },
};

/** One of two equal masters; losing it alone stops nothing. */
export const CONTROL_FAULTS: FaultCatalogue = {
  master: {
    mtbf: { value: '1y', source: 'assumption: a small cluster of its own' },
    repair: {
      value: '{lognormal: {median: 30m, sigma: 0.8}}',
      source: 'assumption: the provider repairs within hours',
    },
    effect: { value: 'silent', source: 'assumption: a dead machine does not refuse' },
  },
};
