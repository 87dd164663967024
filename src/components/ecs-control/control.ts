import type { ChanceId, Slot } from '../../engine/index.ts';
import {
  type Deed,
  type MachineControl,
  OK,
  type Part,
  type PlaceId,
  roleCode,
  SILENT,
  serves,
  type Thing,
  type World,
} from '../../model/index.ts';
import type { EcsControlSpec } from './schema.ts';

/** Compiles the control plane of a cloud's machines. */
export function declareEcsControl(spec: EcsControlSpec, world: World): Part {
  return new EcsControl(spec, world);
}

const BOUND = 0;
const EXHAUSTED = 1;

/**
 * Two equal masters of which one is enough, and middleware that a lost zone may take with it: then nothing can be started
 * or created until its names lead elsewhere or the zone is back. What runs, runs on.
 */
class EcsControl implements Part, MachineControl {
  private readonly world: World;
  private readonly places: readonly PlaceId[];
  private readonly whole: Thing;
  private readonly masters: readonly Thing[];
  private readonly state: Uint8Array;
  /** 1 for a place that was seen to be lost. */
  private readonly lost: Uint8Array;
  private readonly rebind: Slot;
  private readonly takesMiddleware: ChanceId;
  private readonly takesCapacity: ChanceId;
  private readonly listeners: (() => void)[] = [];

  constructor(spec: EcsControlSpec, world: World) {
    const { registry, arena } = world.workshop;
    this.world = world;
    this.places = spec.places.map((path) => world.places.id(path));
    this.whole = world.truth.add(spec.name, this.places[0]!);
    this.masters = this.places.map((place, i) => world.truth.add(`${spec.name}/${i + 1}`, place, this.whole));
    this.state = arena.u8('logic', 2);
    this.state[BOUND] = 1;
    this.lost = arena.u8('logic', this.places.length);
    this.rebind = registry.slot('work', `${spec.name} rebinds`, () => this.bind(), 0, {
      law: spec.rebind,
      stream: `${spec.name} rebind`,
    });
    this.takesMiddleware = registry.chance(`${spec.name} lost with zone`, spec.lostWithZone);
    this.takesCapacity = registry.chance(`${spec.name} capacity exhausted`, spec.capacityExhausted);
    world.wholes.set(spec.name, this.whole);
    world.units.set(spec.name, this.masters);
    world.controls.set(spec.name, this);
    world.deeds.offer(spec.name, 'rebind', () => this.rebinding());
  }

  wire(): void {
    const { truth, wholes, places } = this.world;
    for (const [i, place] of this.places.entries()) {
      const zone = wholes.get(places.path(place))!;
      truth.watch(zone, () => this.zoneChanged(i, truth.manner[zone] !== OK));
    }
    for (const master of this.masters) truth.watch(master, () => this.changed());
  }

  usable(): boolean {
    return this.state[BOUND] === 1 && this.masters.some((master) => serves(this.world.truth.manner[master]!));
  }

  grants(place: PlaceId): boolean {
    const here = this.places.indexOf(place);
    return here < 0 || (this.lost[here] === 0 && this.state[EXHAUSTED] === 0);
  }

  listen(listener: () => void): void {
    this.listeners.push(listener);
  }

  private zoneChanged(i: number, lost: boolean): void {
    if ((this.lost[i] === 1) === lost) return;
    this.lost[i] = lost ? 1 : 0;
    if (lost) this.loseZone();
    else if (!this.lost.includes(1)) this.allBack();
    this.changed();
  }

  private loseZone(): void {
    const { clocks } = this.world;
    if (clocks.choose(this.takesMiddleware) && this.state[BOUND] === 1) {
      this.state[BOUND] = 0;
      clocks.start(this.rebind);
    }
    if (clocks.choose(this.takesCapacity)) this.state[EXHAUSTED] = 1;
  }

  private allBack(): void {
    this.world.clocks.stop(this.rebind);
    this.state[BOUND] = 1;
    this.state[EXHAUSTED] = 0;
  }

  /** The names of the middleware lead to a place that works. */
  private bind(): void {
    this.world.clocks.stop(this.rebind);
    this.state[BOUND] = 1;
    this.changed();
  }

  /** People rebind the names by a plan, faster than they would be otherwise. */
  private rebinding(): Deed {
    return { needs: [], mends: [this.whole], end: () => this.bind() };
  }

  private changed(): void {
    const { truth, records } = this.world;
    const usable = this.usable();
    const before = truth.manner[this.whole] === OK;
    truth.derive(this.whole, usable ? OK : SILENT, truth.cause[this.masters[0]!]!);
    if (before !== usable) records.role(this.whole, roleCode('control'), usable ? 1 : 0);
    for (const listener of this.listeners) listener();
  }
}
