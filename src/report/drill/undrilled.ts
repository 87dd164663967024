import type { DrillResult } from '../../experiment/index.ts';
import { count } from '../figures.ts';
import type { Words } from '../words/index.ts';

/** How many faults of those asked for were drilled; nothing where all were. */
export const undrilledText = (
  { rows, undrilled = 0 }: Pick<DrillResult, 'rows' | 'undrilled'>,
  { drill }: Words,
): string => (undrilled === 0 ? '' : drill.undrilled(count(rows.length), count(rows.length + undrilled)));
