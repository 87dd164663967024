import type { DrillResult, SinglePoint } from '../../experiment/index.ts';
import { clean } from '../cells.ts';
import { percent } from '../figures.ts';
import { type Lines, type Page, paragraph, subtitle, title } from '../page.ts';
import { what } from './names.ts';

/** More often than not. */
const MOSTLY = 0.5;

/** What alone stops each workload: until it is repaired, until something takes over, or only sometimes. */
export function weak({ singlePoints }: DrillResult, page: Page): Lines {
  if (singlePoints.length === 0) return [];
  const names = [...new Set(singlePoints.map(({ workload }) => workload))];
  return [
    ...title(page.words.drill.single, page.words.drill.singleAbout, page),
    ...names.flatMap((name) => [
      ...subtitle(name, page),
      ...listed(
        singlePoints.filter(({ workload }) => workload === name),
        page,
      ),
    ]),
  ];
}

function listed(points: readonly SinglePoint[], page: Page): string[] {
  const { words, ink } = page;
  const say = words.drill;
  const fatal = points.filter(({ failed }) => failed.share > MOSTLY);
  const rest = points.filter((point) => !fatal.includes(point));
  const mostly = rest.filter(({ stopped }) => stopped.share > MOSTLY);
  const seldom = rest.filter((point) => !mostly.includes(point));
  const names = (some: readonly SinglePoint[], share: boolean): string =>
    some
      .map((one) => clean(what(one, words)) + (share ? ` (${percent(one.stopped.share)})` : ''))
      .join(words.listSeparator);
  const part = (heading: string, some: readonly SinglePoint[], share = false): string[] =>
    some.length === 0 ? [] : [...paragraph(heading, 4).map(ink.dim), ...paragraph(names(some, share), 6)];
  return [...part(say.fatal, fatal), ...part(say.stops, mostly), ...part(say.seldom, seldom, true)];
}
