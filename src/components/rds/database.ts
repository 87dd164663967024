import type { Us } from '../../base/index.ts';
import {
  EXIT,
  GRAY,
  type Manner,
  NO_SOURCE,
  OK,
  offerRestore,
  type Part,
  type PlaceId,
  Prober,
  roleCode,
  type SourceId,
  type StoreId,
  serves,
  type Thing,
  Vault,
  type World,
} from '../../model/index.ts';
import { takeOverFrom } from './clients.ts';
import { Controller, type Nodes } from './controller.ts';
import { offerDeeds } from './deeds.ts';
import { Disks, Holdings } from './disks.ts';
import { Lookout } from './lookout.ts';
import { Majority } from './majority.ts';
import { publish } from './publish.ts';
import { Readers, type Source } from './readers.ts';
import type { DatabaseSpec, RdsSpec } from './schema.ts';
import type { SelfBuiltSpec } from './self-built.ts';
import { type Primary, Standby } from './standby.ts';
import { DatabaseUpkeep } from './upkeep.ts';

/** Compiles a database. */
export function declareRds(spec: RdsSpec, world: World): Part {
  return spec.edition === 'three-node' ? new Majority(spec, world) : new Database(spec, world);
}

/** Compiles a database of one's own: on machines of a pool, what takes them takes it. */
export function declareSelfBuilt(spec: SelfBuiltSpec, world: World): Part {
  const database = new Database(spec, world);
  if (spec.on === undefined) return database;
  const pool = spec.on;
  return {
    wire: () => {
      database.wire();
      database.standOn(world.units.get(pool)!);
      world.flow.burden(pool, spec.work);
    },
  };
}

/** A relational database: one node, or a primary and a standby with a controller. */
export class Database implements Part, Nodes, Primary, Source {
  readonly whole: Thing;
  readonly store: StoreId;
  readonly controller: Controller;
  readonly spec: DatabaseSpec;
  readonly world: World;
  private readonly nodes: readonly Thing[];
  private readonly standby: Standby;
  private readonly disks: Disks;
  private readonly holdings: Holdings;
  private readonly lookout: Lookout;
  private readonly vault: Vault | undefined;
  private readonly readers: Readers | undefined;
  /** Which node is the primary: 0 or 1. */
  private readonly primary: Uint8Array;
  /** What took the primary down last: a recovery is put down to it, also when the old primary is back by then. */
  private readonly struckBy: Int32Array;
  /** When the primary was lost last. */
  private readonly struckAt: Float64Array;
  /** 1 while its only node runs elsewhere, until its own machine is back. */
  private readonly moved: Uint8Array;
  /** Which nodes lived when they were last looked at. */
  private readonly alive: Uint8Array;

  constructor(spec: DatabaseSpec, world: World) {
    const { arena } = world.workshop;
    this.spec = spec;
    this.world = world;
    const homes = this.homes();
    this.whole = world.truth.add(spec.name, homes[0]!);
    this.nodes = homes.map((home, i) => world.truth.add(`${spec.name}/${i + 1}`, home, this.whole));
    this.store = world.stores.add(spec.name, this.whole, () => this.roleChanged());
    this.primary = arena.u8('logic', 1);
    this.struckBy = arena.i32('logic', 1).fill(NO_SOURCE);
    this.struckAt = arena.f64('time', 1);
    this.moved = arena.u8('logic', 1);
    this.alive = arena.u8('memo', homes.length).fill(1);
    this.disks = new Disks(world, this.nodes);
    this.holdings = new Holdings(this, this.nodes, this.disks);
    this.vault = spec.backups && new Vault(world, spec.name, spec.backups);
    this.lookout = new Lookout(world, spec.controllerPlace);
    this.standby = new Standby(spec, world, this);
    this.controller = new Controller(spec, world, this, this.standby);
    if (this.nodes.length === 2) world.stores.streams.ownCopies.push(this.standby.told(this.nodes));
    world.stores.bytes.set(this.store, spec.size);
    world.wholes.set(spec.name, this.whole);
    this.readers = this.declareReaders();
    world.units.set(spec.name, [...this.nodes, ...(this.readers?.things ?? [])]);
    world.workforce.assignProduct(this.whole, this.controller);
    offerDeeds(this);
    offerRestore(world, this);
    if (spec.edition !== 'basic') world.upkeep.set(spec.name, new DatabaseUpkeep(this, this.controller, this.standby));
  }

  get name(): string {
    return this.spec.name;
  }

  private declareReaders(): Readers | undefined {
    const { spec, world } = this;
    return spec.readOnly && new Readers(world, this, spec.readOnly, spec, this.nodes.length + 1);
  }

  private homes(): PlaceId[] {
    const places = this.spec.places.map((path) => this.world.places.id(path));
    return this.spec.edition === 'basic' ? [places[0]!] : [places[0]!, places[1] ?? places[0]!];
  }

  wire(): void {
    this.vault?.wire(this.store, this.spec.size);
    for (const [i, node] of this.nodes.entries()) this.world.truth.watch(node, () => this.nodeChanged(i));
    this.lookout.watch(this.nodes, () => this.controller.sightChanged());
    if (this.nodes.length === 2) this.watchBetween();
    else this.world.truth.watch(this.homePlace(), () => this.placeChanged());
    this.readers?.wire(this.nodes.map((node) => this.world.truth.home(node)));
    if (this.spec.heartbeat !== undefined && this.nodes.length === 2) this.watchHearts(this.spec.heartbeat);
  }

  /** Its nodes run on these machines, one each. */
  standOn(machines: readonly Thing[]): void {
    for (const [i, node] of this.nodes.entries()) this.world.lodge(node, machines[i % machines.length]!);
  }

  private homePlace(): Thing {
    const { truth, places, wholes } = this.world;
    return wholes.get(places.path(truth.home(this.nodes[this.primary[0]!]!)))!;
  }

  /** An only node that runs elsewhere in its zone falls with the zone, and is started nowhere while that is lost. */
  private placeChanged(): void {
    if (this.moved[0] === 1 && this.primaryPlaceLost()) {
      this.moved[0] = 0;
      this.controller.primaryLost();
    } else this.controller.placeChanged();
    this.refresh();
  }

  private watchBetween(): void {
    const [one, other] = this.nodes.map((node) => this.world.truth.home(node));
    this.world.sight.watch(one!, other!, () =>
      this.standbyThere() ? this.standbyReached() : this.controller.standbyLost(),
    );
  }

  private standbyReached(): void {
    this.controller.standbyBack();
  }

  private watchHearts(heartbeat: NonNullable<DatabaseSpec['heartbeat']>): void {
    const from = this.world.truth.home(this.nodes[1]!);
    new Prober(this.world, `${this.spec.name} heartbeat`, [from], this.nodes, heartbeat, (i, good) => {
      if (!good && i === this.primary[0] && !this.primaryAlive()) this.controller.detected();
    });
  }

  private nodeChanged(i: number): void {
    this.holdings.look(i);
    if (this.lives(i)) this.moved[0] = 0;
    const alive = this.counts(i) ? 1 : 0;
    const before = this.alive[i];
    this.alive[i] = alive;
    if (alive !== before) this.lifeChanged(i === this.primary[0], alive === 1);
    this.refresh();
  }

  /** What a node is to the controller: an empty standby is there, and is filled; an empty primary is as good as dead. */
  private counts(i: number): boolean {
    return i === this.primary[0] ? this.lives(i) : this.runs(i);
  }

  /** Other data have been put in place, on a node that runs; the second copy is made anew from it. */
  filled(): void {
    const there = this.nodes.findIndex((_, i) => this.runs(i));
    if (!this.runs(this.primary[0]!) && there >= 0) this.primary[0] = there;
    const primary = this.primary[0]!;
    this.disks.fill(primary);
    if (this.nodes.length > 1) this.standby.startOver();
    this.alive[primary] = this.lives(primary) ? 1 : 0;
    if (this.alive[primary] === 1) this.controller.primaryBack();
    this.refresh();
  }

  /** The second copy is complete. */
  copied(): void {
    this.disks.fill(1 - this.primary[0]!);
  }

  overwritten(): void {
    this.disks.overwrite(1 - this.primary[0]!);
  }

  standbyEmpty(): boolean {
    return !this.disks.hold(1 - this.primary[0]!);
  }

  setRestoring(on: boolean): void {
    this.holdings.setRestoring(on);
  }

  private losePrimary(): void {
    this.struckBy[0] = this.world.truth.cause[this.nodes[this.primary[0]!]!]!;
    this.struckAt[0] = this.world.clocks.now;
    this.controller.primaryLost();
    this.readers?.freeze();
  }

  private returnPrimary(): void {
    this.controller.primaryBack();
    this.readers?.resume();
  }

  private lifeChanged(isPrimary: boolean, alive: boolean): void {
    if (alive) this.world.stores.takeOver(this.store, undefined);
    if (isPrimary && alive) this.returnPrimary();
    else if (isPrimary) this.losePrimary();
    else if (!alive) this.controller.standbyLost();
    else if (this.standbyThere()) this.controller.standbyBack();
  }

  private runs(i: number): boolean {
    return serves(this.world.truth.manner[this.nodes[i]!]!);
  }

  /** Runs, and has its data. */
  private lives(i: number): boolean {
    return this.runs(i) && this.disks.hold(i);
  }

  primaryAlive(): boolean {
    return this.lives(this.primary[0]!);
  }

  standbyThere(): boolean {
    if (this.nodes.length < 2) return false;
    const standby = 1 - this.primary[0]!;
    const [here, there] = [this.nodes[this.primary[0]!]!, this.nodes[standby]!];
    const reached = this.world.sight.reaches(this.world.truth.home(here), this.world.truth.home(there)) === 1;
    return this.primaryAlive() ? this.runs(standby) && reached : this.lives(standby);
  }

  controlled(): boolean {
    return this.lookout.reaches(this.standbyNode());
  }

  primaryPlaceLost(): boolean {
    return this.world.truth.manner[this.homePlace()] !== OK;
  }

  canRelocate(): boolean {
    const struck = this.struckBy[0]!;
    const single = struck !== NO_SOURCE && this.world.sources.list[struck]!.class === 'instance';
    return single && this.disks.hold(0) && !this.primaryPlaceLost();
  }

  relocate(): void {
    this.tellClients();
    this.moved[0] = 1;
    this.world.records.role(this.whole, roleCode('primary'), this.nodes[0]!);
  }

  serving(): boolean {
    const lives = this.primaryAlive() || this.moved[0] === 1;
    return this.controller.serving && lives && !this.holdings.restoring;
  }

  exchange(onPurpose: boolean): void {
    const { world } = this;
    if (!onPurpose) this.recordRecovery();
    if (!onPurpose) this.tellClients();
    this.primary[0] = 1 - this.primary[0]!;
    world.truth.place[this.whole] = world.truth.home(this.nodes[this.primary[0]!]!);
    world.records.role(this.whole, roleCode('primary'), this.nodes[this.primary[0]!]!);
    world.truth.notify(this.whole);
    this.readers?.exchanged();
    world.storesChanged();
  }

  private tellClients(): void {
    takeOverFrom(this.world, this.store, this.primaryNode(), this.struckAt[0]! as Us);
  }

  private recordRecovery(): void {
    const age = this.standby.behind();
    this.world.records.recovery(this.store, this.struckBy[0]!, age, this.standby.missing(age), true);
  }

  get units(): readonly Thing[] {
    return this.world.units.get(this.spec.name)!;
  }

  primaryNode(): Thing {
    return this.nodes[this.primary[0]!]!;
  }

  standbyNode(): Thing {
    return this.nodes[1 - this.primary[0]!]!;
  }

  primaryHome(): PlaceId {
    return this.world.truth.home(this.nodes[this.primary[0]!]!);
  }

  /** What read-only nodes answer has changed. */
  readsChanged(): void {
    this.noteStale();
    this.world.storesChanged();
  }

  /** Whether read-only nodes alone answer now, and how far behind they are when that begins. */
  private noteStale(): void {
    if (this.readers === undefined) return;
    const { world, store } = this;
    const alone = world.stores.canRead[store] === 0 && this.readers.answering;
    if (alone === this.standby.exposure.stale) return;
    this.standby.exposure.setStale(alone, world.clocks.now);
    if (alone) world.records.stale(store, this.readers.staleness());
  }

  private roleChanged(): void {
    this.refresh();
    this.world.storesChanged();
  }

  /** Works out again what can be read and written. */
  refresh(): void {
    const { stores } = this.world;
    const { store } = this;
    const served = this.serving() ? this.servedShare() : 0;
    const writes = stores.isOpen(store) && this.standby.allowsWrites ? served : 0;
    publish(this.world, store, served, writes);
    this.noteStale();
    this.world.truth.derive(this.whole, this.shown(), this.why());
  }

  /** What the state of the database is put down to: what struck its primary, or what it is switched for. */
  private why(): SourceId {
    const { switchedFor } = this.controller;
    return switchedFor === NO_SOURCE ? this.world.truth.cause[this.primaryNode()]! : switchedFor;
  }

  private servedShare(): number {
    const node = this.nodes[this.primary[0]!]!;
    if (this.moved[0] === 1) return 1;
    return this.world.truth.manner[node] === GRAY ? 1 - this.world.truth.share[node]! : 1;
  }

  /** How the database looks from outside: like its primary; refusing while it switches. */
  private shown(): Manner {
    const manner = this.moved[0] === 1 ? OK : this.world.truth.manner[this.nodes[this.primary[0]!]!]!;
    return manner === OK && !this.serving() ? EXIT : manner;
  }
}
