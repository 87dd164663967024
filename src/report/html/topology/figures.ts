import { cells } from '../../cells.ts';
import { type Box, boxesTouch, type Size } from './boxes.ts';
import type { Point } from './paths.ts';

/** Of a letter of half width in a figure, and of its line, in pixels. */
const LETTER = 6.1;
const LINE = 13;
/** Two figures beside each other are read as two, this far apart at least, in pixels. */
const APART = 8;

/** Finds each figure a place of its own within a drawing: on no component, no heading and no other figure. */
export class Figures {
  private readonly taken: Box[];
  private readonly room: number;

  constructor(taken: readonly Box[], { width }: Size) {
    this.taken = [...taken];
    this.room = width;
  }

  /**
   * The first of some spots that is free for the longest of some texts, on the line or else beside it, which it then
   * takes; the first where none is. None is beyond an edge.
   */
  place(spots: readonly Point[], texts: readonly string[]): Point {
    const width = Math.max(...texts.map((text) => cells(text))) * LETTER + APART;
    const boxOf = ({ x, y }: Point): Box => ({ x: x - width / 2, y: y - LINE + 3, width, height: LINE });
    const isFree = (spot: Point): boolean => this.taken.every((box) => !boxesTouch(box, boxOf(spot)));
    const within = ({ x, y }: Point): Point => ({ x: Math.max(width / 2, Math.min(this.room - width / 2, x)), y });
    const on = spots.map(within);
    const beside = spots.flatMap(({ x, y }) => [1, -1].map((side) => within({ x: x + (side * width) / 2, y })));
    const spot = on.find(isFree) ?? beside.find(isFree) ?? on[0]!;
    this.taken.push(boxOf(spot));
    return spot;
  }
}
