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

const SURVEY = 'Uptime Institute, annual outage analysis 2025';

/** A site of one's own. */
const IDC: FaultCatalogue = {
  short: {
    mtbf: { value: '4.5y', source: `assumption: 53 % of operators had an outage within three years (${SURVEY})` },
    repair: { value: '{lognormal: {median: 1h, sigma: 1}}', source: 'assumption: as a zone' },
    effect: { value: 'silent', source: 'assumption: a site without power or network does not answer' },
  },
  long: {
    mtbf: { value: '50y', source: `assumption: 9 % of outages are serious or severe (${SURVEY})` },
    repair: { value: '{lognormal: {median: 14h, sigma: 1.2}}', source: 'assumption: as a zone' },
    effect: { value: 'silent', source: 'assumption: a site without power or network does not answer' },
  },
};

/** Faults of a place by its kind. Zones and sites of one's own break by themselves; whoever wants more states it. */
export const PLACE_FAULTS: Readonly<Record<PlaceKind, FaultCatalogue>> = { region: {}, zone: ZONE, rack: {}, idc: IDC };

/** Why a region without stated faults has none; a result lists it. */
export const NO_REGION_FAULTS =
  'assumption: no public rate of whole regions lost is known; state `faults` to include them';
