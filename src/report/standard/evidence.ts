import type { ClassResult, ElementResult, JudgedTime, LimitVerdict, StandardResult } from '../../standards/index.ts';
import { shareBeside } from '../beside.ts';
import { count } from '../figures.ts';
import type { Ink } from '../ink.ts';
import { type Lines, type Page, paragraph, title } from '../page.ts';
import { p95Text } from '../spans.ts';
import { type Column, table } from '../table.ts';
import { injected } from './injected.ts';

const SHOWN = 12;

export const PAINT: Readonly<Record<LimitVerdict, keyof Ink>> = {
  pass: 'good',
  fail: 'bad',
  'too-close': 'doubtful',
  undecided: 'doubtful',
};

/** The disasters that gate, what fails first; what passes is counted. */
export function disasters({ classes }: StandardResult, page: Page): Lines {
  const { words, ink } = page;
  const say = words.standard;
  const told = classes.filter(
    ({ verdict, scope }) => verdict !== 'pass' || (scope !== 'instance' && scope !== 'component'),
  );
  const shown = told.slice(0, SHOWN);
  if (shown.length === 0) return [];
  const time = ({ p95, low, high }: JudgedTime): string => p95Text({ p95, p95Low: low, p95High: high }, words);
  const columns: Column<ClassResult>[] = [
    {
      title: say.verdict,
      align: 'left',
      cell: ({ verdict, against }) => `${say.verdicts[verdict]} ${against}`,
      paint: (text, { verdict }) => ink[PAINT[verdict]](text),
    },
    { title: say.disaster, align: 'left', cell: (one) => say.disasters[one.class], wraps: true, shrinks: true },
    {
      title: words.drill.injected,
      align: 'left',
      cell: (one) => injected(one, classes, words),
      shrinks: true,
      wraps: true,
    },
    { title: 'RTO p95', align: 'right', cell: ({ rtoSeconds }) => time(rtoSeconds), shrinks: true, wraps: true },
    {
      title: 'RPO p95',
      align: 'right',
      cell: ({ rpoSeconds }) => (rpoSeconds === null ? '' : time(rpoSeconds)),
      shrinks: true,
      wraps: true,
    },
    {
      title: say.failed,
      align: 'right',
      cell: ({ failedShare }) => (failedShare.share > 0 ? shareBeside(failedShare.share, failedShare) : ''),
      shrinks: true,
      wraps: true,
    },
    { title: say.tier, align: 'right', cell: ({ tier }) => (tier === 0 ? '–' : String(tier)) },
  ];
  const rest = classes.length - shown.length;
  const needs = Math.max(0, ...classes.map((one) => one.needs ?? 0));
  return [
    ...table(shown, columns, page),
    ...(rest > 0 ? paragraph(words.more(count(rest))).map(ink.dim) : []),
    ...(needs > 0 ? paragraph(say.needs(count(needs))).map(ink.doubtful) : []),
  ];
}

/** The seven elements on the scope that the verdict is about. */
export function elements({ elements: all, scope }: StandardResult, page: Page): Lines {
  const { words } = page;
  const say = words.standard;
  const own = all.filter((one) => one.scope === scope);
  const rows = own.length > 0 ? own : all.filter((one) => one.scope === all[0]?.scope);
  if (rows.length === 0) return [];
  const about = rows[0]!.domain ?? '';
  const lacks = ({ asks }: ElementResult): string => {
    const short = asks.find(({ met }) => !met);
    return short === undefined ? '' : `${say.asks[short.ask]} [${say.found(short.found)}]`;
  };
  return [
    ...title(say.elementsTitle, about, page),
    ...table(
      rows,
      [
        { title: say.element, align: 'left', cell: ({ element }) => say.elements[element], wraps: true },
        { title: say.tier, align: 'right', cell: ({ tier }) => (tier === 0 ? '–' : String(tier)) },
        { title: say.basis, align: 'left', cell: ({ basis }) => say.bases[basis] },
        { title: say.lacks, align: 'left', cell: lacks, wraps: true, shrinks: true },
      ],
      page,
    ),
  ];
}
