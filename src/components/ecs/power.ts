import type { Us } from '../../base/index.ts';
import type { DrawId, Slot } from '../../engine/index.ts';
import {
  IDLE,
  type ImageSource,
  type MachineControl,
  OK,
  type Phase,
  type PlaceId,
  roleCode,
  START,
  type Thing,
  type World,
} from '../../model/index.ts';
import type { Law } from '../../random/index.ts';

interface Settings {
  readonly name: string;
  readonly whole: Thing;
  readonly instances: readonly Thing[];
  /** What one after the other takes until a machine serves: creating it, booting it, warming up; `key` is where that is written. */
  readonly takes: readonly { readonly what: string; readonly law: Law; readonly key?: string }[];
  /** Whether a machine has to be had from the cloud; where it runs already, nobody is asked. */
  readonly asks: boolean;
  /** What they are made of when they start, where that may turn out to be of no use. */
  readonly image: ImageSource | undefined;
}

const OFF = 0;
/** Wanted, but not to be had yet. */
const WANTED = 1;
const STARTING = 2;
const ON = 3;

/**
 * Switches the instances of a pool on and off. A start needs the place, and where machines have to be had the control plane and
 * a machine that is left there; it begins again when the place returns.
 */
export class Power {
  readonly control: MachineControl;
  private readonly world: World;
  private readonly settings: Settings;
  private readonly state: Uint8Array;
  private readonly slots: Slot[];
  /** The image that an instance which starts is made of. */
  private readonly madeOf: Float64Array;
  private readonly draws: DrawId[];
  private readonly settled: () => void;

  /** `settled` is called when a start has ended. */
  constructor(world: World, settings: Settings, control: MachineControl, settled: () => void) {
    const { arena, registry } = world.workshop;
    const { name, instances, takes } = settings;
    this.world = world;
    this.settings = settings;
    this.control = control;
    this.settled = settled;
    this.state = arena.u8('logic', instances.length);
    this.madeOf = arena.f64('time', settings.image === undefined ? 0 : instances.length);
    for (const [i, thing] of instances.entries()) this.state[i] = world.truth.off[thing] === 1 ? OFF : ON;
    this.draws = takes.map(({ what, law }) => registry.draw(`${name} ${what}`, law));
    this.slots = instances.map((thing, i) =>
      registry.slot('work', `${world.truth.name(thing)} starts`, (arg) => this.started(arg), i),
    );
    control.listen(() => this.retry());
    for (const place of new Set(instances.map((thing) => world.truth.home(thing)))) {
      world.truth.watch(this.zone(place), () => this.retry());
    }
    const needed = takes.filter(({ law }) => law.mean > 0);
    const written = needed.flatMap(({ key }) => (key === undefined ? [] : [`components.${name}.${key}`]));
    const waited = written.map((path) => world.settings.id(path, START));
    world.workforce.assign(settings.whole, {
      phase: () => this.phase(),
      waits: (_, phase, tell) => {
        if (phase === START && this.phase() === START) waited.forEach(tell);
      },
    });
  }

  private zone(place: PlaceId): Thing {
    return this.world.wholes.get(this.world.places.path(place))!;
  }

  private phase(): Phase {
    return this.starting > 0 ? START : IDLE;
  }

  get size(): number {
    return this.state.length;
  }

  isOn(i: number): boolean {
    return this.state[i] === ON;
  }

  isOff(i: number): boolean {
    return this.state[i] === OFF;
  }

  /** Whoever looks at how many run or start looks again at the end of the instant. */
  private enter(i: number, state: number): void {
    this.state[i] = state;
    this.world.markDirty();
  }

  private count(state: number): number {
    let count = 0;
    for (let i = 0; i < this.state.length; i++) if (this.state[i] === state) count++;
    return count;
  }

  get running(): number {
    return this.count(ON);
  }

  /** On the way to serving. */
  get starting(): number {
    return this.count(STARTING);
  }

  /** Wanted but not to be had yet. */
  get waiting(): number {
    return this.count(WANTED);
  }

  /** Whether a machine can be started in a place now. */
  startable(place: PlaceId): boolean {
    const there = this.world.truth.manner[this.zone(place)] === OK;
    return there && (!this.settings.asks || (this.control.usable() && this.control.grants(place)));
  }

  /** Starts an instance as soon as it can be. */
  start(i: number): void {
    if (this.state[i] !== OFF) return;
    this.enter(i, WANTED);
    this.retry();
  }

  /** Wanted, but not to be had as things are. */
  stuck(i: number): boolean {
    return this.state[i] === WANTED && !this.startable(this.world.truth.home(this.settings.instances[i]!));
  }

  stop(i: number): void {
    if (this.state[i] === OFF) return;
    this.world.clocks.stop(this.slots[i]!);
    this.enter(i, OFF);
    this.world.truth.switch(this.settings.instances[i]!, false);
    this.note();
  }

  /** What is wanted begins where it can; what was beginning in a place that is lost waits. */
  private retry(): void {
    for (let i = 0; i < this.state.length; i++) {
      const wants = this.state[i] === WANTED || this.state[i] === STARTING;
      if (!wants) continue;
      const place = this.world.truth.home(this.settings.instances[i]!);
      if (this.state[i] === WANTED && this.startable(place)) this.begin(i);
      if (this.state[i] === STARTING && this.world.truth.manner[this.zone(place)] !== OK) this.interrupt(i);
    }
  }

  private begin(i: number): void {
    const { clocks } = this.world;
    this.enter(i, STARTING);
    if (this.settings.image !== undefined) this.madeOf[i] = this.settings.image.newest();
    let takes = 0;
    for (const draw of this.draws) takes += clocks.sample(draw);
    clocks.startFor(this.slots[i]!, takes as Us);
  }

  private interrupt(i: number): void {
    this.world.clocks.stop(this.slots[i]!);
    this.enter(i, WANTED);
  }

  /** One that was made of a bad image does not come up, and is made anew of another. */
  private started(i: number): void {
    if (this.settings.image?.works(this.madeOf[i]!) === false) {
      this.enter(i, WANTED);
      this.retry();
      return;
    }
    this.enter(i, ON);
    this.world.truth.switch(this.settings.instances[i]!, true);
    this.note();
    this.settled();
  }

  /** How long until the last of those that start now serves, µs; infinite while one has to wait. */
  remaining(): number {
    if (this.waiting > 0) return Number.POSITIVE_INFINITY;
    const { clocks } = this.world;
    let last = 0;
    for (let i = 0; i < this.state.length; i++) {
      if (this.state[i] === STARTING) last = Math.max(last, clocks.due(this.slots[i]!) - clocks.now);
    }
    return last;
  }

  private note(): void {
    this.world.records.role(this.settings.whole, roleCode('running'), this.running);
  }
}
