import type { EditionName } from '../../language/index.ts';
import type { Settings } from '../result/index.ts';
import type { Edition } from './edition.ts';
import { HOUR, MINUTE } from './edition.ts';
import { GBT20988_2007 } from './gbt20988-2007.ts';
import { GBT20988_2025 } from './gbt20988-2025.ts';

export { type Cell, type Edition, type LimitWords, limitOf, type TierRow } from './edition.ts';

/** Each edition by its name. */
export const EDITION_DATA: Readonly<Record<EditionName, Edition>> = {
  'gbt20988-2007': GBT20988_2007,
  'gbt20988-2025-secondary': GBT20988_2025,
};

/** The one whose limits are best known. */
export const DEFAULT_EDITION: EditionName = 'gbt20988-2007';

/** The readings and thresholds that a verdict rests on unless a profile says otherwise. */
export const DEFAULT_SETTINGS: Settings = {
  severalMinutes: 10 * MINUTE,
  severalHours: 12 * HOUR,
  mayFail: 0.05,
  band: 0.05,
  gateLogicalDamage: false,
};
