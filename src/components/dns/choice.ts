import type { Arena } from '../../engine/index.ts';
import type { Mask } from './answers.ts';
import { Policy } from './policy.ts';
import type { DnsSpec } from './schema.ts';

/**
 * Which answers a name chooses to give: of those that no plan withholds, those that its monitor believes good and its policy
 * allows; where it does not return by itself, of these those of the priority that users have come to. Answers are told by their
 * index in the scenario.
 */
export class Choice {
  private readonly spec: DnsSpec;
  private readonly all: Mask;
  private readonly policy: Policy;
  /** The priority that users have come to, where they stay with it. */
  private readonly priority: Int32Array;
  /** Answers that the monitor believes good. */
  private readonly healthy: Int32Array;
  /** How many plans withhold each answer. */
  private readonly heldOut: Int32Array;

  constructor(spec: DnsSpec, arena: Arena, all: Mask) {
    this.spec = spec;
    this.all = all;
    this.policy = new Policy(spec.answers, spec.pools);
    this.priority = arena.i32('logic', 1).fill(this.policy.best(all));
    this.healthy = arena.i32('logic', 1).fill(all);
    this.heldOut = arena.i32('logic', spec.answers.length);
  }

  /** What it chooses while everything is well. */
  get atStart(): Mask {
    const { all, policy } = this;
    return this.spec.failback === 'non-preemptive' ? policy.ofPriority(all, policy.best(all)) : all;
  }

  /** What it chooses now, never empty while anything is not withheld: where nothing is healthy, all of that. */
  choose(): Mask {
    const offered = this.all & ~this.withheld;
    const good = offered & this.healthy[0]!;
    return this.stay(this.policy.enough(good) || good || offered);
  }

  /** Of the answers that may be given, those of the priority that users stay with, as long as there are any. */
  private stay(mask: Mask): Mask {
    if (this.spec.failback !== 'non-preemptive' || mask === 0) return mask;
    if (this.policy.ofPriority(mask, this.priority[0]!) === 0) this.priority[0] = this.policy.best(mask);
    return this.policy.ofPriority(mask, this.priority[0]!);
  }

  /** The monitor has come to believe something of an answer. Returns whether that counts: by hand alone it is good again where failback is manual. */
  believe(i: number, good: boolean): boolean {
    if (good && this.spec.failback === 'manual') return false;
    const bit = 2 ** i;
    this.healthy[0] = good ? this.healthy[0]! | bit : this.healthy[0]! & ~bit;
    return true;
  }

  /** One more plan withholds an answer. */
  withhold(i: number): void {
    this.heldOut[i]! += 1;
  }

  /** One of the plans that withhold an answer takes that back. */
  release(i: number): void {
    this.heldOut[i] = Math.max(0, this.heldOut[i]! - 1);
  }

  /**
   * No plan withholds an answer any more, and it is believed good again: its monitor says so, or people do where failback is
   * manual. Users who would stay with another priority come back to its own.
   */
  readmit(i: number): void {
    if (this.spec.failback === 'manual') this.healthy[0] = this.healthy[0]! | (2 ** i);
    this.priority[0] = this.spec.answers[i]!.priority;
    this.heldOut[i] = 0;
  }

  /** The answers that plans withhold. */
  get withheld(): Mask {
    return this.heldOut.reduce((mask, plans, i) => (plans > 0 ? mask + 2 ** i : mask), 0);
  }
}
