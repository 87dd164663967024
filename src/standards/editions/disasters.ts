import type { Tier } from '../../language/index.ts';
import type { Disaster } from '../result/index.ts';
import type { Cell } from './edition.ts';

const SOURCE =
  'Alibaba Cloud disaster-recovery white paper 2019-07-18, section 9.2, column of risks; the standard has no such list';
const cell = (...value: readonly Disaster[]): Cell<readonly Disaster[]> => ({
  value,
  confidence: 'secondary',
  source: SOURCE,
});

/** The disasters against which each tier protects. */
export const DISASTERS_OF: Readonly<Record<Tier, Cell<readonly Disaster[]>>> = {
  1: cell('damaged-copy'),
  2: cell('damaged-copy', 'site-lost'),
  3: cell('damaged-copy', 'site-lost', 'part-lost'),
  4: cell('damaged-copy', 'site-lost', 'part-lost', 'all-lost'),
  5: cell('damaged-copy', 'site-lost', 'part-lost', 'all-lost'),
  6: cell('damaged-copy', 'site-lost', 'part-lost', 'all-lost'),
};
