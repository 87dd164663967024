import type { Us } from '../../base/index.ts';
import {
  EXIT,
  type Exposure,
  GRAY,
  IDLE,
  NO_SOURCE,
  OK,
  type OwnCopy,
  offerRestore,
  type Part,
  type Phase,
  type PlaceId,
  RESTORE,
  roleCode,
  type SourceId,
  type StoreId,
  serves,
  type Thing,
  Vault,
  type Worker,
  type World,
} from '../../model/index.ts';
import { Ballot, type Voters } from './ballot.ts';
import { takeOverFrom } from './clients.ts';
import { offerDeeds } from './deeds.ts';
import { Disks, Holdings } from './disks.ts';
import { Follower } from './follower.ts';
import { publish } from './publish.ts';
import type { DatabaseSpec } from './spec.ts';
import { MajorityUpkeep } from './upkeep.ts';

const NOBODY = -1;

/**
 * Three nodes that agree by majority: a write is acknowledged when two of them have it, and writes stop when no second one
 * can have it. A node that was away counts again when it has caught up; two at least have everything at any time, so that
 * whoever is elected has it too.
 */
export class Majority implements Part, Voters, Worker {
  readonly whole: Thing;
  readonly store: StoreId;
  readonly spec: DatabaseSpec;
  readonly world: World;
  readonly controller = { switchBy: (plan: SourceId, place?: PlaceId): void => this.handOver(plan, place) };
  private readonly nodes: readonly Thing[];
  private readonly copies: readonly Follower[];
  private readonly ballot: Ballot;
  private readonly exposure: Exposure;
  private readonly disks: Disks;
  private readonly holdings: Holdings;
  private readonly vault: Vault | undefined;
  /** Which node is the leader. */
  private readonly leader: Uint8Array;
  /** What took the leader down last. */
  private readonly struckBy: Int32Array;
  private readonly struckAt: Float64Array;

  constructor(spec: DatabaseSpec, world: World) {
    const { arena } = world.workshop;
    const { name } = spec;
    this.spec = spec;
    this.world = world;
    const homes = spec.places.map((path) => world.places.id(path));
    this.whole = world.truth.add(name, homes[0]!);
    this.nodes = homes.map((home, i) => world.truth.add(`${name}/${i + 1}`, home, this.whole));
    this.store = world.stores.add(name, this.whole, () => this.roleChanged());
    this.leader = arena.u8('logic', 1);
    this.struckBy = arena.i32('logic', 1).fill(NO_SOURCE);
    this.struckAt = arena.f64('time', 1);
    this.copies = this.nodes.map((_, i) => this.declareCopy(`${name}/${i + 1}`, i));
    this.disks = new Disks(world, this.nodes);
    this.holdings = new Holdings(this, this.nodes, this.disks);
    this.vault = spec.backups && new Vault(world, name, spec.backups);
    this.exposure = world.exposures.add(name);
    this.ballot = new Ballot(spec, world, this);
    world.stores.bytes.set(this.store, spec.size);
    world.wholes.set(name, this.whole);
    world.units.set(name, this.nodes);
    world.workforce.assignProduct(this.whole, this);
    this.nodes.slice(1).forEach((node, i) => {
      world.stores.streams.ownCopies.push(this.told(node, i + 1));
    });
    offerDeeds(this);
    offerRestore(world, this);
    world.upkeep.set(name, new MajorityUpkeep(this.nodes, this, this.ballot));
  }

  get name(): string {
    return this.spec.name;
  }

  leaderNode(): Thing {
    return this.nodes[this.leader[0]!]!;
  }

  untilInStepWithout(node: Thing): Us {
    const others = this.copies.filter((copy, i) => this.nodes[i] !== node && !copy.inStep);
    return Math.max(0, ...others.map((copy) => copy.untilInStep())) as Us;
  }

  private declareCopy(node: string, i: number): Follower {
    const names = { slot: `${node} catches up`, stream: `${node} rebuild` };
    return new Follower(this.world, this.store, this.spec, names, () => this.copied(i));
  }

  /** A node has caught up. */
  private copied(i: number): void {
    this.disks.fill(i);
    this.changed();
  }

  /** The copy on a node; while that leads, the one on the first. */
  private told(node: Thing, i: number): OwnCopy {
    const follows = () => this.copies[this.leader[0] === i ? 0 : i]!;
    return {
      store: this.store,
      things: [node],
      how: 'majority',
      behind: () => (follows().inStep ? (0 as Us) : follows().behind()),
    };
  }

  wire(): void {
    const { truth, sight } = this.world;
    this.vault?.wire(this.store, this.spec.size);
    const homes = this.nodes.map((node) => truth.home(node));
    for (const [i, node] of this.nodes.entries()) truth.watch(node, () => this.nodeChanged(i));
    for (const one of homes) for (const other of homes) sight.watch(one, other, () => this.changed());
  }

  private nodeChanged(i: number): void {
    this.holdings.look(i);
    if (!this.disks.hold(i) && this.copies[i]!.inStep) this.copies[i]!.fallBehind();
    if (i === this.leader[0] && !this.lives(i)) this.loseLeader(i);
    else if (this.lives(i)) this.world.stores.takeOver(this.store, undefined);
    this.changed();
  }

  private loseLeader(i: number): void {
    const { truth, clocks } = this.world;
    this.struckBy[0] = truth.cause[this.nodes[i]!]!;
    this.struckAt[0] = clocks.now;
  }

  private changed(): void {
    this.ballot.changed();
    this.refresh();
  }

  /** Other data have been put in place on a node that runs; the others are filled from it. */
  filled(): void {
    const there = this.nodes.findIndex((_, i) => this.runs(i));
    const first = this.runs(this.leader[0]!) || there < 0 ? this.leader[0]! : there;
    this.leader[0] = first;
    this.disks.fill(first);
    for (const copy of this.copies) copy.fallBehind();
    this.copies[first]!.enterStep();
    this.changed();
  }

  setRestoring(on: boolean): void {
    this.holdings.setRestoring(on);
  }

  private runs(i: number): boolean {
    return serves(this.world.truth.manner[this.nodes[i]!]!);
  }

  /** Runs, and has its data. */
  private lives(i: number): boolean {
    return this.runs(i) && this.disks.hold(i);
  }

  /** Whether two nodes run and see each other. */
  private joined(i: number, j: number): boolean {
    const { truth, sight } = this.world;
    return (
      this.lives(i) && this.lives(j) && sight.reaches(truth.home(this.nodes[i]!), truth.home(this.nodes[j]!)) === 1
    );
  }

  private hasMajority(i: number): boolean {
    return this.nodes.some((_, j) => j !== i && this.joined(i, j));
  }

  leads(): boolean {
    return this.copies[this.leader[0]!]!.inStep && this.hasMajority(this.leader[0]!);
  }

  /** Whether some node that has everything sees another. */
  majority(): boolean {
    return this.nodes.some((_, i) => this.mayLead(i));
  }

  leaderPlaceLost(): boolean {
    const place = this.world.truth.home(this.nodes[this.leader[0]!]!);
    return this.world.truth.manner[this.world.wholes.get(this.world.places.path(place))!] !== OK;
  }

  /** Who has everything and sees another. */
  private mayLead(i: number): boolean {
    return this.copies[i]!.inStep && this.hasMajority(i);
  }

  /** To another node; where a place is stated, to one in it or to none. */
  private handOver(plan: SourceId, place: PlaceId | undefined): void {
    const { places, truth } = this.world;
    const stands = (node: Thing): boolean => place === undefined || places.within(truth.home(node), place);
    const others = this.nodes.findIndex((node, i) => i !== this.leader[0] && stands(node) && this.mayLead(i));
    if (others !== NOBODY) this.ballot.voteBy(plan, others);
  }

  /** Of those who may, the present leader, else the first; on purpose, the one that is wanted, else another one. */
  private winner(): number {
    const { preferred, planned } = this.ballot;
    if (preferred !== NOBODY && this.mayLead(preferred)) return preferred;
    const present = this.leader[0]!;
    const others = this.nodes.findIndex((_, i) => i !== present && this.mayLead(i));
    if (planned && others !== NOBODY) return others;
    return this.mayLead(present) ? present : others;
  }

  elected(): void {
    const winner = this.winner();
    if (winner === NOBODY || winner === this.leader[0]) return;
    const { world } = this;
    if (!this.ballot.planned) {
      world.records.recovery(this.store, this.struckBy[0]!, 0 as Us, 0, true);
      takeOverFrom(world, this.store, this.leaderNode(), this.struckAt[0]! as Us);
    }
    this.struckBy[0] = NO_SOURCE;
    this.leader[0] = winner;
    world.truth.place[this.whole] = world.truth.home(this.nodes[winner]!);
    world.records.role(this.whole, roleCode('primary'), this.nodes[winner]!);
    world.truth.notify(this.whole);
    world.storesChanged();
  }

  private roleChanged(): void {
    this.serve(this.commits());
    this.world.storesChanged();
  }

  /** Whether a second node that has everything sees the leader. */
  private commits(): boolean {
    const leader = this.leader[0]!;
    return (
      this.ballot.settled && this.nodes.some((_, j) => j !== leader && this.copies[j]!.inStep && this.joined(leader, j))
    );
  }

  /** Works out again what can be read and written, and who falls behind or catches up. */
  refresh(): void {
    const commits = this.commits();
    this.serve(commits);
    this.follow(commits);
    this.exposure.set(!commits, false, this.world.clocks.now);
  }

  private serve(commits: boolean): void {
    const { world, store, nodes } = this;
    const { stores, truth } = world;
    const node = nodes[this.leader[0]!]!;
    const served = truth.manner[node] === GRAY ? 1 - truth.share[node]! : 1;
    const open = stores.isOpen(store);
    const reads = this.reads() ? served : 0;
    publish(world, store, reads, open && commits ? served : 0);
    const manner = truth.manner[node]!;
    truth.derive(this.whole, manner === OK && !this.ballot.settled ? EXIT : manner, truth.cause[node]!);
  }

  private reads(): boolean {
    if (!this.lives(this.leader[0]!) || this.holdings.restoring) return false;
    return this.ballot.settled || (this.spec.readsWithoutMajority === 'go-on' && !this.ballot.missing);
  }

  /** Those who do not get what is committed fall behind; those who are back catch up from the leader. */
  private follow(commits: boolean): void {
    const leader = this.leader[0]!;
    for (const [j, copy] of this.copies.entries()) {
      if (j === leader) continue;
      const reached = this.ballot.settled && this.joined(leader, j);
      if (!reached && copy.inStep && commits) copy.lose();
      else if (!reached) copy.stay();
      else if (copy.lost) copy.catchUp(!this.disks.hold(j));
      else if (copy.catchingUp) copy.replan();
    }
  }

  phase(): Phase {
    const phase = this.ballot.phase();
    return phase === IDLE && !this.commits() && this.copies.some((copy) => copy.catchingUp) ? RESTORE : phase;
  }

  planned(): boolean {
    return this.ballot.planned;
  }
}
