import { cells } from '../../cells.ts';
import { type Box, boxesTouch } from './boxes.ts';
import type { Point } from './paths.ts';

/** Of a letter of half width in a figure, and of its line, in pixels. */
const LETTER = 6.1;
const LINE = 13;
/** Two figures beside each other are read as two, this far apart at least, in pixels. */
const APART = 8;

/** Finds each figure a place of its own: on no component, no heading and no other figure. */
export class Figures {
  private readonly taken: Box[];

  constructor(taken: readonly Box[]) {
    this.taken = [...taken];
  }

  /**
   * The first of some spots that is free for the longest of some texts, on the line or else beside it, which it then
   * takes; the first where none is.
   */
  place(spots: readonly Point[], texts: readonly string[]): Point {
    const width = Math.max(...texts.map((text) => cells(text))) * LETTER + APART;
    const boxOf = ({ x, y }: Point): Box => ({ x: x - width / 2, y: y - LINE + 3, width, height: LINE });
    const isFree = (spot: Point): boolean => this.taken.every((box) => !boxesTouch(box, boxOf(spot)));
    const beside = spots.flatMap(({ x, y }) => [1, -1].map((side) => ({ x: x + (side * width) / 2, y })));
    const spot = spots.find(isFree) ?? beside.find(isFree) ?? spots[0]!;
    this.taken.push(boxOf(spot));
    return spot;
  }
}
