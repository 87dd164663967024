import type { ObjectiveResult, ObjectiveVerdict, Result } from '../../experiment/index.ts';
import { count } from '../figures.ts';
import { bounded, measureOf, objectiveColumns } from '../objective.ts';
import { type Lines, type Page, paragraph, title } from '../page.ts';
import { table } from '../table.ts';
import type { Words } from '../words/index.ts';

/** What was asked for, what was measured, and the verdict. Nothing where nothing was asked for. */
export function objectives({ objectives: rows }: Result, page: Page): Lines {
  if (rows.length === 0) return [];
  const { words, ink } = page;
  const say = words.objectives;
  const hint = (verdict: ObjectiveVerdict, text: string): string[] =>
    rows.some((row) => row.verdict === verdict) ? paragraph(text).map(ink.dim) : [];
  return [
    ...title(say.title, '', page),
    ...table(rows, objectiveColumns(page, measured), page),
    ...hint('undecided', say.undecidedHint),
    ...hint('needs-drill', say.drillHint),
  ];
}

/** The figure with what it surely lies between. A tier and a profile need drills. */
export function measured(row: ObjectiveResult, words: Words): string {
  const { measured: value, seen } = row;
  const measure = measureOf(row);
  if (measure === 'tier' || measure === 'profile') return '';
  if (seen !== undefined) return seenText(row, seen, words);
  return value === null ? words.noneSeen : bounded(value, row, words);
}

/** `p95 1.7 h (1.5–2.1) of 177`: what chance has shown of a loss. */
function seenText(row: ObjectiveResult, seen: number, words: Words): string {
  const p95 = row.measured === null ? words.notKnown : bounded(row.measured, row, words);
  return words.objectives.p95Of(p95, count(seen));
}
