import type { Chart, Plugin } from 'chart.js';

/** ZCOOL XiaoWei 1.000 fills this letter to a block: its contours all run the same way. */
const FILLED = '回';
/** As wide as a letter. */
const BLANK = '\u3000';
/** Of the size of a letter: the boxes that the letter is made of (left, top above the line, side), and its strokes. */
const BOXES = [
  [0.1, 0.76, 0.8],
  [0.31, 0.55, 0.38],
] as const;
const STROKE = 0.07;

/** Signs that this font has not, and what stands for them: it would draw a crossed box. */
const SUBSTITUTES: ReadonlyMap<string, string> = new Map([
  ['·', '–'],
  ['≥', '>='],
  ['≤', '<='],
  ['→', '>'],
]);
const ABSENT = new RegExp(`[${[...SUBSTITUTES.keys()].join('')}]`, 'gu');

/** A text in signs that the font of pictures has. */
export const inItsSigns = (text: string): string => text.replace(ABSENT, (sign) => SUBSTITUTES.get(sign)!);

/** Draws by hand the letter that the font of pictures gets wrong, and others for signs that it has not. */
export const mendedLetters: Plugin<'bar' | 'line'> = {
  id: 'letters',
  beforeInit: ({ ctx }) => {
    const write = ctx.fillText.bind(ctx);
    const measure = ctx.measureText.bind(ctx);
    ctx.measureText = (text: string) => measure(inItsSigns(text));
    ctx.fillText = (meant: string, x: number, y: number, room?: number) => {
      const text = inItsSigns(meant);
      if (!text.includes(FILLED)) {
        write(text, x, y, ...(room === undefined ? [] : [room]));
        return;
      }
      const blanked = text.replaceAll(FILLED, BLANK);
      write(blanked, x, y, ...(room === undefined ? [] : [room]));
      const size = Number(/([\d.]+)px/.exec(ctx.font)?.[1] ?? 12);
      const start = x - leadOf(ctx, blanked);
      const foot = y + footOf(ctx.textBaseline) * size;
      for (let at = text.indexOf(FILLED); at >= 0; at = text.indexOf(FILLED, at + 1))
        boxes(ctx, start + widthBefore(ctx, blanked, at), foot, size);
    };
  },
};

type Pen = Chart['ctx'];

/** From where a text begins to where it was put. */
function leadOf(ctx: Pen, text: string): number {
  if (ctx.textAlign === 'center') return ctx.measureText(text).width / 2;
  return ctx.textAlign === 'right' || ctx.textAlign === 'end' ? ctx.measureText(text).width : 0;
}

/** A blank at the end counts for nothing in some measures: what follows it keeps it in. */
const widthBefore = (ctx: Pen, text: string, at: number): number =>
  ctx.measureText(`${text.slice(0, at)}${BLANK}.`).width - ctx.measureText(`${BLANK}.`).width;

/** From where a text was put down to the line it stands on, in letters. */
function footOf(baseline: Pen['textBaseline']): number {
  if (baseline === 'middle') return 0.35;
  return baseline === 'top' || baseline === 'hanging' ? 0.85 : baseline === 'bottom' ? -0.15 : 0;
}

function boxes(ctx: Pen, left: number, foot: number, size: number): void {
  ctx.save();
  ctx.setLineDash([]);
  ctx.strokeStyle = ctx.fillStyle;
  ctx.lineWidth = STROKE * size;
  for (const [x, top, side] of BOXES) ctx.strokeRect(left + x * size, foot - top * size, side * size, side * size);
  ctx.restore();
}
