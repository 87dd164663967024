import type { Life } from '../random/index.ts';
import type { Slot } from './clocks.ts';
import type { Sampler } from './sampler.ts';

/** A clock that may be drawn from another law, with its life from its age on. */
export interface Forced {
  readonly slot: Slot;
  /** Clocks of one group share one chance to be the one that is forced. */
  readonly group: number;
  readonly fresh: Life;
  readonly steady: Life;
}

/** How eagerly the stages of a window force failures. */
export interface Policy {
  /** The share of windows that follow it. */
  readonly share: number;
  /** The chance that a stage forces a failure; 0: none does. */
  readonly forced: number;
}

/**
 * Draws the pending clocks of failures from another law, and carries the likelihood ratio. A stage begins at an instant: with
 * the chance φ one of them, every group alike, is drawn anew given its age and that it ends within a stated span. Of all
 * that has been seen up to an instant s of the stage, this law has the density, as a multiple of their own,
 *
 *     q(s) = 1 − φ + φ · Σ αⱼ rⱼ(s)
 *
 * where αⱼ is the chance to be chosen and rⱼ the ratio of the forced law of clock j to its own: of densities, 1 ÷ Fⱼ(span),
 * for one that has ended within the span, else of survivals, (1 − Fⱼ(s) ÷ Fⱼ(span)) ÷ (1 − Fⱼ(s)). A window has stages one
 * after the other, and follows one of several policies. Its weight is 1 ÷ Σ share · Π q over them all, whichever it followed:
 * never above 1 ÷ the share of those in which nothing is forced, however many stages there are.
 */
export class Forcing {
  /** Whether a stage has begun and has not been settled. */
  active = false;
  private readonly clocks: readonly Forced[];
  private readonly sampler: Sampler;
  private readonly uniform: () => number;
  private readonly policies: readonly Policy[];
  /** What the present window follows. */
  private policy: Policy;
  /** By policy: the product of what the stages before have come to. */
  private readonly before: Float64Array;
  private begun = 0;
  private span = 0;
  /** Those that may be forced in this stage, with what was known of each when it began. */
  private readonly candidates: Int32Array;
  private readonly ages: Float64Array;
  private readonly chances: Float64Array;
  private readonly chosen: Float64Array;
  private readonly dues: Float64Array;
  private readonly lives: Life[];
  private readonly members: Int32Array;
  private count = 0;

  constructor(sampler: Sampler, clocks: readonly Forced[], policies: readonly Policy[], uniform: () => number) {
    this.sampler = sampler;
    this.clocks = clocks;
    this.policies = policies;
    this.policy = policies[0]!;
    this.before = new Float64Array(policies.length);
    this.uniform = uniform;
    this.candidates = new Int32Array(clocks.length);
    this.ages = new Float64Array(clocks.length);
    this.chances = new Float64Array(clocks.length);
    this.chosen = new Float64Array(clocks.length);
    this.dues = new Float64Array(clocks.length);
    this.lives = clocks.map(({ fresh }) => fresh);
    this.members = new Int32Array(clocks.reduce((most, { group }) => Math.max(most, group + 1), 0));
  }

  /** Another window: its weight is 1. */
  reset(): void {
    this.policy = this.drawPolicy(this.uniform());
    this.before.fill(1);
    this.active = false;
  }

  /** Draws every pending clock anew from its own law, given its age. */
  renew(): void {
    for (const { slot, fresh, steady } of this.clocks) {
      if (!this.sampler.armed(slot)) continue;
      const life = this.sampler.isSteady(slot) ? steady : fresh;
      this.sampler.redraw(slot, life.residual(this.sampler.uniform(slot), this.sampler.age(slot)));
    }
  }

  /** Begins a stage of so many µs; without a clock that may end in it, none. The clocks must follow their own laws. */
  begin(span: number): void {
    this.enlist(span);
    if (this.count === 0) return;
    this.active = true;
    this.begun = this.sampler.now;
    this.span = span;
    if (this.uniform() < this.policy.forced) this.force(this.choose(this.uniform()));
    for (let i = 0; i < this.count; i++) this.dues[i] = this.sampler.due(this.slot(i));
  }

  /** Whether the stage has lasted its span. */
  isOver(now: number): boolean {
    return now - this.begun >= this.span;
  }

  /** Ends a stage at the end of an instant. What is still pending was drawn for the stage, and goes back to its own law. */
  settle(now: number): void {
    const forced = this.forcedDensity(now);
    for (const [i, policy] of this.policies.entries()) this.before[i]! *= density(policy, forced);
    this.active = false;
    this.renew();
  }

  /** The weight of all that has been seen up to an instant that is not before the last stage began. */
  weight(at: number): number {
    const forced = this.active ? this.forcedDensity(at) : 1;
    let sum = 0;
    for (let i = 0; i < this.before.length; i++) {
      const policy = this.policies[i]!;
      sum += policy.share * this.before[i]! * density(policy, forced);
    }
    return 1 / sum;
  }

  /** Σ αⱼ rⱼ: what has been seen since the stage began, as one that forces is likely to show it. */
  private forcedDensity(at: number): number {
    let sum = 0;
    for (let i = 0; i < this.count; i++) sum += this.chosen[i]! * this.ratio(i, at);
    return sum;
  }

  private drawPolicy(u: number): Policy {
    let sum = 0;
    for (const policy of this.policies) {
      sum += policy.share;
      if (u < sum) return policy;
    }
    return this.policies[0]!;
  }

  private slot(candidate: number): Slot {
    return this.clocks[this.candidates[candidate]!]!.slot;
  }

  /** The ratio of the forced law of a candidate to its own, by what has been seen of it. */
  private ratio(i: number, at: number): number {
    const chance = this.chances[i]!;
    if (this.dues[i]! <= at) return this.dues[i]! - this.begun <= this.span ? 1 / chance : 0;
    const passed = at - this.begun;
    if (passed >= this.span) return 0;
    const ended = this.lives[i]!.within(this.ages[i]!, passed);
    return ended < chance ? (chance - ended) / (chance * (1 - ended)) : 0;
  }

  /** Finds the clocks that may end within the span, and how likely each is to be chosen. */
  private enlist(span: number): void {
    this.count = 0;
    this.members.fill(0);
    for (const [index, { slot, group, fresh, steady }] of this.clocks.entries()) {
      if (!this.sampler.armed(slot)) continue;
      const life = this.sampler.isSteady(slot) ? steady : fresh;
      const age = this.sampler.age(slot);
      const chance = life.within(age, span);
      if (!(chance > 0)) continue;
      this.candidates[this.count] = index;
      this.ages[this.count] = age;
      this.chances[this.count] = chance;
      this.lives[this.count] = life;
      this.members[group]! += 1;
      this.count += 1;
    }
    let groups = 0;
    for (let group = 0; group < this.members.length; group++) if (this.members[group]! > 0) groups += 1;
    for (let i = 0; i < this.count; i++) {
      const { group } = this.clocks[this.candidates[i]!]!;
      this.chosen[i] = 1 / (groups * this.members[group]!);
    }
  }

  private choose(u: number): number {
    let sum = 0;
    for (let i = 0; i < this.count; i++) {
      sum += this.chosen[i]!;
      if (u < sum) return i;
    }
    return this.count - 1;
  }

  /** Draws a candidate given that it ends within the span. */
  private force(i: number): void {
    const left = this.lives[i]!.residual(this.uniform() * this.chances[i]!, this.ages[i]!);
    this.sampler.redraw(this.slot(i), Math.min(left, this.span));
  }
}

const density = ({ forced }: Policy, ofForced: number): number => 1 - forced + forced * ofForced;
