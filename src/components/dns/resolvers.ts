import type { Us } from '../../base/index.ts';
import type { DrawId, Slot } from '../../engine/index.ts';
import type { World } from '../../model/index.ts';
import { uniform } from '../../random/index.ts';
import type { Mask } from './answers.ts';
import type { DnsSpec } from './schema.ts';

const NOW = 0;
const STALE = 1;

/**
 * The resolvers of the users, as cohorts of equal weight with evenly spaced phases over one TTL. In steady state no cache
 * expiry is an event; after a change the cohorts re-resolve one by one, each at its own phase. A share of resolvers holds
 * on to an old answer for longer, with its own law.
 */
export class Resolvers {
  private readonly spec: DnsSpec;
  private readonly world: World;
  private readonly changed: () => void;
  /** The answer set that each cohort holds, the holders-on last. */
  private readonly held: Int32Array;
  /** What the name answers now, and how many cohorts hold something else. */
  private readonly state: Int32Array;
  private readonly offset: Float64Array;
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
    this.phase = registry.draw(`${spec.name} cache phase`, uniform(0, spec.ttl));
    this.refresh = registry.slot('refresh', `${spec.name} cache`, () => this.refreshed());
    const random = { law: spec.holdOn.for, stream: `${spec.name} hold-on` };
    this.letGo = registry.slot('refresh', `${spec.name} hold-on`, () => this.lettingGo(), 0, random);
    world.atStart(() => {
      this.offset[0] = world.clocks.sample(this.phase);
    });
  }

  /** What the name answers now. */
  get current(): Mask {
    return this.state[NOW]!;
  }

  /** The name answers something else from now on. */
  answer(mask: Mask): void {
    if (mask === this.state[NOW]) return;
    this.state[NOW] = mask;
    this.countStale();
    if (this.state[STALE]! > 0) this.planRefresh();
    else this.world.clocks.stop(this.refresh);
    this.planLettingGo();
  }

  private countStale(): void {
    const { cohorts } = this.spec;
    let stale = 0;
    for (let k = 0; k < cohorts; k++) if (this.held[k] !== this.state[NOW]) stale++;
    this.state[STALE] = stale;
  }

  private planLettingGo(): void {
    if (this.spec.holdOn.share === 0) return;
    if (this.held[this.spec.cohorts] === this.state[NOW]) this.world.clocks.stop(this.letGo);
    else if (!this.world.clocks.armed(this.letGo)) this.world.clocks.start(this.letGo);
  }

  private lettingGo(): void {
    this.held[this.spec.cohorts] = this.state[NOW]!;
    this.changed();
  }

  /** The phase of a cohort within the TTL. */
  private phaseOf(cohort: number): number {
    return (this.offset[0]! + Math.floor((cohort * this.spec.ttl) / this.spec.cohorts)) % this.spec.ttl;
  }

  /** The next instant, now included, at which a cohort re-resolves. */
  private nextOf(cohort: number, now: Us): number {
    const phase = this.phaseOf(cohort);
    return phase + Math.max(0, Math.ceil((now - phase) / this.spec.ttl)) * this.spec.ttl;
  }

  /** Schedules the next cohort that holds something old. */
  private planRefresh(): void {
    const { now } = this.world.clocks;
    let next = Number.POSITIVE_INFINITY;
    for (let k = 0; k < this.spec.cohorts; k++) {
      if (this.held[k] !== this.state[NOW]) next = Math.min(next, this.nextOf(k, now));
    }
    this.world.clocks.startAt(this.refresh, next as Us);
  }

  private refreshed(): void {
    const { now } = this.world.clocks;
    for (let k = 0; k < this.spec.cohorts; k++) {
      if (this.held[k] !== this.state[NOW] && this.nextOf(k, now) === now) this.held[k] = this.state[NOW]!;
    }
    this.countStale();
    if (this.state[STALE]! > 0) this.planRefresh();
    this.changed();
  }

  /** Adds the share of users by answer set: calls `add` once a set. */
  shares(add: (mask: Mask, share: number) => void): void {
    const { cohorts, holdOn } = this.spec;
    const each = (1 - holdOn.share) / cohorts;
    let run = 0;
    for (let k = 0; k < cohorts; k++) {
      run += each;
      if (k === cohorts - 1 || this.held[k + 1] !== this.held[k]) {
        add(this.held[k]!, run);
        run = 0;
      }
    }
    if (holdOn.share > 0) add(this.held[cohorts]!, holdOn.share);
  }
}
