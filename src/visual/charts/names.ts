import type { Tongue } from '../texts.ts';
import { linesOf, widthOf } from './letters.ts';
import type { Bars, ChartSpec, Lines } from './spec.ts';

/** The sign before a name and the room between two names, pixels. */
const SIGN = 34;
/** Of a line of names, pixels. */
const LINE = 22;

/** Which series are read as figures: not the edges of bands. */
export const readOf = ({ series }: Bars | Lines): boolean[] =>
  series.map((one) => !('edge' in one) || one.edge !== true);

/** Which series the foot of a chart names: those, and what a band is. */
export const namedOf = (body: Bars | Lines): boolean[] => {
  const read = readOf(body);
  return body.series.map((one, i) => read[i] || ('fills' in one && one.fills === 'band' && one.unnamed !== true));
};

/** Beside bars names have half of a chart, less what stands between them and the bars; pixels. */
export const nameRoom = (width: number): number => width / 2 - 22;
/** What a bar is higher for whose name stands in two lines, and for each line more, pixels. */
const SECOND = 8;
const FURTHER = 14;

/** How much higher a chart stands where names beside its bars and at its foot need more than one line, pixels. */
export const namesHeight = (spec: ChartSpec, tongue: Tongue, width: number): number =>
  besideHeight(spec, tongue, width) + legendHeight(spec, tongue, width);

function besideHeight({ body }: ChartSpec, tongue: Tongue, width: number): number {
  if (body.kind !== 'bars' || !body.lying) return 0;
  const most = Math.max(1, ...body.categories.map((name) => linesOf(name[tongue], nameRoom(width)).length));
  return most === 1 ? 0 : (SECOND + FURTHER * (most - 2)) * body.categories.length;
}

/** How much higher a chart stands for names at its foot that need more than one line where it is so wide, pixels. */
function legendHeight({ body }: ChartSpec, tongue: Tongue, width: number): number {
  if (body.kind === 'heat') return 0;
  const named = namedOf(body);
  let lines = 1;
  let used = 0;
  for (const { label } of body.series.filter((_, i) => named[i])) {
    const room = SIGN + widthOf(label[tongue]);
    if (used > 0 && used + room > width) {
      lines++;
      used = 0;
    }
    used += room;
  }
  return (lines - 1) * LINE;
}
