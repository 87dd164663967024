import type { Arena } from '../../engine/index.ts';
import type { Mask } from './answers.ts';

/**
 * Users by the answer set that they hold, lowest first. In that order who hold the same give the same numbers to the bit,
 * however they came to it, so that situations come back: counted on `a-a`, 59 of 274 looks a year met one that nobody remembered, and 4
 * in this order.
 */
export class Groups {
  readonly masks: Int32Array;
  /** The share of the users in each, 0 to 1. */
  readonly shares: Float64Array;
  private readonly size: Int32Array;

  /** `most` groups at once. */
  constructor(arena: Arena, most: number) {
    this.size = arena.i32('memo', 1);
    this.masks = arena.i32('memo', most);
    this.shares = arena.f64('memo', most);
  }

  get count(): number {
    return this.size[0]!;
  }

  clear(): void {
    this.size[0] = 0;
  }

  /** The group of those who hold `mask`, new with nobody in it where there is none yet. */
  of(mask: Mask): number {
    const { masks, shares } = this;
    let at = this.count;
    while (at > 0 && masks[at - 1]! >= mask) at--;
    if (at < this.count && masks[at] === mask) return at;
    for (let later = this.size[0]!; later > at; later--) {
      masks[later] = masks[later - 1]!;
      shares[later] = shares[later - 1]!;
    }
    this.size[0]! += 1;
    masks[at] = mask;
    shares[at] = 0;
    return at;
  }
}
