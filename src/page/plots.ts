import {
  type Curve,
  fitted,
  type Lane,
  PALETTE,
  type PageTexts,
  type Replay,
  shortSpan,
  widthOf,
} from '../visual/index.ts';
import { stretches } from './moving.ts';
import { ground, inTongue, svg, tongue } from './page.ts';
import { type Scale, timeScale } from './scale.ts';

const LEFT = 150;
const NARROW_LEFT = 116;
/** A line of names above the curves, where there is no room beside them. */
const NAME = 18;
/** Names of curves beside the figures of their axis have so much room; where one is longer they stand above. */
const NAMES = 84;
const RIGHT = 14;
const AXIS = 22;

/** A plot along the time of a replay, with a line where it stands now. */
export class Plot {
  private readonly host: HTMLElement;
  private scale: Scale | undefined;
  private cursor: SVGElement | undefined;

  constructor(id: string) {
    this.host = document.getElementById(id)!;
  }

  private get width(): number {
    return Math.max(300, this.host.clientWidth);
  }

  private get isNarrow(): boolean {
    return this.width < 560;
  }

  /** An empty drawing of a height, its time axis at the foot. */
  private begin(
    { from, until }: Replay,
    height: number,
    words: PageTexts,
    above = 0,
  ): { readonly canvas: SVGElement; readonly scale: Scale; readonly left: number; readonly right: number } {
    const { width } = this;
    const left = this.isNarrow ? NARROW_LEFT : LEFT;
    const right = width - RIGHT;
    const scale = timeScale(from, until, left, right, 52);
    const canvas = svg('svg', {
      width,
      height: height + AXIS,
      viewBox: `0 0 ${width} ${height + AXIS}`,
      role: 'presentation',
    });
    for (const tick of scale.ticks) {
      const x = scale.of(tick);
      canvas.append(svg('line', { x1: x, x2: x, y1: above, y2: height, class: 'grid' }));
      canvas.append(
        svg(
          'text',
          { x, y: height + 15, 'text-anchor': 'middle', class: 'tick' },
          `T+${shortSpan(tick, words.units, tongue())}`,
        ),
      );
    }
    this.scale = scale;
    this.host.replaceChildren(canvas);
    return { canvas, scale, left, right };
  }

  private end(canvas: SVGElement, height: number, above = 0): void {
    this.cursor = svg('line', { x1: 0, x2: 0, y1: above, y2: height, class: 'cursor' });
    canvas.append(this.cursor);
  }

  /** Moves the line. */
  at(time: number): void {
    if (this.scale === undefined || this.cursor === undefined) return;
    const x = this.scale.of(time);
    this.cursor.setAttribute('x1', String(x));
    this.cursor.setAttribute('x2', String(x));
  }

  /** Who waited for what: a row for each. */
  lanes(replay: Replay, words: PageTexts): void {
    const row = 26;
    const height = replay.lanes.length * row + 4;
    const { canvas, scale, left } = this.begin(replay, height, words);
    for (const [i, lane] of replay.lanes.entries()) laneInto(canvas, lane, 4 + i * row, scale, left);
    this.end(canvas, height);
  }

  /** Shares from 0 to 1. */
  shares(curves: readonly Curve[], replay: Replay, words: PageTexts): void {
    this.curves(curves, 1, (value) => `${Math.round(100 * value)} %`, true, replay, words);
  }

  /** Spans of time. */
  spans(curves: readonly Curve[], replay: Replay, words: PageTexts): void {
    const most = Math.max(1, ...curves.flatMap(({ points }) => points.map(([, value]) => value ?? 0)));
    this.curves(curves, most, (value) => shortSpan(value, words.units, tongue()), false, replay, words);
  }

  private curves(
    curves: readonly Curve[],
    most: number,
    told: (value: number) => string,
    stepped: boolean,
    replay: Replay,
    words: PageTexts,
  ): void {
    const isRoomy = !this.isNarrow && curves.every(({ label }) => widthOf(inTongue(label)) <= NAMES);
    const above = isRoomy ? 0 : NAME * curves.length + 4;
    const height = 96 + above;
    const { canvas, scale, left, right } = this.begin(replay, height, words, above);
    const y = (value: number): number => 8 + above + (height - above - 12) * (1 - value / most);
    for (const part of [0, 0.5, 1]) {
      canvas.append(svg('line', { x1: left, x2: right, y1: y(part * most), y2: y(part * most), class: 'grid' }));
      canvas.append(
        svg('text', { x: left - 8, y: y(part * most) + 4, 'text-anchor': 'end', class: 'tick' }, told(part * most)),
      );
    }
    for (const [i, { label, colour, points }] of curves.entries()) {
      canvas.append(
        svg('path', {
          d: stretches(points, stepped, replay)
            .map((line) => lineOf(line, scale, y))
            .join(''),
          class: 'curve',
          stroke: PALETTE[ground()][colour],
        }),
      );
      const dot = svg('rect', { x: 2, y: 8 + 18 * i, width: 10, height: 10, rx: 2, fill: PALETTE[ground()][colour] });
      const name = svg(
        'text',
        { x: 17, y: 17 + 18 * i, class: 'tick name' },
        fitted(inTongue(label), isRoomy ? NAMES : right - 24),
      );
      name.append(svg('title', {}, inTongue(label)));
      canvas.append(dot, name);
    }
    this.end(canvas, height, above);
  }
}

/** A point by itself is drawn as a dot. */
const lineOf = (
  line: readonly (readonly [at: number, value: number])[],
  { of }: Scale,
  y: (value: number) => number,
): string =>
  `${line.map(([at, value], i) => `${i === 0 ? 'M' : 'L'}${of(at).toFixed(1)} ${y(value).toFixed(1)}`).join('')}${line.length === 1 ? 'h0.1' : ''}`;

const LIGHT_LETTERS: ReadonlySet<string> = new Set(['blue', 'red', 'black', 'green']);

function laneInto(canvas: SVGElement, { label, spans }: Lane, y: number, { of }: Scale, left: number): void {
  const name = svg(
    'text',
    { x: left - 8, y: y + 15, 'text-anchor': 'end', class: 'tick name' },
    fitted(inTongue(label), left - 12),
  );
  name.append(svg('title', {}, inTongue(label)));
  canvas.append(name);
  for (const { from, to, colour, text } of spans) {
    const [x, width] = [of(from), Math.max(2, of(to) - of(from))];
    const bar = svg('rect', { x, y, width, height: 20, rx: 3, fill: PALETTE[ground()][colour] });
    bar.append(svg('title', {}, inTongue(text)));
    canvas.append(bar);
    const told = fitted(inTongue(text), width - 8);
    if (widthOf(told) > width - 8) continue;
    const dark = ground() === 'light' && LIGHT_LETTERS.has(colour);
    canvas.append(svg('text', { x: x + 5, y: y + 14, class: dark ? 'in light' : 'in' }, told));
  }
}
