import type { Us } from '../base/index.ts';
import { type Clocks, type Limits, type Simulation, Workshop } from '../engine/index.ts';
import type { Key, Law } from '../random/index.ts';
import { Vaults } from './backup/vaults.ts';
import { Contents } from './contents.ts';
import type { MachineControl } from './control.ts';
import { Counters } from './counters.ts';
import { Deeds } from './deeds.ts';
import { Exposures } from './exposure.ts';
import { FlowGraph } from './flow.ts';
import type { ImageSource } from './images.ts';
import { OK } from './manner.ts';
import { Mending } from './mending.ts';
import { Workforce } from './phases.ts';
import { Places } from './places.ts';
import type { ProbeMode } from './probing.ts';
import { Records } from './records.ts';
import { Settings } from './settings.ts';
import { Sight } from './sight.ts';
import { Situation } from './situation.ts';
import { Sources } from './sources.ts';
import type { Entry, Node } from './stages.ts';
import { Stores } from './stores.ts';
import { NO_SOURCE, type SourceId, type Thing, Truth } from './truth.ts';
import type { Upkeep } from './upkeep.ts';
import { Ways } from './ways.ts';

/** What a pool shows to those who send it requests. */
export interface Servers {
  readonly instances: readonly Thing[];
  /** The flow node of each instance: servers of one pool in one place share one. */
  readonly nodes: readonly Node[];
  /** Whether they hold nothing of a client that another one could not go on with. */
  readonly stateless?: boolean;
  /** The store that plays a role for them now; negative where none does. */
  readonly storeOf?: (role: string) => number;
}

/** What users, and those who watch for them, see of a component: an address. */
export interface Front {
  readonly thing: Thing;
  /** Makes the entry for the workloads of these numbers, which come in here. Called when every component has been wired. */
  entry(workloads: readonly number[]): Entry;
  /** The node that requests sent here reach. */
  node(): Node;
}

export interface WorldOptions {
  readonly probes: ProbeMode;
  /** Whether clocks of faults start in equilibrium or new. */
  readonly start: 'steady' | 'new';
  readonly limits?: Limits;
  /** It will run for a moment only. */
  readonly brief?: boolean;
}

const DIRTY = 0;
const STORES = 1;
const PAIRS = 2;

/** The compiled world: everything that components share, and nothing of what they are. */
export class World {
  readonly workshop = new Workshop();
  readonly records = new Records(this.workshop.arena);
  readonly places = new Places();
  readonly truth = new Truth(this.records);
  readonly sight = new Sight(this.places, this.truth);
  readonly ways = new Ways(this.places, this.truth, this.sight.links);
  readonly sources = new Sources();
  readonly situation = new Situation(this.workshop.arena);
  readonly flow = new FlowGraph(this.situation);
  readonly stores = new Stores(this.workshop.time);
  readonly contents = new Contents(this.records, this.situation);
  readonly vaults = new Vaults();
  readonly deeds = new Deeds();
  readonly counters = new Counters(this.workshop.arena);
  readonly workforce = new Workforce();
  readonly settings = new Settings();
  readonly exposures = new Exposures(this.workshop.arena);
  readonly servers = new Map<string, Servers>();
  readonly fronts = new Map<string, Front>();
  /** The parts of each component that have a truth of their own: what its faults strike, and what a lost place takes. */
  readonly units = new Map<string, readonly Thing[]>();
  /** Writes of a store that met an unseen write of the same key elsewhere, in this replication so far. */
  readonly conflicts = new Map<string, (now: Us) => number>();
  /** Of components whose parts are of several sorts: the units that a fault strikes, by the name of the fault. */
  readonly strikes = new Map<string, (fault: string) => readonly Thing[]>();
  /**
   * Of components whose requests pass several sorts of parts: those that they meet first. A gray fault of the whole strikes these
   * alone, so that it fails its share of requests and not that share in every sort.
   */
  readonly entrances = new Map<string, readonly Thing[]>();
  /** Components of which some faults strike all those units at once: whether the fault of this name does. */
  readonly strikesAll = new Map<string, (fault: string) => boolean>();
  /** Of what is drilled again and again: when what stands by last ran in a drill, before the start negative; −∞: never yet. */
  readonly drilled = new Map<string, () => number>();
  /** How long the machines of a pool boot after they had lost power. */
  readonly boots = new Map<string, Law>();
  /** Who starts and stops machines, by name. */
  readonly controls = new Map<string, MachineControl>();
  readonly mending = new Mending();
  /** Custom images, by the name of their component. */
  readonly images = new Map<string, ImageSource>();
  private readonly evaluations: (() => void)[] = [];
  /** The thing that stands for a component, a place or a link as a whole, by name. */
  readonly wholes = new Map<string, Thing>();
  /** How components that can move roles off their parts are worked on, by name. */
  readonly upkeep = new Map<string, Upkeep>();
  readonly probes: ProbeMode;
  readonly start: 'steady' | 'new';
  clocks!: Clocks;
  private readonly limits: Limits | undefined;
  private readonly brief: boolean;
  private readonly starters: (() => void)[] = [];
  private readonly restorers: (() => void)[] = [];
  private readonly flags: Uint8Array;

  constructor(options: WorldOptions) {
    this.probes = options.probes;
    this.start = options.start;
    this.limits = options.limits;
    this.brief = options.brief ?? false;
    this.flags = this.workshop.arena.u8('memo', 3);
    this.onRestore(() => this.flow.forget());
    this.onRestore(() => this.situation.forget());
  }

  /** Runs whenever the columns have been put back to another time. */
  onRestore(restored: () => void): void {
    this.restorers.push(restored);
  }

  /** What runs on a machine beside what it is for: a fault that takes the machine takes them too. */
  private readonly guests = new Map<Thing, Thing[]>();

  /** Runs at the start of every replication, in the order of declaration. */
  atStart(starter: () => void): void {
    this.starters.push(starter);
  }

  /** Calls `listener` when it has been worked out who is served, with loads as they are now. It starts clocks only for later. */
  afterEvaluation(listener: () => void): void {
    this.evaluations.push(listener);
  }

  /** Whether anybody acts on loads. */
  get loadsMatter(): boolean {
    return this.evaluations.length > 0;
  }

  /** It has been worked out who is served. */
  evaluated(): void {
    for (let i = 0; i < this.evaluations.length; i++) this.evaluations[i]!();
  }

  /** A thing runs on the machine of another one. */
  lodge(guest: Thing, machine: Thing): void {
    const guests = this.guests.get(machine) ?? [];
    guests.push(guest);
    this.guests.set(machine, guests);
  }

  /** Things, and whatever runs on their machines. */
  withGuests(machines: readonly Thing[]): readonly Thing[] {
    return [...new Set([...machines, ...machines.flatMap((machine) => this.guests.get(machine) ?? [])])];
  }

  /** A fault has struck: it is what broke last, and one more of its group is broken. */
  lastStruck(source: SourceId): void {
    this.sources.struck(source);
  }

  /**
   * The fault that a loss on a thing is put down to: the one that holds it down, what is wrong with its data, else the last that
   * struck anything.
   */
  blamed(thing: Thing): SourceId {
    const { truth, contents, stores, sources } = this;
    const holding = thing >= 0 && truth.manner[thing] !== OK ? truth.cause[thing]! : NO_SOURCE;
    if (holding !== NO_SOURCE) return holding;
    const store = stores.things.indexOf(thing);
    const wrong = store >= 0 && (contents.isDamaged(store) || contents.gone[store] === 1);
    return wrong ? contents.source[store]! : sources.latest;
  }

  healed(source: SourceId): void {
    this.sources.healed(source);
  }

  /** Service must be evaluated at the end of this instant. */
  markDirty(): void {
    this.flags[DIRTY] = 1;
  }

  /** What servers get from stores has changed: a store, who plays its role, the way to it, or which other one it is carried to. */
  storesChanged(): void {
    this.flags[STORES] = 1;
    this.flags[PAIRS] = 1;
    this.flags[DIRTY] = 1;
  }

  /** Whoever looks for pairs of stores that both take writes is to look again, though nothing has been said to have changed. */
  lookAtPairsAgain(): void {
    this.flags[PAIRS] = 1;
  }

  /** Whether stores have changed, or which one is carried to which, since this was asked last. */
  takePairsChanged(): boolean {
    const changed = this.flags[PAIRS] === 1;
    this.flags[PAIRS] = 0;
    return changed;
  }

  /** Brings the flow up to date with the stores, if they have changed since. */
  refillServers(): void {
    if (this.flags[STORES] === 0) return;
    this.flags[STORES] = 0;
    this.flow.refillServers();
  }

  /** Whether it must; asking clears the mark. */
  takeDirty(): boolean {
    const dirty = this.flags[DIRTY] === 1;
    this.flags[DIRTY] = 0;
    return dirty;
  }

  /** Allocates what depends on counts. Components may read columns after this; slots may still be declared. */
  allocate(): void {
    const { arena } = this.workshop;
    this.truth.seal(arena);
    this.sight.seal(arena);
    this.ways.seal(arena);
    this.sight.listen(() => this.storesChanged());
    this.stores.seal(arena);
    this.contents.seal(arena, this.stores.names.length);
    this.contents.listen(
      () => this.storesChanged(),
      (store) => this.stores.held.holds(store, this.clocks.now),
    );
  }

  /** Allocates what depends on the sources of faults, when all have been declared. */
  allocateSources(): void {
    const { arena } = this.workshop;
    this.sources.seal(arena);
    const damaging = this.contents.mayForget || this.sources.list.some((source) => source.class === 'damage');
    if (damaging) this.contents.sealWounds(arena);
    if (this.contents.mayBeReplaced || ((damaging || this.contents.mayBeLost) && this.contents.mayBeRestored))
      this.stores.held.keepPasts(arena, () => this.clocks.now);
  }

  seal(entries: readonly Entry[]): Simulation {
    this.flow.seal(this.workshop.arena, this.truth.count, entries, this.stores);
    this.situation.seal(this.brief);
    const simulation = this.workshop.seal(this.limits);
    for (const restored of this.restorers) simulation.onRestore(restored);
    this.clocks = simulation.clocks;
    this.records.bind(
      Array.from({ length: this.truth.count }, (_, thing) => this.truth.name(thing)),
      simulation.clocks,
    );
    return simulation;
  }

  /** Starts one replication: streams, then everyone's first clocks. */
  begin(simulation: Simulation, master: Key, replication: number): void {
    simulation.reset(master, replication);
    for (const starter of this.starters) starter();
    this.lookAtPairsAgain();
    this.markDirty();
  }
}
