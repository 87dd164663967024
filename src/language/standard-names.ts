/** Editions of GB/T 20988 by which a scenario may be judged; the last that is in force comes second-hand. */
export const EDITIONS = ['gbt20988-2007', 'gbt20988-2025-secondary'] as const;
export type EditionName = (typeof EDITIONS)[number];

/** The tiers of GB/T 20988. */
export const TIERS = [1, 2, 3, 4, 5, 6] as const;
export type Tier = (typeof TIERS)[number];

/** Rules of sectors whose figures are stated in public; where a source gives only the ends of a range, each end is one. */
export const PROFILES = [
  'cbrc-2010-114-large',
  'cbrc-2010-114-other',
  'cbrc-2011-104',
  'jrt-0044-2008-strictest',
  'jrt-0044-2008-loosest',
  'jrt-0059-2021',
  'jrt-0205-2020-strictest',
  'jrt-0205-2020-loosest',
  'insurance-2008-20-strictest',
  'insurance-2008-20-loosest',
] as const;
export type ProfileName = (typeof PROFILES)[number];
