import type { Box } from './boxes.ts';

/** More bows above each other than this have no room between rows. */
const DEEPEST = 2;

/** How deep each bow beneath a row hangs: deeper than those that it would run along. */
export class Bows {
  private readonly drawn: { readonly y: number; readonly from: number; readonly to: number; readonly lane: number }[] =
    [];

  /** From 0. */
  lane(from: Box, to: Box): number {
    if (from.y !== to.y) return 0;
    const [left, right] = [Math.min(from.x, to.x), Math.max(from.x, to.x)];
    const beside = this.drawn.filter((one) => one.y === from.y && one.from < right && left < one.to);
    const taken = new Set(beside.map(({ lane }) => lane));
    const lane = Array.from({ length: DEEPEST }, (_, i) => i).find((i) => !taken.has(i)) ?? DEEPEST;
    this.drawn.push({ y: from.y, from: left, to: right, lane });
    return lane;
  }
}
