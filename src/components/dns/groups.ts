import type { Arena } from '../../engine/index.ts';
import type { Mask } from './answers.ts';
import type { DnsSpec } from './schema.ts';

/** What a cohort adds to the members of a group, and what those add who hold on to old answers. */
export const COHORT = 2;
export const HOLDERS_ON = 1;

/**
 * Users by the answer set that they hold, lowest first. In that order who hold the same give the same numbers, however they
 * came to it, so that situations come back: counted on `a-a`, 59 of 274 looks a year met one that nobody remembered, and 4
 * in this order.
 */
export class Groups {
  readonly masks: Int32Array;
  /** Who is in each: a number that tells how many cohorts, and whether those who hold on. Never 0. */
  readonly members: Int32Array;
  /** The share of the users, 0 to 1, that such members are. */
  private readonly shares: Float64Array;
  private readonly size: Int32Array;

  /** At the start everybody holds `all`. */
  constructor(arena: Arena, { cohorts, holdOn }: Pick<DnsSpec, 'cohorts' | 'holdOn'>, all: Mask) {
    const most = cohorts + 1;
    this.size = arena.i32('memo', 1);
    this.masks = arena.i32('memo', most);
    this.members = arena.i32('memo', most);
    this.shares = Float64Array.from({ length: COHORT * most }, (_, members) => {
      const inCohorts = (Math.floor(members / COHORT) * (1 - holdOn.share)) / cohorts;
      return members % COHORT === HOLDERS_ON ? inCohorts + holdOn.share : inCohorts;
    });
    this.give(all, COHORT * cohorts + (holdOn.share > 0 ? HOLDERS_ON : 0));
  }

  get count(): number {
    return this.size[0]!;
  }

  /** The share of the users in a group, 0 to 1. */
  share(group: number): number {
    return this.shares[this.members[group]!]!;
  }

  /** Some who held one answer set hold another one now. */
  move(from: Mask, to: Mask, members: number): void {
    this.take(from, members);
    this.give(to, members);
  }

  private take(mask: Mask, taken: number): void {
    const { masks, members } = this;
    const at = masks.indexOf(mask);
    members[at]! -= taken;
    if (members[at]! > 0) return;
    masks.copyWithin(at, at + 1, this.count);
    members.copyWithin(at, at + 1, this.count);
    this.size[0]! -= 1;
  }

  private give(mask: Mask, given: number): void {
    const { masks, members, count } = this;
    let at = 0;
    while (at < count && masks[at]! < mask) at++;
    if (at < count && masks[at] === mask) {
      members[at]! += given;
      return;
    }
    masks.copyWithin(at + 1, at, count);
    members.copyWithin(at + 1, at, count);
    masks[at] = mask;
    members[at] = given;
    this.size[0]! += 1;
  }
}
