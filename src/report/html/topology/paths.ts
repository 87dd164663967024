import type { Box } from './boxes.ts';

/** A line from box to box, and where its figure stands. */
export interface Path {
  readonly d: string;
  readonly x: number;
  readonly y: number;
}

const middle = ({ x, y, width, height }: Box): readonly [number, number] => [x + width / 2, y + height / 2];
const whole = (value: number): number => Math.round(value * 10) / 10;

/** Down or up between rows, sideways within one; a second line between the same two bends further out. */
export function pathOf(from: Box, to: Box, twin: number): Path {
  const [ax, ay] = middle(from);
  const [bx, by] = middle(to);
  const shift = 14 * twin;
  const apart = Math.abs(by - ay);
  if (apart >= (from.height + to.height) / 2 + 8) return upright(from, to, shift, ax, ay, bx, by);
  return sideways(from, to, shift, ax, bx);
}

function upright(from: Box, to: Box, shift: number, ax: number, ay: number, bx: number, by: number): Path {
  const down = by > ay;
  const y1 = down ? from.y + from.height : from.y;
  const y2 = down ? to.y - 2 : to.y + to.height + 2;
  const reach = Math.min(60, Math.abs(y2 - y1) / 2) * (down ? 1 : -1);
  const [x1, x2] = [ax + shift, bx + shift];
  return {
    d: `M${whole(x1)} ${whole(y1)}C${whole(x1)} ${whole(y1 + reach)} ${whole(x2)} ${whole(y2 - reach)} ${whole(x2)} ${whole(y2)}`,
    x: whole((x1 + x2) / 2),
    y: whole((y1 + y2) / 2 + 4),
  };
}

/** Beside each other: straight where nothing can be between, else in a bow beneath. */
function sideways(from: Box, to: Box, shift: number, ax: number, bx: number): Path {
  const right = bx > ax;
  const x1 = right ? from.x + from.width : from.x;
  const x2 = right ? to.x - 2 : to.x + to.width + 2;
  const y1 = from.y + from.height / 2 + shift;
  const y2 = to.y + to.height / 2 + shift;
  const far = Math.abs(x2 - x1) > from.width;
  if (!far)
    return {
      d: `M${whole(x1)} ${whole(y1)}L${whole(x2)} ${whole(y2)}`,
      x: whole((x1 + x2) / 2),
      y: whole(Math.max(from.y + from.height, to.y + to.height) + 14 + shift),
    };
  const low = Math.max(from.y + from.height, to.y + to.height);
  const dip = low + 34 + shift;
  return {
    d: `M${whole(ax)} ${whole(from.y + from.height)}C${whole(ax)} ${whole(dip)} ${whole(bx)} ${whole(dip)} ${whole(bx)} ${whole(to.y + to.height + 2)}`,
    x: whole((ax + bx) / 2),
    y: whole(low + 30 + shift),
  };
}
