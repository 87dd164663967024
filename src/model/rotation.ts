import { type Manner, OK, serves } from './manner.ts';
import { IDLE, type Phase } from './phases.ts';
import type { PlaceId } from './places.ts';
import type { SettingId } from './setting-id.ts';
import type { Node } from './stages.ts';
import type { Thing } from './thing.ts';
import type { Servers, World } from './world.ts';

/** What an instance is to a rotation. */
const OUT = 0;
const DEAD = 1;
const GOOD = 2;
const IMPAIRED = 3;
const STATES = 4;

/** Where the numbers of a server stand in its row: what it is, 1 if the owner wants it in rotation, and its group. */
const STATE = 0;
const WANTED = 1;
const GROUP = 2;
const ROW = 4;

/** Servers of a larger rotation are told to the situation by how many of a group are what, not by who is. */
const TOLD_APART = 32;
/** How many of a group are in rotation, and how many of these work fully: with none impaired, all that decides who is served. */
const GROUP_WORDS = 2;

/**
 * A set of servers that requests are spread over evenly: a balancer's backends that it believes good, or all servers of a
 * pool. Counts are kept as beliefs and truths change, so that an evaluation costs by groups (a pool in a place) and not by
 * servers.
 */
export class Rotation {
  private readonly world: World;
  private readonly things: Thing[] = [];
  private readonly groupOf: number[] = [];
  /** The node of each group, and the weight of one of its servers. */
  private readonly groupNodes: Node[] = [];
  private readonly weights: number[] = [];
  /** Where requests come from now. */
  private readonly at: Int32Array;
  private readonly rows: Int32Array;
  /** How many servers of each group are in each state. */
  private readonly counts: Int32Array;
  private node: Node = -1;
  /** The first of the words that tell what each server is, or of those that tell of each group. */
  private readonly words: number;
  private readonly toldApart: boolean;

  /** `from` lists the places where requests may come from, the present one first. */
  constructor(world: World, from: readonly PlaceId[], pools: readonly { servers: Servers; weight: number }[]) {
    const { arena } = world.workshop;
    this.world = world;
    for (const pool of pools) this.enlist(pool.servers, pool.weight);
    this.at = arena.i32('logic', 1).fill(from[0]!);
    this.rows = arena.i32('logic', this.things.length * ROW);
    this.counts = arena.i32('memo', this.groupNodes.length * STATES);
    this.toldApart = this.things.length <= TOLD_APART;
    this.words = this.declareWords();
    for (const [i, thing] of this.things.entries()) this.enter(i, thing);
    if (!this.toldApart) for (const group of this.groupNodes.keys()) this.tellGroup(group);
  }

  private declareWords(): number {
    const { situation } = this.world;
    if (this.toldApart) return situation.declare(this.things.length, GOOD);
    situation.tellNoLosers();
    return situation.declare(this.groupNodes.length * GROUP_WORDS);
  }

  /** What is switched off at the start is not in rotation. */
  private enter(i: number, thing: Thing): void {
    const on = this.world.truth.off[thing] === 0;
    const state = on ? GOOD : OUT;
    const group = this.groupOf[i]!;
    this.rows.set([state, on ? 1 : 0, group], i * ROW);
    this.counts[group * STATES + state]! += 1;
    if (!on && this.toldApart) this.world.situation.put(this.words + i, OUT);
  }

  private enlist(servers: Servers, weight: number): void {
    const groups = new Map<Node, number>();
    for (const [i, thing] of servers.instances.entries()) {
      const node = servers.nodes[i]!;
      const group = groups.get(node) ?? this.addGroup(node, weight);
      groups.set(node, group);
      this.things.push(thing);
      this.groupOf.push(group);
    }
  }

  private addGroup(node: Node, weight: number): number {
    this.weights.push(weight);
    return this.groupNodes.push(node) - 1;
  }

  /** Watches the servers itself. Without it somebody else must tell {@link seen} whatever can be seen from `from`. */
  watch(from: readonly PlaceId[]): void {
    const { truth, sight } = this.world;
    const changed = (i: number): void => this.seen(i, this.manner(i));
    for (const [i, thing] of this.things.entries()) {
      truth.watch(thing, changed, i);
      for (const place of from) sight.watch(place, truth.home(thing), changed, i);
    }
  }

  /** The servers, in the order of the numbers that {@link want} and {@link seen} take. */
  get targets(): readonly Thing[] {
    return this.things;
  }

  get nodes(): readonly Node[] {
    return this.groupNodes;
  }

  /** Binds the node whose edges lead to the groups, in their order. */
  bindNode(node: Node): void {
    this.node = node;
  }

  /** The share of what comes in that is sent to one server, 0 to 1. */
  shareOf(i: number): number {
    return this.state(i) === OUT ? 0 : this.weights[this.groupOf[i]!]! / this.total();
  }

  /** Puts a server in or out. */
  want(i: number, wanted: boolean): void {
    this.rows[i * ROW + WANTED] = wanted ? 1 : 0;
    this.seen(i, this.manner(i));
  }

  /** A server looks so from where requests come from now. */
  seen(i: number, manner: Manner): void {
    const { rows, counts } = this;
    const row = i * ROW;
    const before = rows[row + STATE]!;
    const after = rows[row + WANTED] === 0 ? OUT : stateOf(manner);
    if (after === before && after !== IMPAIRED) return;
    const group = rows[row + GROUP]!;
    counts[group * STATES + before]! -= 1;
    counts[group * STATES + after]! += 1;
    rows[row + STATE] = after;
    this.tell(i, group, before, after);
  }

  private state(i: number): number {
    return this.rows[i * ROW + STATE]!;
  }

  private manner(i: number): Manner {
    return this.world.sight.manner(this.at[0]!, this.things[i]!);
  }

  /** How impaired a server is stands in no word. */
  private tell(i: number, group: number, before: number, after: number): void {
    const { situation, flow } = this.world;
    if (this.toldApart) situation.put(this.words + i, after);
    else this.tellGroup(group);
    if (before === IMPAIRED) situation.blur(-1);
    if (after === IMPAIRED) situation.blur(1);
    flow.stale(this.node);
    this.world.markDirty();
  }

  private tellGroup(group: number): void {
    const { situation } = this.world;
    const word = this.words + group * GROUP_WORDS;
    situation.put(word, this.inside(group));
    situation.put(word + 1, this.good(group));
  }

  /** Requests come from another place now. */
  move(place: PlaceId): void {
    this.at[0] = place;
    this.changedAll();
  }

  /** Everything may have changed: what is in reach, or who is believed. */
  changedAll(): void {
    for (let i = 0; i < this.things.length; i++) this.seen(i, this.manner(i));
  }

  /** What the counts must be: for the law that memo equals recount. */
  recount(): number[] {
    const counts = new Array<number>(this.counts.length).fill(0);
    for (let i = 0; i < this.things.length; i++) {
      const state = this.rows[i * ROW + WANTED] === 0 ? OUT : stateOf(this.manner(i));
      counts[this.groupOf[i]! * STATES + state]! += 1;
    }
    return counts;
  }

  memo(): number[] {
    return [...this.counts];
  }

  /** Servers of a group that are in rotation, */
  private inside(group: number): number {
    const { counts } = this;
    const at = group * STATES;
    return counts[at + DEAD]! + counts[at + GOOD]! + counts[at + IMPAIRED]!;
  }

  /** those of them that work fully, */
  private good(group: number): number {
    return this.counts[group * STATES + GOOD]!;
  }

  /** and gray and slow ones. */
  private impaired(group: number): number {
    return this.counts[group * STATES + IMPAIRED]!;
  }

  /** Servers in rotation, weighted, all together: summed up anew, because weights that come and go leave roundings behind. */
  private total(): number {
    let total = 0;
    for (let group = 0; group < this.weights.length; group++) total += this.inside(group) * this.weights[group]!;
    return total;
  }

  get size(): number {
    let size = 0;
    for (let group = 0; group < this.groupNodes.length; group++) size += this.inside(group);
    return size;
  }

  /** Writes the edges: of what comes, how much meets servers that serve, and how much meets each one server. */
  refill(): void {
    const total = this.total();
    for (let group = 0; group < this.groupNodes.length; group++) this.refillGroup(group, total);
  }

  private refillGroup(group: number, total: number): void {
    const { flow } = this.world;
    const first = flow.edgesOf(this.node);
    if (first < 0) return;
    const each = total === 0 ? 0 : this.weights[group]! / total;
    const unimpaired = this.impaired(group) === 0;
    flow.each[first + group] = each;
    flow.good[first + group] = each * (unimpaired ? this.good(group) : this.good(group) + this.graySum(group));
    flow.slow[first + group] = unimpaired ? 0 : each * this.slowSum(group);
    flow.refillEdge(first + group);
  }

  blame(workload: number, amount: number, nobody: Thing): void {
    const total = this.total();
    const { flow } = this.world;
    if (total === 0) {
      flow.lose(nobody, amount);
      return;
    }
    for (let i = 0; i < this.things.length; i++) {
      const thing = this.things[i]!;
      const group = this.groupOf[i]!;
      const each = (amount * this.weights[group]!) / total;
      if (this.state(i) === DEAD) flow.lose(thing, each);
      if (this.state(i) === IMPAIRED) flow.lose(thing, each * (1 - this.weigh(i)));
    }
    for (let group = 0; group < this.groupNodes.length; group++) {
      const node = this.groupNodes[group]!;
      const weight = this.weights[group]!;
      const here = (amount * weight * this.brisk(group)) / total;
      if (here > 0) flow.nodes[node]!.blame(workload, here);
    }
  }

  /** Where there is no server to send requests to: the first phase of the chain that someone is at to bring one, else {@link IDLE}. */
  awaited(): Phase {
    let first = IDLE;
    if (this.total() > 0) return first;
    const { workforce, truth } = this.world;
    for (const thing of this.things) first = Math.min(first, workforce.working(thing, truth.whole(thing)));
    return first;
  }

  /** Tells the settings for which they wait. */
  waits(phase: Phase, tell: (setting: SettingId) => void): void {
    const { workforce, truth } = this.world;
    for (const thing of this.things) workforce.waits(thing, truth.whole(thing), phase, tell);
  }

  /** Servers of a group that serve, the impaired by their share. */
  private brisk(group: number): number {
    if (this.impaired(group) === 0) return this.good(group);
    const { flow } = this.world;
    const slow = this.slowSum(group) * flow.slowRatio[this.groupNodes[group]!]!;
    return this.good(group) + this.graySum(group) + slow;
  }

  /** Gray servers of a group that have all their capacity, by the share that they serve. */
  private graySum(group: number): number {
    return this.sumImpaired(group, false);
  }

  /** Slow ones, those that are gray too by the share that they serve of what they have the capacity for. */
  private slowSum(group: number): number {
    return this.sumImpaired(group, true);
  }

  private sumImpaired(group: number, slow: boolean): number {
    const { truth } = this.world;
    let sum = 0;
    for (let i = 0; i < this.things.length; i++) {
      const thing = this.things[i]!;
      if (this.groupOf[i] !== group || this.state(i) !== IMPAIRED || truth.factor[thing]! > 1 !== slow) continue;
      sum += 1 - truth.share[thing]!;
    }
    return sum;
  }

  /** What an impaired server serves of what it gets, beside a well one. */
  private weigh(i: number): number {
    const { truth, flow } = this.world;
    const thing = this.things[i]!;
    const answered = 1 - truth.share[thing]!;
    return truth.factor[thing]! > 1 ? answered * flow.slowRatio[this.groupNodes[this.groupOf[i]!]!]! : answered;
  }
}

/** What a server that is wanted is, by how it looks. */
const stateOf = (manner: Manner): number => (manner === OK ? GOOD : serves(manner) ? IMPAIRED : DEAD);
