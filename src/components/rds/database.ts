import type { Us } from '../../base/index.ts';
import {
  EXIT,
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
  type Thing,
  Vault,
  type World,
} from '../../model/index.ts';
import { takeOverFrom } from './clients.ts';
import { Controller, type Nodes } from './controller.ts';
import { offerDeeds } from './deeds.ts';
import { Disks, Holdings } from './disks.ts';
import { Lookout } from './lookout.ts';
import { Pair } from './pair.ts';
import { publish } from './publish.ts';
import { Readers, type Source } from './readers.ts';
import type { DatabaseSpec } from './spec.ts';
import { type Primary, Standby } from './standby.ts';
import { DatabaseUpkeep } from './upkeep.ts';

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
  private readonly pair: Pair;

  constructor(spec: DatabaseSpec, world: World) {
    this.spec = spec;
    this.world = world;
    const homes = this.homes();
    this.whole = world.truth.add(spec.name, homes[0]!);
    this.nodes = homes.map((home, i) => world.truth.add(`${spec.name}/${i + 1}`, home, this.whole));
    this.store = world.stores.add(spec.name, this.whole, () => this.roleChanged());
    this.disks = new Disks(world, this.nodes);
    this.pair = new Pair(world, this.nodes, this.disks);
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
    else this.world.truth.watch(this.pair.homePlace, () => this.placeChanged());
    this.readers?.wire(this.nodes.map((node) => this.world.truth.home(node)));
    if (this.spec.heartbeat !== undefined && this.nodes.length === 2) this.watchHearts(this.spec.heartbeat);
  }

  /** Its nodes run on these machines, one each. */
  standOn(machines: readonly Thing[]): void {
    for (const [i, node] of this.nodes.entries()) this.world.lodge(node, machines[i % machines.length]!);
  }

  /** An only node that runs elsewhere in its zone falls with the zone, and is started nowhere while that is lost. */
  private placeChanged(): void {
    if (this.pair.isMoved && this.pair.primaryPlaceLost) {
      this.pair.setMoved(false);
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
      if (!good && i === this.pair.primary && !this.pair.primaryAlive) this.controller.detected();
    });
  }

  private nodeChanged(i: number): void {
    this.holdings.look(i);
    const change = this.pair.look(i);
    if (change !== 'same') this.lifeChanged(i === this.pair.primary, change === 'came');
    this.refresh();
  }

  /** Other data have been put in place, on a node that runs; the second copy is made anew from it. */
  filled(): void {
    const alive = this.pair.fill();
    if (this.nodes.length > 1) this.standby.startOver();
    if (alive) this.controller.primaryBack();
    this.refresh();
  }

  /** The second copy is complete. */
  copied(): void {
    this.disks.fill(this.pair.standby);
  }

  overwritten(): void {
    this.disks.overwrite(this.pair.standby);
  }

  standbyEmpty(): boolean {
    return !this.disks.hold(this.pair.standby);
  }

  setRestoring(on: boolean): void {
    this.holdings.setRestoring(on);
  }

  private losePrimary(): void {
    this.pair.noteStrike();
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

  primaryAlive(): boolean {
    return this.pair.primaryAlive;
  }

  standbyThere(): boolean {
    return this.pair.standbyThere;
  }

  controlled(): boolean {
    return this.lookout.reaches(this.standbyNode());
  }

  primaryPlaceLost(): boolean {
    return this.pair.primaryPlaceLost;
  }

  canRelocate(): boolean {
    return this.pair.canRelocate;
  }

  relocate(): void {
    this.tellClients();
    this.pair.setMoved(true);
    this.world.records.role(this.whole, roleCode('primary'), this.nodes[0]!);
  }

  serving(): boolean {
    const lives = this.pair.primaryAlive || this.pair.isMoved;
    return this.controller.serving && lives && !this.holdings.restoring;
  }

  exchange(onPurpose: boolean): void {
    const { world } = this;
    if (!onPurpose) this.recordRecovery();
    if (!onPurpose) this.tellClients();
    this.pair.exchange();
    world.truth.place[this.whole] = this.pair.primaryHome;
    world.records.role(this.whole, roleCode('primary'), this.pair.primaryNode);
    world.truth.notify(this.whole);
    this.readers?.exchanged();
    world.storesChanged();
  }

  private tellClients(): void {
    takeOverFrom(this.world, this.store, this.primaryNode(), this.pair.lastStruckAt as Us);
  }

  private recordRecovery(): void {
    const age = this.standby.behind();
    this.world.records.recovery(this.store, this.pair.lastStruckBy, age, this.standby.missing(age), true);
  }

  get units(): readonly Thing[] {
    return this.world.units.get(this.spec.name)!;
  }

  primaryNode(): Thing {
    return this.pair.primaryNode;
  }

  standbyNode(): Thing {
    return this.pair.standbyNode;
  }

  primaryHome(): PlaceId {
    return this.pair.primaryHome;
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
    const served = this.serving() ? this.pair.servedShare : 0;
    const writes = stores.isOpen(store) && this.standby.allowsWrites ? served : 0;
    publish(this.world, store, served, writes);
    this.noteStale();
    this.world.truth.derive(this.whole, this.shown(), this.why());
  }

  /** What the state of the database is put down to: what it is switched for, what its data are restored for, or what struck its primary. */
  private why(): SourceId {
    const { truth, contents } = this.world;
    const { switchedFor } = this.controller;
    if (switchedFor !== NO_SOURCE) return switchedFor;
    const idle = this.holdings.restoring && this.pair.manner === OK;
    return idle ? contents.source[this.store]! : truth.cause[this.primaryNode()]!;
  }

  /** How the database looks from outside: like its primary; refusing while it switches. */
  private shown(): Manner {
    const { manner } = this.pair;
    return manner === OK && !this.serving() ? EXIT : manner;
  }
}
