import type { Curve, LiveEdge, Replay } from '../visual/index.ts';

type Points = Curve['points'];
type Stretch = readonly (readonly [at: number, value: number])[];

/**
 * What is drawn of a curve, each stretch by itself: it is parted where there is nothing, and cut off at both ends of what is shown. A
 * stepped one holds its last value until it breaks off, or to the end.
 */
export function stretches(
  points: Points,
  stepped: boolean,
  { from, until }: Pick<Replay, 'from' | 'until'>,
): Stretch[] {
  const all: (readonly [number, number])[][] = [];
  let open: (readonly [number, number])[] = [];
  const holdTo = (at: number): void => {
    const last = open.at(-1);
    if (stepped && last !== undefined && at > last[0]) open.push([at, last[1]]);
  };
  for (const [at, value] of points) {
    holdTo(at);
    if (value === null) open = [];
    else if (open.push([at, value]) === 1) all.push(open);
  }
  holdTo(until);
  return all.map((one) => cut(one, from, until)).filter((one) => one.length > 0);
}

/** What of a line lies between two instants, with its values there. */
function cut(line: Stretch, from: number, until: number): Stretch {
  const within = line.filter(([at]) => at >= from && at <= until);
  const edges = [from, until].map((edge) => {
    const next = line.findIndex(([at]) => at > edge);
    return next <= 0 || line[next - 1]![0] === edge
      ? []
      : [[edge, between(line[next - 1]!, line[next]!, edge)] as const];
  });
  return [...edges[0]!, ...within, ...edges[1]!];
}

const between = ([at, value]: Stretch[number], [next, there]: Stretch[number], time: number): number =>
  value + ((there - value) * (time - at)) / (next - at);

/**
 * What is told of an edge at a moment: a share holds until it changes, the age of a copy goes straight from one look to the next
 * while it goes one way. Undefined before the first.
 */
export function valueAt(edge: LiveEdge, at: number): number | null | undefined {
  const { points, measure } = edge;
  const after = points.findIndex(([time]) => time > at);
  if (after === 0) return undefined;
  const here = points.at(after < 0 ? -1 : after - 1)!;
  const next = points[after];
  const [, value] = here;
  if (next === undefined || measure === 'share' || value === null || next[1] === null) return value;
  return isTurned(edge, next[0]) === isTurned(edge, at) ? between([here[0], value], [next[0], next[1]], at) : value;
}

/** It goes the other way than while all was well. */
export const isTurned = ({ turned = [] }: LiveEdge, at: number): boolean =>
  turned.findLast(([since]) => since <= at)?.[1] === true;
