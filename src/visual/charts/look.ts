import type { UnitTexts } from '../page-data.ts';
import type { Ground } from '../palette.ts';
import type { Tongue } from '../texts.ts';

/** How a chart is to look: its language, its ground, its letters. */
export interface Look {
  readonly tongue: Tongue;
  readonly ground: Ground;
  readonly units: UnitTexts;
  /** Letters for the picture; the page's own where not said. */
  readonly font?: string;
  /** A picture bears its title; on a page it stands above. */
  readonly titled?: boolean;
  /** Whether it follows the size of what it stands in. */
  readonly fluid?: boolean;
}
