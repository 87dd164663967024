import { DETECT, OK, Prober, type SettingId, SLOW, type Thing, type World } from '../model/index.ts';
import type { AlarmSpec } from './schema.ts';

/** What people and automation see: raised while all, or any, of what it watches is believed bad. Never the truth itself. */
export class Alarm {
  readonly things: readonly Thing[];
  /** Whether it is about wrong data. */
  readonly ofDamage: boolean;
  private readonly world: World;
  private readonly mode: 'all' | 'any';
  /** How many targets are believed bad, and whether the alarm is raised. */
  private readonly state: Int32Array;
  private readonly seenBad: Uint8Array;
  private prober: Prober | undefined;
  private readonly meetsBad = (_: Thing, i: number): boolean => this.prober!.meetsBad(i);
  private readonly listeners: ((raised: boolean) => void)[] = [];

  constructor(world: World, spec: AlarmSpec, things: readonly Thing[]) {
    this.world = world;
    this.things = things;
    this.mode = spec.watch.mode;
    this.ofDamage = spec.damaged.length > 0;
    this.state = world.workshop.arena.i32('logic', 2);
    this.seenBad = world.workshop.arena.u8('logic', things.length);
    this.setting = spec.from === undefined ? undefined : world.settings.id(`${spec.probe.path}.interval`, DETECT);
    if (spec.damaged.length > 0) this.heed(spec.damaged);
    else if (spec.from === undefined) this.watchIdeally();
    else this.watchFrom(spec, spec.from);
  }

  private watchFrom(spec: AlarmSpec, from: string): void {
    const { world } = this;
    const prober = new Prober(
      world,
      `alarm ${spec.name}`,
      [world.places.id(from)],
      this.things,
      spec.probe,
      (i, good) => this.see(i, good),
    );
    this.prober = prober;
    const here = world.wholes.get(from);
    if (here === undefined) return;
    world.truth.watch(here, () => (world.truth.manner[here] === OK ? prober.wake() : prober.pause()));
  }

  private watchIdeally(): void {
    const { truth } = this.world;
    for (const [i, thing] of this.things.entries()) {
      truth.watch(thing, () => this.see(i, truth.manner[thing] === OK || truth.manner[thing] === SLOW));
    }
  }

  /** People have noticed wrong data, or these are right again. */
  private heed(stores: readonly string[]): void {
    const { contents } = this.world;
    for (const [i, name] of stores.entries()) {
      const store = this.world.stores.id(name);
      contents.listeners.onNotice(store, () => this.see(i, contents.noticed[store] === 0));
    }
  }

  get raised(): boolean {
    return this.state[1] === 1;
  }

  /** How often it looks: a setting of the scenario; absent: it sees everything at once. */
  readonly setting: SettingId | undefined;

  /** Whether it is about to be raised: what it meets calls for it, and it has not looked often enough yet. */
  get coming(): boolean {
    const { prober, mode } = this;
    if (prober === undefined || this.raised) return false;
    return mode === 'all' ? this.things.every(this.meetsBad) : this.things.some(this.meetsBad);
  }

  /** Calls `listener` whenever the alarm is raised or clears. */
  listen(listener: (raised: boolean) => void): void {
    this.listeners.push(listener);
  }

  private see(i: number, good: boolean): void {
    const bad = good ? 0 : 1;
    this.state[0]! += bad - this.seenBad[i]!;
    this.seenBad[i] = bad;
    const raised = this.mode === 'all' ? this.state[0] === this.things.length : this.state[0]! > 0;
    if (raised === this.raised) return;
    this.state[1] = raised ? 1 : 0;
    for (const listener of this.listeners) listener(raised);
  }
}
