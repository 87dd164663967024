/** A rectangle; from its upper left corner, in pixels. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export const boxesTouch = (a: Box, b: Box): boolean =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;

export interface Size {
  readonly width: number;
  readonly height: number;
}

export const NODE: Size = { width: 152, height: 50 };
export const GAP = { across: 26, down: 44 };
export const PLACE = { pad: 16, head: 31, gap: 40 };

/** Boxes side by side, in rows no wider than `most`; each row begins beneath the last. */
export function inRows(
  sizes: readonly Size[],
  most: number,
  gap: number,
): { readonly size: Size; readonly at: readonly { readonly x: number; readonly y: number }[] } {
  const at: { x: number; y: number }[] = [];
  let [x, y, tallest, widest] = [0, 0, 0, 0];
  for (const { width, height } of sizes) {
    if (x > 0 && x + width > most) {
      y += tallest + gap;
      x = 0;
      tallest = 0;
    }
    at.push({ x, y });
    x += width + gap;
    tallest = Math.max(tallest, height);
    widest = Math.max(widest, x - gap);
  }
  return { size: { width: widest, height: y + tallest }, at };
}
