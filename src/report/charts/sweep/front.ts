import type { SweepPoint, SweepResult } from '../../../experiment/index.ts';
import type { Axis, ChartSpec, Lines } from '../../../visual/index.ts';
import { texts } from '../../html/voices.ts';
import { measuresOf } from '../../sweep/aims.ts';
import { measureText, type Priced } from '../../sweep/figures.ts';
import { SWEEP } from '../../words/page/sweep.ts';
import { measureAxis } from './axes.ts';

/** Points of the front that bear their number; more would cover each other. */
const NAMED = 16;

/** What can be had for what: the first measure of the front against each other one. */
export function frontCharts(result: SweepResult): ChartSpec[] {
  const [first, ...others] = measuresOf(result);
  if (first === undefined) return [];
  return others.flatMap((other, i) => chart(result, first, other, `front-${i + 1}`));
}

function chart(result: SweepResult, up: string, across: string, id: string): ChartSpec[] {
  const known = result.points.filter(
    ({ measures, sameAs }) => sameAs === undefined && measures[up]?.mean != null && measures[across]?.mean != null,
  );
  const on = known.filter(({ front }) => front);
  if (on.length === 0 || new Set(known.map(({ measures }) => measures[across]!.mean)).size < 2) return [];
  const base = known.filter(({ point }) => point === result.base.point);
  const named = new Map(on.length > NAMED ? [] : namesOf([...base, ...on], up, across));
  const drawn = (points: readonly SweepPoint[], colour: Series['colour'], label: Series['label']): Series => ({
    label,
    colour,
    points: points.map(({ measures }) => [measures[across]!.mean!, measures[up]!.mean!]),
    intervals: points.map(({ measures }) => {
      const { low, high } = measures[up]!;
      return low === null || high === null ? null : [low, high];
    }),
    dots: true,
    names: points.map((point) => named.get(point) ?? ''),
  });
  const others = known.filter((one) => !on.includes(one) && !base.includes(one));
  const rest = on.filter((one) => !base.includes(one));
  const series = [
    drawn(others, 'grey', SWEEP.dominated),
    drawn(rest, 'blue', SWEEP.onFront),
    drawn(base, 'orange', on.includes(base[0]!) ? SWEEP.baseOnFront : SWEEP.base),
  ].filter(({ points }) => points.length > 0);
  return [
    {
      id,
      title: texts(({ words, language }) =>
        SWEEP.frontOf[language](measureText(up, result, words), measureText(across, result, words)),
      ),
      about: SWEEP.frontAbout,
      body: { kind: 'lines', stepped: false, x: spread(across, known, result), y: measureAxis(up, result), series },
      limits: [],
    },
  ];
}

/** Less apart than this part of what they are, points stand near each other: an axis drawn closer has no figures that a person reads. */
const NEAR = 0.02;

function spread(measure: string, points: readonly SweepPoint[], result: Priced): Axis {
  const means = points.map(({ measures }) => measures[measure]!.mean!);
  const [least, most] = [Math.min(...means), Math.max(...means)];
  const room = (2.5 * NEAR * (Math.abs(least) + Math.abs(most))) / 2;
  const axis = measureAxis(measure, result);
  return most - least < NEAR * Math.abs(most) ? { ...axis, min: least - room, max: most + room } : axis;
}

type Series = Lines['series'][number];

/** Points that fare alike lie on each other: the first bears all their numbers. */
function namesOf(points: readonly SweepPoint[], up: string, across: string): [SweepPoint, string][] {
  const place = ({ measures }: SweepPoint): string => JSON.stringify([measures[across]!.mean, measures[up]!.mean]);
  const groups = new Map<string, SweepPoint[]>();
  for (const point of new Set(points)) groups.set(place(point), [...(groups.get(place(point)) ?? []), point]);
  return [...groups.values()].map((group) => [group[0]!, group.map(({ point }) => `#${point}`).join(' ')]);
}
