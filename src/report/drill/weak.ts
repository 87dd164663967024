import type { DrillResult, DrillShare, SinglePoint } from '../../experiment/index.ts';
import { shareWithin } from '../beside.ts';
import { clean } from '../cells.ts';
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
  const named = (one: SinglePoint, { share, ...bounds }: DrillShare): string =>
    clean(what(one, words)) + (share < 1 ? ` (${shareWithin(share, bounds)})` : '');
  const part = (heading: string, some: readonly SinglePoint[], of: 'failed' | 'stopped'): string[] =>
    some.length === 0
      ? []
      : [
          ...paragraph(heading, 4).map(ink.dim),
          ...paragraph(some.map((one) => named(one, one[of])).join(words.listSeparator), 6),
        ];
  return [
    ...part(say.fatal, fatal, 'failed'),
    ...part(say.stops, mostly, 'stopped'),
    ...part(say.seldom, seldom, 'stopped'),
  ];
}
