import type { Assumption, Result } from '../../experiment/index.ts';
import { clean } from '../cells.ts';
import { count } from '../figures.ts';
import { type Lines, type Page, paragraph, title } from '../page.ts';
import type { Words } from '../words/index.ts';
import { together, unweighed, type Weight, type WeightOf, weightsOf } from './weights.ts';

const SHOWN = 20;
const UNSOURCED = /^assumption\b/;

type Told = Pick<Result, 'assumptions'> & Partial<Pick<Result, 'workloads'>>;

/** Defaults that were filled in: those that most of the downtime hangs on first, equal ones of several components together. */
export function assumptions({ assumptions: all, workloads }: Told, page: Page): Lines {
  if (all.length === 0) return [];
  const { words, ink } = page;
  const groups = gathered(all, words, workloads === undefined ? unweighed : weightsOf({ workloads }));
  const unsourced = groups.filter(isUnsourced);
  const shown = [...groups].sort(weightiest).slice(0, SHOWN);
  const rest = groups.length - shown.length;
  return [
    ...title(words.assumptions.title, words.assumptions.about(count(unsourced.length), count(groups.length)), page),
    ...paragraph(words.assumptions[isWeighed(groups) ? 'byDowntime' : 'bySource']).map(ink.dim),
    ...shown.flatMap((group) => entry(group, page)),
    ...(rest > 0 ? paragraph(words.assumptions.more(count(rest))).map(ink.dim) : []),
  ];
}

export const isUnsourced = ({ source }: Group): boolean => UNSOURCED.test(source);

/** What figures depend on the most, by the last word of the path: how often, how well, how long. The rest follows. */
const WEIGHTY: readonly string[] = [
  'mtbf',
  'coverage',
  'zone-switch',
  'manual',
  'takes',
  'repair',
  'works',
  'switch',
  'share',
  'lag',
];

function rankOf(group: Group): number {
  const rank = WEIGHTY.indexOf(group.key.split('.').at(-1)!);
  return (isUnsourced(group) ? 0 : WEIGHTY.length + 1) + (rank < 0 ? WEIGHTY.length : rank);
}

/** By the downtime that hangs on them; equal ones without a public source first. */
export const weightiest = (a: Group, b: Group): number => b.weight.minutes - a.weight.minutes || rankOf(a) - rankOf(b);

export const isWeighed = (groups: readonly Group[]): boolean => groups.some(({ weight }) => weight.minutes > 0);

export interface Group {
  readonly key: string;
  readonly value: string;
  readonly source: string;
  readonly owners: string[];
  readonly weight: Weight;
}

/** One default that many take is one line. */
export function gathered(all: readonly Assumption[], words: Words, weightOf: WeightOf = unweighed): Group[] {
  const groups = new Map<string, Group>();
  for (const { path, value, source } of all) {
    const { key, owner } = split(path, words);
    const id = JSON.stringify([key, value, source]);
    const known = groups.get(id);
    const owners = [...(known?.owners ?? []), ...(owner === '' ? [] : [owner])];
    const weight = known === undefined ? weightOf(path) : together(known.weight, weightOf(path));
    groups.set(id, { key, value, source, owners, weight });
  }
  return [...groups.values()];
}

/**
 * Whose default it is: `components.app-a.boot` is `boot` of `app-a`, `places.east.a.faults.long.mtbf` is
 * `faults.long.mtbf` of `east/a`, `plans.move.steps.2.takes` is `takes` of `move` step 3.
 */
function split(path: string, { names: say }: Words): { readonly key: string; readonly owner: string } {
  const [section, ...parts] = path.split('.');
  const step = section === 'plans' && parts[1] === 'steps' ? Number(parts[2]) : Number.NaN;
  if (Number.isInteger(step)) return { key: parts.slice(3).join('.'), owner: say.step(parts[0]!, String(step + 1)) };
  const faults = section === 'places' ? parts.indexOf('faults') : -1;
  const names = faults > 0 ? faults : 1;
  if (parts.length <= names) return { key: path, owner: '' };
  return { key: parts.slice(names).join('.'), owner: parts.slice(0, names).join('/') };
}

const OWNERS = 3;

function entry({ key, value, source, owners }: Group, { words, ink }: Page): string[] {
  const named = owners.slice(0, OWNERS).join(', ');
  const of = owners.length === 0 ? '' : ` (${named}${owners.length > OWNERS ? ` +${owners.length - OWNERS}` : ''})`;
  return [
    ...paragraph(clean(`${key}: ${value}${of}`)),
    ...paragraph(clean(words.names.source(source)), 6).map(ink.dim),
  ];
}
