import type { Us } from '../base/index.ts';
import type { World } from '../model/index.ts';
import type { WorkloadCollected } from './collected.ts';

/** Where the numbers of the state stand: the share that is served now, since when, and what has been served before. */
const SHARE = 0;
/** Summed up once a change, so that looking more often rounds no differently. */
const SINCE = 1;
const INTEGRAL = 2;
/** The same of what is served with wrong data. */
const WRONG = 3;
const WRONG_SINCE = 4;
const WRONG_INTEGRAL = 5;
const FIELDS = 6;

/** A smaller share of a whole replication, 32 µs of a year, is no loss: sums of shares were rounded. */
const ROUNDED = 1e-12;

/** Follows what share of the requests of one workload is served, and how much of that with wrong data; shares, 0 to 1. */
export class ServedMeter {
  private readonly world: World;
  private readonly state: Float64Array;

  constructor(world: World) {
    this.world = world;
    this.state = world.workshop.arena.f64('sums', FIELDS);
    this.state[SHARE] = 1;
  }

  /** The share that is served now. */
  get share(): number {
    return this.state[SHARE]!;
  }

  /** From now on, the share of one workload is what `shares` says. */
  take(shares: Float64Array, workload: number): void {
    this.integrate(this.world.clocks.now);
    this.state[SHARE] = shares[workload]!;
  }

  /** From `now` on, `share` of the demand is served with wrong data. */
  wrong(share: number, now: Us): void {
    const { state } = this;
    state[WRONG_INTEGRAL]! += (now - state[WRONG_SINCE]!) * state[WRONG]!;
    state[WRONG_SINCE] = now;
    state[WRONG] = share;
  }

  /** Books what has been served since the share changed. */
  private integrate(now: Us): void {
    const { state } = this;
    state[INTEGRAL]! += (now - state[SINCE]!) * state[SHARE]!;
    state[SINCE] = now;
  }

  /** The horizon: what nobody was served, and what was served wrongly, which may count as not served (`wrongIsDown`). */
  end(now: Us, collected: WorkloadCollected, wrongIsDown: boolean): void {
    this.integrate(now);
    const rest = 1 - this.state[INTEGRAL]! / now;
    const unserved = rest < ROUNDED ? 0 : rest;
    collected.unserved.add(unserved);
    this.wrong(0, now);
    const wrong = this.state[WRONG_INTEGRAL]! / now;
    collected.wrong.add(wrong);
    const notRight = wrongIsDown ? unserved : unserved + wrong;
    collected.notRight.add(notRight);
  }
}
