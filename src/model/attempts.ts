import type { Arena } from '../engine/index.ts';
import type { Situation } from './situation.ts';

/** The situation is told of so many groups of users; more of them hold different answers for moments only. */
export const TOLD_GROUPS = 4;
const NOW = 0;
const BEGAN = 1;

const ELSEWHERE = -1;

/**
 * Attempts that users make for one request that they want served, by group of users and workload that comes in at one entry: 1
 * while nothing fails.
 */
export class Attempts {
  readonly now: Float64Array;
  /** The same, when the last evaluation began. */
  private readonly began: Float64Array;
  private readonly situation: Situation;
  /** How many of them the situation is told of, and its first word. */
  readonly told: number;
  private readonly words: number;
  /** 1 while another one is not 1: now, and when the last evaluation began. */
  private readonly untold: Uint8Array;
  /** 1 while they are known to be what they were when the last evaluation began: there is nothing to copy then. */
  private readonly same: Uint8Array;
  /** Of those that are told, how many belong to groups that there are now: the others are 1. */
  private readonly used: Int32Array;
  /** Workloads that come in here, and the column of each; negative for one that comes in elsewhere. */
  private readonly width: number;
  private readonly columns: Int32Array;

  /** One for each of `groups` groups of users and each of `workloads`, numbers among all `demands`. */
  constructor(
    arena: Arena,
    situation: Situation,
    groups: number,
    demands: readonly { readonly retries: number }[],
    workloads: readonly number[],
  ) {
    const width = workloads.length;
    this.width = width;
    this.columns = new Int32Array(demands.length).fill(ELSEWHERE);
    for (const [column, workload] of workloads.entries()) this.columns[workload] = column;
    this.situation = situation;
    this.now = arena.f64('memo', groups * width).fill(1);
    this.began = arena.f64('memo', groups * width).fill(1);
    this.untold = arena.u8('memo', 2);
    this.same = arena.u8('memo', 1);
    this.told = workloads.some((workload) => demands[workload]!.retries > 0)
      ? Math.min(groups, TOLD_GROUPS) * width
      : 0;
    this.used = arena.i32('memo', 1).fill(this.told);
    this.words = situation.declareReals(this.told, 1);
  }

  /** Where those of a group of users stand in {@link now}, for a workload that comes in here. */
  at(group: number, workload: number): number {
    return group * this.width + this.columns[workload]!;
  }

  /** Users are grouped anew, in so many groups: their retries begin anew. */
  reset(groups: number): void {
    const { now, told, situation, words } = this;
    this.use(Math.min(told, groups * this.width));
    for (let i = 0; i < told; i++) {
      if (now[i] === 1) continue;
      this.same[0] = 0;
      now[i] = 1;
      situation.putReal(words + 2 * i, 1);
    }
    if (this.untold[NOW] === 0) return;
    this.same[0] = 0;
    this.untold[NOW] = 0;
    now.fill(1, told);
    situation.blur(-1);
  }

  private use(count: number): void {
    if (count === this.used[0]) return;
    this.used[0] = count;
    this.same[0] = 0;
  }

  /**
   * Before an evaluation. Retries go on from where the last one left them; where nothing has changed since, once more from
   * where that one began, so that looking twice changes nothing.
   */
  resume(changed: boolean): void {
    if (this.same[0] === 1) return;
    this.same[0] = 1;
    if (changed) this.copy(this.now, this.began);
    else this.copy(this.began, this.now);
  }

  /** All of them where some are untold, or were; else those beyond the groups that there are now are 1. */
  private copy(from: Float64Array, to: Float64Array): void {
    const { untold } = this;
    const some = untold[NOW] === 0 && untold[BEGAN] === 0;
    const count = some ? this.used[0]! : from.length;
    for (let i = 0; i < count; i++) to[i] = from[i]!;
    untold[to === this.now ? NOW : BEGAN] = untold[to === this.now ? BEGAN : NOW]!;
  }

  /** Writes those that are told into a row, from `at` on; returns the place after them. */
  copyTo(row: Float64Array, at: number): number {
    for (let i = 0; i < this.told; i++) row[at + i] = this.now[i]!;
    return at + this.told;
  }

  /** Takes them from there, the situation of which is known. */
  copyFrom(row: Float64Array, at: number): number {
    const { now, told, words, situation } = this;
    const count = this.used[0]!;
    for (let i = 0; i < count; i++) {
      if (now[i] === row[at + i]) continue;
      this.same[0] = 0;
      now[i] = row[at + i]!;
      situation.writeReal(words + 2 * i, now[i]!);
    }
    return at + told;
  }

  /** They may have become others: tells the situation how many they are now. */
  tell(): void {
    const { now, told, situation, words } = this;
    this.same[0] = 0;
    for (let i = 0; i < told; i++) situation.putReal(words + 2 * i, now[i]!);
    let untold = 0;
    for (let i = told; i < now.length; i++) if (now[i] !== 1) untold = 1;
    if (untold === this.untold[NOW]) return;
    this.untold[NOW] = untold;
    situation.blur(untold === 1 ? 1 : -1);
  }
}
