import type { Box } from './boxes.ts';

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** A line from box to box, and points along it where its figure may stand, the best first. */
export interface Path {
  readonly d: string;
  readonly spots: readonly Point[];
}

/** How near a line may come to a box that it passes. */
const CLEAR = 8;
/** How far a line goes straight on before it bends. */
const REACH = 60;
const SAMPLES = 24;

const whole = (value: number): number => Math.round(value * 10) / 10;
const middle = ({ x, y, width, height }: Box): Point => ({ x: x + width / 2, y: y + height / 2 });
const at = ({ x, y }: Point): string => `${whole(x)} ${whole(y)}`;

/** Down or up between rows, around what stands in the way; sideways within one. Lines between the same two are `shift` apart. */
export function pathOf(from: Box, to: Box, shift: number, boxes: readonly Box[], lane = 0): Path {
  const [a, b] = [middle(from), middle(to)];
  const others = boxes.filter((box) => box !== from && box !== to);
  if (Math.abs(b.y - a.y) >= (from.height + to.height) / 2 + 8) return upright(from, to, shift, others);
  return sideways(from, to, shift, others, lane);
}

function upright(from: Box, to: Box, shift: number, others: readonly Box[]): Path {
  const down = to.y > from.y;
  const start = { x: middle(from).x + shift, y: down ? from.y + from.height : from.y };
  const end = { x: middle(to).x + shift, y: down ? to.y - 2 : to.y + to.height + 2 };
  const direct = curved([start, end]);
  return others.some((box) => direct.points.some((point) => isIn(point, box)))
    ? told(curved(around(start, end, others)))
    : told(direct);
}

const isIn = ({ x, y }: Point, box: Box): boolean =>
  x > box.x - CLEAR / 2 &&
  x < box.x + box.width + CLEAR / 2 &&
  y > box.y - CLEAR / 2 &&
  y < box.y + box.height + CLEAR / 2;

/** Turning points that lead through the gaps of each row on the way: two a row, one beneath the other. */
function around(start: Point, end: Point, others: readonly Box[]): Point[] {
  const [top, bottom] = [Math.min(start.y, end.y), Math.max(start.y, end.y)];
  const passed = others.filter((box) => box.y > top && box.y + box.height < bottom);
  const points = [start];
  const down = rowsOf(passed);
  for (const boxes of end.y > start.y ? down : down.toReversed()) {
    const row = Math.min(...boxes.map(({ y }) => y));
    const height = Math.max(...boxes.map((box) => box.y + box.height)) - row;
    const last = points.at(-1)!;
    const part = (row + height / 2 - last.y) / (end.y - last.y);
    const x = freeNear(last.x + part * (end.x - last.x), last.x, boxes);
    const ends = [row - CLEAR, row + height + CLEAR];
    for (const y of end.y > start.y ? ends : ends.toReversed()) points.push({ x, y });
  }
  return [...points, end];
}

/** From the top down. Boxes of places beside each other may stand at heights of their own: those that a line passes at once are one row. */
function rowsOf(boxes: readonly Box[]): readonly (readonly Box[])[] {
  const rows: Box[][] = [];
  let bottom = Number.NEGATIVE_INFINITY;
  for (const box of [...boxes].sort((a, b) => a.y - b.y)) {
    if (box.y - CLEAR < bottom + CLEAR) rows.at(-1)!.push(box);
    else rows.push([box]);
    bottom = Math.max(bottom, box.y + box.height);
  }
  return rows;
}

/** So far from the straight way a line goes on as it went, rather than turn. */
const STEADY = 130;

/** Where a line touches no box of a row: on as it went, else as near to the straight way as may be. */
function freeNear(x: number, before: number, boxes: readonly Box[]): number {
  const blocked = boxes.map((box) => [box.x - CLEAR, box.x + box.width + CLEAR] as const).sort(([a], [b]) => a - b);
  const isFree = (where: number): boolean => blocked.every(([from, until]) => where <= from || where >= until);
  if (isFree(before) && Math.abs(before - x) < STEADY) return before;
  if (isFree(x)) return x;
  const ends = blocked.flat().filter(isFree);
  return ends.reduce((best, one) => (Math.abs(one - x) < Math.abs(best - x) ? one : best), ends[0] ?? x);
}

interface Drawn {
  readonly d: string;
  readonly points: readonly Point[];
}

/** Through all of some points: straight down between two beneath each other, else in a bend that begins and ends upright. */
function curved(points: readonly Point[]): Drawn {
  const parts = [`M${at(points[0]!)}`];
  const along: Point[] = [];
  for (const [i, to] of points.slice(1).entries()) {
    const from = points[i]!;
    const reach = Math.min(REACH, Math.abs(to.y - from.y) / 2) * Math.sign(to.y - from.y);
    const [one, other] = [
      { x: from.x, y: from.y + reach },
      { x: to.x, y: to.y - reach },
    ];
    parts.push(from.x === to.x ? `L${at(to)}` : `C${at(one)} ${at(other)} ${at(to)}`);
    for (let k = 1; k <= SAMPLES; k++) along.push(bezier(from, one, other, to, k / SAMPLES));
  }
  return { d: parts.join(''), points: along };
}

function bezier(a: Point, b: Point, c: Point, d: Point, t: number): Point {
  const u = 1 - t;
  const mix = (of: (point: Point) => number): number =>
    u ** 3 * of(a) + 3 * u * u * t * of(b) + 3 * u * t * t * of(c) + t ** 3 * of(d);
  return { x: mix(({ x }) => x), y: mix(({ y }) => y) };
}

/** Where along a line a figure reads best: near its middle, else further and further off. */
const SPOTS = [0.5, 0.42, 0.58, 0.34, 0.66, 0.26, 0.74, 0.18, 0.82, 0.1, 0.9];

const told = ({ d, points }: Drawn): Path => ({
  d,
  spots: SPOTS.map((share) => points[Math.round(share * (points.length - 1))]!).map(({ x, y }) => ({ x, y: y + 4 })),
});

/** Beside each other: straight where nothing is between, else in a bow beneath, the deeper the more bows there are. */
function sideways(from: Box, to: Box, shift: number, others: readonly Box[], lane: number): Path {
  const [a, b] = [middle(from), middle(to)];
  const right = b.x > a.x;
  const low = Math.max(from.y + from.height, to.y + to.height);
  const start = { x: right ? from.x + from.width : from.x, y: a.y + shift };
  const end = { x: right ? to.x - 2 : to.x + to.width + 2, y: b.y + shift };
  const [left, most] = [Math.min(start.x, end.x), Math.max(start.x, end.x)];
  const between = others.some(
    ({ x, width, y, height }) => x < most && x + width > left && y < low && y + height > from.y,
  );
  if (!between) {
    const x = (start.x + end.x) / 2;
    const high = Math.min(from.y, to.y);
    const spots = [low + 14 + shift, start.y - 6, low + 27, high - 6].map((y) => ({ x, y }));
    return { d: `M${at(start)}L${at(end)}`, spots: most - left > 90 ? [spots[1]!, ...spots] : spots };
  }
  const dip = low + 26 + 13 * lane + shift;
  const [one, other] = [
    { x: a.x + shift, y: from.y + from.height },
    { x: b.x + shift, y: to.y + to.height + 2 },
  ];
  const [down, up] = [
    { x: one.x, y: dip },
    { x: other.x, y: dip },
  ];
  const points = Array.from({ length: SAMPLES }, (_, k) => bezier(one, down, up, other, (k + 1) / SAMPLES));
  return told({ d: `M${at(one)}C${at(down)} ${at(up)} ${at(other)}`, points });
}
