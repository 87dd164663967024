import { type Html, NOTHING } from '../html.ts';
import type { PageParts } from '../parts.ts';

/** The tier that the drills support, with its scope and what stands in the way of the next. */
export const tierCard = (_: PageParts): Html => NOTHING;
