import type { Clocks } from '../../engine/index.ts';
import type { Failure } from './failures.ts';

/** Of the chances to begin a window, so much is shared by all sorts of failures alike, whatever the pilot has shown. */
const ALIKE = 0.2;

/** The failure that begins a window. */
export interface Choice {
  readonly failure: Failure;
  /** Its sort, as an index into {@link Aim.groups}, and how many of that sort it was chosen from. */
  readonly sort: number;
  readonly among: number;
  /** The chance that it was to be this one. */
  readonly chance: number;
}

/** Chooses the failure that begins a window: first its sort, then one of that sort, all alike. */
export class Aim {
  /** Sorts of failures, as the numbers of their groups. */
  readonly groups: readonly number[];
  private readonly members: readonly (readonly Failure[])[];
  private readonly uniform: () => number;
  /** The chance of each sort to begin a window. */
  shares: readonly number[];

  constructor(failures: readonly Failure[], uniform: () => number) {
    this.groups = [...new Set(failures.map(({ group }) => group))];
    this.members = this.groups.map((group) => failures.filter((failure) => failure.group === group));
    this.shares = this.groups.map(() => 1 / this.groups.length);
    this.uniform = uniform;
  }

  /** Gives each sort a chance after its worth, one number a sort. */
  favour(worth: readonly number[]): void {
    const sum = worth.reduce((a, b) => a + b, 0);
    const alike = sum > 0 ? ALIKE : 1;
    this.shares = worth.map((value) => alike / worth.length + (sum > 0 ? ((1 - ALIKE) * value) / sum : 0));
  }

  /** One of those whose clocks run, and the chance that it was to be this one. */
  choose(clocks: Clocks): Choice | undefined {
    const running = this.members.map((members) => members.filter(({ slot }) => clocks.armed(slot)));
    const shares = this.shares.map((share, sort) => (running[sort]!.length > 0 ? share : 0));
    const sum = shares.reduce((a, b) => a + b, 0);
    if (sum === 0) return undefined;
    const sort = pick(shares, this.uniform() * sum);
    const members = running[sort]!;
    const failure = members[Math.floor(this.uniform() * members.length)]!;
    return { failure, sort, among: members.length, chance: shares[sort]! / sum / members.length };
  }
}

/** The index at which the running sum of `shares` passes `at`. */
function pick(shares: readonly number[], at: number): number {
  let sum = 0;
  for (const [index, share] of shares.entries()) {
    sum += share;
    if (at < sum) return index;
  }
  return shares.findLastIndex((share) => share > 0);
}
