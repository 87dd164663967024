import type { Us } from '../../base/index.ts';
import type { DrawId, Slot } from '../../engine/index.ts';
import type { World } from '../../model/index.ts';
import { uniform } from '../../random/index.ts';
import { type Mask, NO_ANSWER } from './answers.ts';
import type { Groups } from './groups.ts';
import type { DnsSpec } from './schema.ts';

const NOW = 0;
const LOST = 1;
const BEFORE = -1;

/**
 * The resolvers of the users, as cohorts of equal weight with evenly spaced phases over one TTL. In steady state no cache
 * expiry is an event; after a change the cohorts re-resolve one by one, each at its own phase. A share of resolvers holds
 * on to an old answer for longer, with its own law. While the servers of the name are lost, whoever re-resolves is left
 * without an answer, and asks until there is one: that a look-up has failed is not cached (RFC 2308 §7 leaves that to the
 * resolver, for at most 5 minutes).
 */
export class Resolvers {
  private readonly spec: DnsSpec;
  private readonly world: World;
  private readonly changed: () => void;
  /** The answer set that each cohort holds, the holders-on last. */
  private readonly held: Int32Array;
  /** What the name answers, or would answer, now; and 1 while its servers are lost. */
  private readonly state: Int32Array;
  private readonly offset: Float64Array;
  /** How much later than the first each cohort re-resolves, µs. */
  private readonly steps: Float64Array;
  private readonly refresh: Slot;
  private readonly letGo: Slot;
  private readonly phase: DrawId;

  constructor(spec: DnsSpec, world: World, all: Mask, changed: () => void) {
    const { arena, registry } = world.workshop;
    this.spec = spec;
    this.world = world;
    this.changed = changed;
    this.held = arena.i32('logic', spec.cohorts + 1).fill(all);
    this.state = arena.i32('logic', 2);
    this.state[NOW] = all;
    this.offset = arena.f64('time', 1);
    this.steps = Float64Array.from({ length: spec.cohorts }, (_, k) => Math.floor((k * spec.ttl) / spec.cohorts));
    this.phase = registry.draw(`${spec.name} cache phase`, uniform(0, spec.ttl));
    this.refresh = registry.slot('refresh', `${spec.name} cache`, () => this.refreshed());
    const random = { law: spec.holdOn.for, stream: `${spec.name} hold-on` };
    this.letGo = registry.slot('refresh', `${spec.name} hold-on`, () => this.lettingGo(), 0, random);
    world.atStart(() => {
      this.offset[0] = world.clocks.sample(this.phase);
    });
  }

  /** What the name answers, or would answer if its servers were not lost. */
  get current(): Mask {
    return this.state[NOW]!;
  }

  /** The name answers something else from now on. */
  answer(mask: Mask): void {
    if (mask === this.state[NOW]) return;
    this.state[NOW] = mask;
    this.planRefresh(BEFORE);
    this.planLettingGo();
  }

  /** The servers of the name are lost, or are back: those who were left without an answer have one at once. */
  serversLost(lost: boolean): void {
    if (lost === (this.state[LOST] === 1)) return;
    this.state[LOST] = lost ? 1 : 0;
    if (!lost) this.answerWaiting();
    this.planRefresh(BEFORE);
    this.planLettingGo();
  }

  private answerWaiting(): void {
    const { held } = this;
    let waited = false;
    for (let k = 0; k < held.length; k++) {
      if (held[k] !== NO_ANSWER) continue;
      held[k] = this.state[NOW]!;
      waited = true;
    }
    if (waited) this.changed();
  }

  /** What who asks now comes to hold. */
  private get given(): Mask {
    return this.state[LOST] === 1 ? NO_ANSWER : this.state[NOW]!;
  }

  private planLettingGo(): void {
    if (this.spec.holdOn.share === 0) return;
    if (this.held[this.spec.cohorts] === this.given) this.world.clocks.stop(this.letGo);
    else if (!this.world.clocks.armed(this.letGo)) this.world.clocks.start(this.letGo);
  }

  private lettingGo(): void {
    this.held[this.spec.cohorts] = this.given;
    this.changed();
  }

  /** The next instant, now included, at which a cohort re-resolves. Both parts of its phase are shorter than a TTL. */
  private nextOf(cohort: number, now: Us): number {
    const { ttl } = this.spec;
    const sum = this.offset[0]! + this.steps[cohort]!;
    const phase = sum < ttl ? sum : sum - ttl;
    return phase + Math.max(0, Math.ceil((now - phase) / ttl)) * ttl;
  }

  /**
   * Schedules the next cohort that holds something old; those whose turn is at `due` take what they are given now. One
   * loop for both, because a change of the answer brings as many refreshes as there are cohorts.
   */
  private planRefresh(due: number): void {
    const { clocks } = this.world;
    const { held, given } = this;
    const { cohorts } = this.spec;
    const { now } = clocks;
    let next = Number.POSITIVE_INFINITY;
    for (let k = 0; k < cohorts; k++) {
      if (held[k] === given) continue;
      const turn = this.nextOf(k, now);
      if (turn === due) held[k] = given;
      else if (turn < next) next = turn;
    }
    if (next === Number.POSITIVE_INFINITY) clocks.stop(this.refresh);
    else clocks.startAt(this.refresh, next as Us);
  }

  private refreshed(): void {
    this.planRefresh(this.world.clocks.now);
    this.changed();
  }

  /** Says how many users hold which answer set. */
  group(groups: Groups): void {
    const { cohorts, holdOn } = this.spec;
    const { held } = this;
    groups.clear();
    if (holdOn.share > 0) groups.of(held[cohorts]!);
    for (let k = 0, at = 0; k < cohorts; k++) {
      if (k === 0 || held[k] !== held[k - 1]) at = groups.of(held[k]!);
      groups.shares[at]! += 1;
    }
    for (let i = 0; i < groups.count; i++) groups.shares[i] = (groups.shares[i]! * (1 - holdOn.share)) / cohorts;
    if (holdOn.share > 0) groups.shares[groups.of(held[cohorts]!)]! += holdOn.share;
  }
}
