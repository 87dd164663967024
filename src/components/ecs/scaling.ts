import type { Us } from '../../base/index.ts';
import type { DrawId, Slot } from '../../engine/index.ts';
import { type Node, type PlaceId, Prober, serves, type Thing, type World } from '../../model/index.ts';
import { uniform } from '../../random/index.ts';
import type { Power } from './power.ts';
import type { EcsScaling } from './schema.ts';

interface Settings {
  readonly name: string;
  readonly whole: Thing;
  readonly instances: readonly Thing[];
  /** The flow node of each instance. */
  readonly nodes: readonly Node[];
  readonly capacityEach: number;
  readonly places: readonly PlaceId[];
  readonly count: number;
  readonly scaling: EcsScaling;
}

const UNDER = -1;
const WITHIN = 0;
const OVER = 1;

const DESIRED = 0;
const LEVEL = 1;

/** A load this far from the target is still on it. */
const TOLERANCE = 1e-6;

/**
 * Auto scaling of a pool: replaces instances that its own checks find dead, and keeps the mean load near a target, a whole
 * number of metric periods after the load has left it, and not while it cools down. A metric knows no load above capacity.
 */
export class Scaling {
  private readonly world: World;
  private readonly settings: Settings;
  private readonly power: Power;
  /** Instances that there should be; and whether the load is over, under or within the target. */
  private readonly state: Int32Array;
  /** Until when no load is looked at; and where the grid of metric periods begins. */
  private readonly cool: Float64Array;
  private readonly offset: Float64Array;
  private readonly review: Slot;
  private readonly phase: DrawId;
  private prober: Prober | undefined;

  constructor(world: World, settings: Settings, power: Power) {
    const { arena, registry } = world.workshop;
    const { name, scaling } = settings;
    this.world = world;
    this.settings = settings;
    this.power = power;
    this.state = arena.i32('logic', 2);
    this.state[DESIRED] = settings.count;
    this.cool = arena.f64('time', 1);
    this.offset = arena.f64('time', 1);
    this.review = registry.slot('plan', `${name} scaling`, () => this.act());
    this.phase = registry.draw(`${name} metric phase`, uniform(0, scaling.period));
    world.atStart(() => {
      this.offset[0] = world.clocks.sample(this.phase);
    });
    world.afterEvaluation(() => this.look());
    for (const thing of settings.instances) world.truth.watch(thing, () => world.markDirty());
    if (scaling.replace) this.watchInstances();
    power.control.listen(() => this.fill());
    for (const place of settings.places) world.truth.watch(this.zone(place), () => this.fill());
  }

  /** The checks of the scaling group look from its first place. */
  private watchInstances(): void {
    const { name, instances, places, scaling } = this.settings;
    this.prober = new Prober(this.world, `${name} scaling`, [places[0]!], instances, scaling.healthCheck, (i, good) => {
      if (!good && this.power.isOn(i)) this.replace(i);
    });
    for (const [i, thing] of instances.entries()) {
      this.world.truth.watch(thing, () => {
        if (this.world.truth.off[thing] === 1) this.prober!.dismiss(i);
      });
    }
  }

  private zone(place: PlaceId): Thing {
    return this.world.wholes.get(this.world.places.path(place))!;
  }

  private replace(i: number): void {
    this.power.stop(i);
    this.fill();
  }

  private get there(): number {
    return this.power.running + this.power.starting + this.power.waiting;
  }

  /** Orders what is missing, where machines are to be had; what is not to be had now is ordered when that changes. */
  private fill(): void {
    for (let i = 0; i < this.power.size; i++) if (this.power.stuck(i)) this.power.stop(i);
    while (this.there < this.state[DESIRED]!) {
      const slot = this.freeSlot();
      if (slot < 0) return;
      this.power.start(slot);
    }
  }

  /** A slot in the place with the fewest instances of those that give machines now; negative where there is none. */
  private freeSlot(): number {
    const { instances } = this.settings;
    const { truth } = this.world;
    let best = -1;
    let fewest = Number.POSITIVE_INFINITY;
    for (let i = 0; i < instances.length; i++) {
      const place = truth.home(instances[i]!);
      if (!this.power.isOff(i) || !this.sound(instances[i]!) || !this.power.startable(place)) continue;
      const here = this.at(place);
      if (here >= fewest) continue;
      fewest = here;
      best = i;
    }
    return best;
  }

  /** Whether nothing but being off keeps an instance from serving: what has failed there is still under repair. */
  private sound(thing: Thing): boolean {
    return this.world.truth.unbroken(thing);
  }

  private at(place: PlaceId): number {
    const { instances } = this.settings;
    let count = 0;
    for (let i = 0; i < instances.length; i++) {
      if (!this.power.isOff(i) && this.world.truth.home(instances[i]!) === place) count++;
    }
    return count;
  }

  /** The mean load of working instances as a share of their capacity, at most 1: more a metric cannot show. */
  private get utilisation(): number {
    const { instances, nodes, capacityEach } = this.settings;
    const { flow, truth } = this.world;
    let working = 0;
    let sum = 0;
    for (let i = 0; i < instances.length; i++) {
      if (!this.power.isOn(i) || !serves(truth.manner[instances[i]!]!)) continue;
      working++;
      sum += Math.min(1, flow.load[nodes[i]!]! / capacityEach);
    }
    return working === 0 ? 0 : sum / working;
  }

  private get working(): number {
    const { instances } = this.settings;
    let working = 0;
    for (let i = 0; i < instances.length; i++) {
      if (this.power.isOn(i) && serves(this.world.truth.manner[instances[i]!]!)) working++;
    }
    return working;
  }

  /** Instances that would bring the load to the target. */
  private get needed(): number {
    const { min, max, target } = this.settings.scaling;
    const needed = Math.ceil((this.working * this.utilisation) / target - TOLERANCE);
    return Math.min(max, Math.max(min, needed));
  }

  private get level(): number {
    const needed = this.needed;
    const have = this.working + this.power.starting + this.power.waiting;
    return needed > have ? OVER : needed < have ? UNDER : WITHIN;
  }

  /** After each evaluation: a load that has left the target is acted on when it has been off it for whole periods. */
  private look(): void {
    const level = this.level;
    if (level === this.state[LEVEL]) return;
    this.state[LEVEL] = level;
    this.plan();
  }

  private plan(): void {
    const { clocks } = this.world;
    const { period, periods } = this.settings.scaling;
    if (this.state[LEVEL] === WITHIN) {
      clocks.stop(this.review);
      return;
    }
    const from = Math.max(clocks.now, this.cool[0]!);
    const first = this.offset[0]! + Math.ceil((from - this.offset[0]!) / period) * period;
    clocks.startAt(this.review, Math.ceil(first + periods * period) as Us);
  }

  private act(): void {
    const missing = this.needed - (this.working + this.power.starting + this.power.waiting);
    const { min, max } = this.settings.scaling;
    this.state[DESIRED] = Math.min(max, Math.max(min, this.there + missing));
    if (missing > 0) this.fill();
    for (let gone = missing; gone < 0; gone++) this.removeOne();
    this.settle();
  }

  /** One of the place with the most instances goes. */
  private removeOne(): void {
    const { instances } = this.settings;
    let last = -1;
    for (let i = 0; i < instances.length; i++) {
      if (!this.power.isOn(i)) continue;
      const here = this.at(this.world.truth.home(instances[i]!));
      if (last < 0 || here >= this.at(this.world.truth.home(instances[last]!))) last = i;
    }
    if (last >= 0) this.power.stop(last);
  }

  /** What was ordered serves, or nothing had to be: it cools down, and looks again after that. */
  settle(): void {
    if (this.power.starting > 0) return;
    this.cool[0] = this.world.clocks.now + this.settings.scaling.cooldown;
    this.state[LEVEL] = this.level;
    this.plan();
  }
}
