import {
  GRAY,
  type Manner,
  NO_SOURCE,
  OK,
  type PlaceId,
  type SourceId,
  serves,
  type Thing,
  type World,
} from '../../model/index.ts';
import type { Disks } from './disks.ts';

/** The nodes of a database, one or two: which of them is the primary, who lives, and what struck. */
export class Pair {
  private readonly world: World;
  private readonly nodes: readonly Thing[];
  private readonly disks: Disks;
  /** Which node is the primary: 0 or 1. */
  private readonly role: Uint8Array;
  /** What took the primary down last: a recovery is put down to it, also when the old primary is back by then. */
  private readonly struckBy: Int32Array;
  /** When the primary was lost last. */
  private readonly struckAt: Float64Array;
  /** 1 while its only node runs elsewhere, until its own machine is back. */
  private readonly moved: Uint8Array;
  /** Which nodes lived when they were last looked at. */
  private readonly alive: Uint8Array;

  constructor(world: World, nodes: readonly Thing[], disks: Disks) {
    const { arena } = world.workshop;
    this.world = world;
    this.nodes = nodes;
    this.disks = disks;
    this.role = arena.u8('logic', 1);
    this.struckBy = arena.i32('logic', 1).fill(NO_SOURCE);
    this.struckAt = arena.f64('time', 1);
    this.moved = arena.u8('logic', 1);
    this.alive = arena.u8('memo', nodes.length).fill(1);
  }

  /** The number of the primary, 0 or 1. */
  get primary(): number {
    return this.role[0]!;
  }

  /** The number of the other node. */
  get standby(): number {
    return 1 - this.role[0]!;
  }

  get primaryNode(): Thing {
    return this.nodes[this.role[0]!]!;
  }

  get standbyNode(): Thing {
    return this.nodes[1 - this.role[0]!]!;
  }

  get primaryHome(): PlaceId {
    return this.world.truth.home(this.primaryNode);
  }

  /** The place of the primary, as a thing that may be lost. */
  get homePlace(): Thing {
    return this.world.wholes.get(this.world.places.path(this.primaryHome))!;
  }

  get primaryPlaceLost(): boolean {
    return this.world.truth.manner[this.homePlace] !== OK;
  }

  runs(i: number): boolean {
    return serves(this.world.truth.manner[this.nodes[i]!]!);
  }

  /** Runs, and has its data. */
  lives(i: number): boolean {
    return this.runs(i) && this.disks.hold(i);
  }

  get primaryAlive(): boolean {
    return this.lives(this.role[0]!);
  }

  /** Whether the standby's machine works and reaches the primary; where that is dead, whether it has its data. */
  get standbyThere(): boolean {
    if (this.nodes.length < 2) return false;
    const { truth, sight } = this.world;
    if (!this.primaryAlive) return this.lives(this.standby);
    return this.runs(this.standby) && sight.reaches(truth.home(this.primaryNode), truth.home(this.standbyNode)) === 1;
  }

  /** What a node is to the controller: an empty standby is there, and is filled; an empty primary is as good as dead. */
  private counts(i: number): boolean {
    return i === this.primary ? this.lives(i) : this.runs(i);
  }

  /** Looks at a node, and says whether it lives otherwise than when it was looked at last. */
  look(i: number): 'came' | 'went' | 'same' {
    if (this.lives(i)) this.moved[0] = 0;
    const alive = this.counts(i) ? 1 : 0;
    if (alive === this.alive[i]) return 'same';
    this.alive[i] = alive;
    return alive === 1 ? 'came' : 'went';
  }

  /** Data are in place on a node that runs: it is the primary, and its disk is full. Says whether it lives. */
  fill(): boolean {
    const there = this.nodes.findIndex((_, i) => this.runs(i));
    if (!this.runs(this.primary) && there >= 0) this.role[0] = there;
    this.disks.fill(this.primary);
    this.alive[this.primary] = this.primaryAlive ? 1 : 0;
    return this.primaryAlive;
  }

  exchange(): void {
    this.role[0] = 1 - this.role[0]!;
  }

  /** The primary has been lost. */
  noteStrike(): void {
    this.struckBy[0] = this.world.truth.cause[this.primaryNode]!;
    this.struckAt[0] = this.world.clocks.now;
  }

  get lastStruckBy(): SourceId {
    return this.struckBy[0]!;
  }

  /** µs. */
  get lastStruckAt(): number {
    return this.struckAt[0]!;
  }

  /** Whether the only node runs elsewhere, on the same disk, until its own machine is back. */
  get isMoved(): boolean {
    return this.moved[0] === 1;
  }

  setMoved(moved: boolean): void {
    this.moved[0] = moved ? 1 : 0;
  }

  /** Whether one node alone is lost, so that it can be started elsewhere on the same disk. */
  get canRelocate(): boolean {
    const struck = this.lastStruckBy;
    const single = struck !== NO_SOURCE && this.world.sources.list[struck]!.class === 'instance';
    return single && this.disks.hold(0) && !this.primaryPlaceLost;
  }

  /** The share of requests that the primary answers while it lives, 0 to 1. */
  get servedShare(): number {
    const node = this.primaryNode;
    if (this.isMoved) return 1;
    return this.world.truth.manner[node] === GRAY ? 1 - this.world.truth.share[node]! : 1;
  }

  /** How the primary looks from outside. */
  get manner(): Manner {
    return this.isMoved ? OK : this.world.truth.manner[this.primaryNode]!;
  }
}
