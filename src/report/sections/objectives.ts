import type { ObjectiveResult, ObjectiveVerdict, Result } from '../../experiment/index.ts';
import { availabilityText, count, decimalsFor, money, percentBeside, stated } from '../figures.ts';
import type { Ink } from '../ink.ts';
import { type Lines, type Page, paragraph, title } from '../page.ts';
import { span, statedSpan } from '../spans.ts';
import { table } from '../table.ts';
import type { Words } from '../words/index.ts';

/** How a verdict is painted. */
export const INK: Readonly<Record<ObjectiveVerdict, keyof Ink>> = {
  met: 'good',
  missed: 'bad',
  undecided: 'doubtful',
  'needs-drill': 'doubtful',
};

/** What was asked for, what was measured, and the verdict. Nothing where nothing was asked for. */
export function objectives({ objectives: rows }: Result, page: Page): Lines {
  if (rows.length === 0) return [];
  const { words, ink } = page;
  const say = words.objectives;
  const hint = (verdict: ObjectiveVerdict, text: string): string[] =>
    rows.some((row) => row.verdict === verdict) ? paragraph(text).map(ink.dim) : [];
  return [
    title(say.title, '', page),
    ...table(
      rows,
      [
        {
          title: say.verdict,
          align: 'left',
          cell: ({ verdict }) => say.verdicts[verdict],
          paint: (text, { verdict }) => ink[INK[verdict]](text),
        },
        { title: say.objective, align: 'left', cell: (row) => nameOf(row, words) },
        { title: say.of, align: 'left', cell: (row) => subjectOf(row, words), shrinks: true },
        { title: say.target, align: 'right', cell: (row) => target(row, words) },
        { title: say.measured, align: 'right', cell: (row) => measured(row, words) },
      ],
      page,
    ),
    ...hint('undecided', say.undecidedHint),
    ...hint('needs-drill', say.drillHint),
  ];
}

/** What a name and a target take of an objective, run or drilled. */
type Judged = Pick<ObjectiveResult, 'objective' | 'target'>;
type Measure = 'availability' | 'rto' | 'rpo' | 'tier' | 'profile' | 'reserve' | 'cost';
export function measureOf({ objective }: Pick<Judged, 'objective'>): Measure {
  const [first, second] = objective.split(' ');
  for (const measure of ['tier', 'profile', 'availability', 'reserve', 'cost'] as const)
    if (first === measure) return measure;
  return second === 'rpo' ? 'rpo' : 'rto';
}

export function nameOf(row: Pick<Judged, 'objective'>, words: Words): string {
  const measure = measureOf(row);
  if (measure === 'profile') return row.objective.slice('profile '.length);
  if (row.objective === 'data-damaged rpo') return words.objectives.rpoOfDamage;
  return measure === 'cost' ? budgetName(row.objective, words) : words.objectives[measure];
}

function budgetName(objective: string, { objectives: { cost } }: Words): string {
  const item = objective.slice('cost '.length);
  return new Map<string, string>(Object.entries(cost)).get(item) ?? item;
}

export const subjectOf = ({ objective, workload, scope, domain }: ObjectiveResult, { classes }: Words): string =>
  [
    objective.startsWith('data-damaged') ? classes.damage : null,
    workload,
    scope === null ? null : (new Map<string, string>(Object.entries(classes)).get(scope) ?? scope),
    domain,
  ]
    .filter((part) => part !== null)
    .join(' ');

/** What an objective asks for; a profile asks for many things at once. */
export function target(row: Judged, words: Words): string {
  switch (measureOf(row)) {
    case 'availability':
    case 'reserve':
      return `≥ ${stated(100 * row.target)} %`;
    case 'tier':
      return `≥ ${row.target}`;
    case 'profile':
      return '';
    case 'cost':
      return `≤ ${money(row.target)}`;
    default:
      return `≤ ${statedSpan(row.target, words)}`;
  }
}

/** The figure alone: its interval stands where it was measured. */
export function measured(row: ObjectiveResult, words: Words): string {
  const { measured: value, low, high } = row;
  const measure = measureOf(row);
  if (measure === 'tier' || measure === 'profile') return '';
  if (measure === 'cost') return value === null ? words.noneSeen : money(value);
  if (measure === 'reserve') return value === null ? words.noneSeen : percentBeside(value, row.target);
  if (measure !== 'availability') return seenText(row, words);
  if (value === null) return words.noneSeen;
  const decimals = low === null || high === null ? undefined : decimalsFor(100 * value, 100 * low, 100 * high);
  return `${availabilityText(value, decimals)} %`;
}

/** `p95 1.7 h of 177`: what chance has shown of a loss. */
function seenText({ measured: p95, seen }: ObjectiveResult, words: Words): string {
  if (seen === undefined) return p95 === null ? words.noneSeen : span(p95, words);
  return words.objectives.p95Of(p95 === null ? words.notKnown : span(p95, words), count(seen));
}
