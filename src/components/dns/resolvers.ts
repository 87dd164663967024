import type { Us } from '../../base/index.ts';
import type { DrawId, Slot } from '../../engine/index.ts';
import type { World } from '../../model/index.ts';
import { uniform } from '../../random/index.ts';
import { type Mask, NO_ANSWER } from './answers.ts';
import { COHORT, Groups, HOLDERS_ON } from './groups.ts';
import type { DnsSpec } from './schema.ts';

const NOW = 0;
const LOST = 1;
const TURN = 2;

/**
 * The resolvers of the users, as cohorts of equal weight with evenly spaced phases over one TTL. In steady state no cache
 * expiry is an event; after a change the cohorts re-resolve one by one, each at its own phase. A share of resolvers holds
 * on to an old answer for longer, with its own law. While the servers of the name are lost, whoever re-resolves is left
 * without an answer, and asks until there is one: that a look-up has failed is not cached (RFC 2308 §7 leaves that to the
 * resolver, for at most 5 minutes).
 */
export class Resolvers {
  /** The same users by what they hold. */
  readonly groups: Groups;
  private readonly spec: DnsSpec;
  private readonly world: World;
  private readonly changed: () => void;
  /** The answer set that each cohort holds, the holders-on last. */
  private readonly held: Int32Array;
  /** What the name answers, or would answer, now; 1 while its servers are lost; and the cohort whose turn is next. */
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
    this.groups = new Groups(arena, spec, all);
    this.state = arena.i32('logic', 3);
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
    this.planRefresh();
    this.planLettingGo();
  }

  /** The servers of the name are lost, or are back: those who were left without an answer have one at once. */
  serversLost(lost: boolean): void {
    if (lost === (this.state[LOST] === 1)) return;
    this.state[LOST] = lost ? 1 : 0;
    if (!lost) this.answerWaiting();
    this.planRefresh();
    this.planLettingGo();
  }

  private answerWaiting(): void {
    const { held } = this;
    let waited = false;
    for (let k = 0; k < held.length; k++) {
      if (held[k] !== NO_ANSWER) continue;
      this.hold(k, this.state[NOW]!);
      waited = true;
    }
    if (waited) this.changed();
  }

  /** A cohort holds something else from now on, or those who hold on do. */
  private hold(cohort: number, mask: Mask): void {
    const holdersOn = cohort === this.spec.cohorts;
    if (!holdersOn || this.spec.holdOn.share > 0)
      this.groups.move(this.held[cohort]!, mask, holdersOn ? HOLDERS_ON : COHORT);
    this.held[cohort] = mask;
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
    this.hold(this.spec.cohorts, this.given);
    this.changed();
  }

  /** The next instant, now included, at which a cohort re-resolves. Both parts of its phase are shorter than a TTL. */
  private nextOf(cohort: number, now: Us): number {
    const { ttl } = this.spec;
    const sum = this.offset[0]! + this.steps[cohort]!;
    const phase = sum < ttl ? sum : sum - ttl;
    return phase + Math.max(0, Math.ceil((now - phase) / ttl)) * ttl;
  }

  /** Schedules the next cohort that holds something old. */
  private planRefresh(): void {
    const { clocks } = this.world;
    const { held, given } = this;
    const { now } = clocks;
    let next = Number.POSITIVE_INFINITY;
    for (let k = 0; k < this.spec.cohorts; k++) {
      if (held[k] === given) continue;
      const turn = this.nextOf(k, now);
      if (turn >= next) continue;
      next = turn;
      this.state[TURN] = k;
    }
    if (next === Number.POSITIVE_INFINITY) clocks.stop(this.refresh);
    else clocks.startAt(this.refresh, next as Us);
  }

  /** Those whose turn it is take what they are given. The others follow in the order of their phases, round the TTL. */
  private refreshed(): void {
    const { clocks } = this.world;
    const { held, given } = this;
    const { cohorts } = this.spec;
    const { now } = clocks;
    const first = this.state[TURN]!;
    for (let step = 0; step < cohorts; step++) {
      const k = first + step < cohorts ? first + step : first + step - cohorts;
      if (held[k] === given) continue;
      const turn = this.nextOf(k, now);
      if (turn === now) {
        this.hold(k, given);
        continue;
      }
      this.state[TURN] = k;
      clocks.startAt(this.refresh, turn as Us);
      break;
    }
    this.changed();
  }
}
