import type { FaultCatalogue, PlaceKind } from '../language/index.ts';

const COUNTED =
  'assumption: counted from public status pages 2022 to 2024, about 0.06 a zone and year; short ones are under-reported';

const ZONE: FaultCatalogue = {
  short: {
    mtbf: { value: '10y', source: COUNTED },
    repair: { value: '{lognormal: {median: 1h, sigma: 1}}', source: 'assumption: most zone outages end within hours' },
    effect: { value: 'silent', source: 'assumption: a zone without power or network does not answer' },
  },
  long: {
    mtbf: { value: '80y', source: 'assumption: two zone outages of more than 10 h in about 140 zone-years' },
    repair: {
      value: '{lognormal: {median: 14h, sigma: 1.2}}',
      source:
        'assumption: 12 to 15 h (Alibaba Cloud Hong Kong, 2022-12-18) up to weeks (Google europe-west9, 2023-04-25)',
    },
    effect: { value: 'silent', source: 'assumption: a zone without power or network does not answer' },
  },
};

/** Faults of a place by its kind. Only zones break by themselves; whoever wants more states it. */
export const PLACE_FAULTS: Readonly<Record<PlaceKind, FaultCatalogue>> = { region: {}, zone: ZONE, rack: {}, idc: {} };

/** Why a region without stated faults has none; a result lists it. */
export const NO_REGION_FAULTS =
  'assumption: no public rate of whole regions lost is known; state `faults` to include them';

export const LINK_FAULTS: FaultCatalogue = {
  cut: {
    mtbf: { value: '2y', source: 'assumption: links between sites fail 0.1 to 1 times a year' },
    repair: { value: '{lognormal: {median: 10m, sigma: 1}}', source: 'assumption: minutes, with a tail of hours' },
    effect: { value: 'silent', source: 'assumption: packets vanish' },
  },
};
