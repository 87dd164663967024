import type { Assumption, Result } from '../../experiment/index.ts';
import { clean } from '../cells.ts';
import { count } from '../figures.ts';
import { type Lines, type Page, paragraph, title } from '../page.ts';

const SHOWN = 20;
const UNSOURCED = /^assumption\b/;

/** Defaults that were filled in: those without a public source first, equal ones of several components together. */
export function assumptions({ assumptions: all }: Result, page: Page): Lines {
  if (all.length === 0) return [];
  const { words, ink } = page;
  const groups = gathered(all);
  const unsourced = groups.filter(({ source }) => UNSOURCED.test(source));
  const shown = [...unsourced, ...groups.filter((group) => !unsourced.includes(group))].slice(0, SHOWN);
  const rest = groups.length - shown.length;
  return [
    title(words.assumptions.title, words.assumptions.about(count(unsourced.length), count(groups.length)), page),
    ...shown.flatMap((group) => entry(group, page)),
    ...(rest > 0 ? paragraph(words.assumptions.more(count(rest))).map(ink.dim) : []),
  ];
}

interface Group {
  readonly key: string;
  readonly value: string;
  readonly source: string;
  readonly owners: string[];
}

/** `components.app-a.boot` is `boot` of `app-a`; one default that many take is one line. */
function gathered(all: readonly Assumption[]): Group[] {
  const groups = new Map<string, Group>();
  for (const { path, value, source } of all) {
    const [, owner, ...keys] = path.split('.');
    const key = keys.length === 0 ? path : keys.join('.');
    const id = JSON.stringify([key, value, source]);
    const group = groups.get(id) ?? { key, value, source, owners: [] };
    if (keys.length > 0) group.owners.push(owner!);
    groups.set(id, group);
  }
  return [...groups.values()];
}

const OWNERS = 3;

function entry({ key, value, source, owners }: Group, { ink }: Page): string[] {
  const named = owners.slice(0, OWNERS).join(', ');
  const of = owners.length === 0 ? '' : ` (${named}${owners.length > OWNERS ? ` +${owners.length - OWNERS}` : ''})`;
  return [...paragraph(clean(`${key}: ${value}${of}`)), ...paragraph(clean(source), 6).map(ink.dim)];
}
