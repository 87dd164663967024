import { HasimError } from '../../base/index.ts';
import {
  Attempts,
  afterRetries,
  attempts,
  type Deed,
  type Entry,
  type Front,
  IDLE,
  INTERNET,
  type Node,
  type Part,
  PROPAGATE,
  Prober,
  roleCode,
  SETTLED,
  serves,
  type Thing,
  TOLD_GROUPS,
  type Worker,
  type World,
} from '../../model/index.ts';
import { AnswerTable, NO_ANSWER } from './answers.ts';
import { Choice } from './choice.ts';
import type { Groups } from './groups.ts';
import { Resolvers } from './resolvers.ts';
import type { DnsSpec } from './schema.ts';

/** Words that tell of a group: its answer set, and who is in it. */
const GROUP_WORDS = 2;
const NO_GROUP = -1;

/** Compiles a domain name. */
export function declareDns(spec: DnsSpec, world: World): Part {
  return new Name(spec, world);
}

/**
 * A name with several answers: monitors and plans take answers out, caches spread the news. While its own servers are lost,
 * caches serve until they expire.
 */
class Name implements Part, Entry {
  private readonly spec: DnsSpec;
  private readonly world: World;
  private readonly whole: Thing;
  private readonly table: AnswerTable;
  private readonly choice: Choice;
  private readonly resolvers: Resolvers;
  private fronts: Front[] = [];
  private nodes: Node[] = [];
  private readonly groups: Groups;
  /** Set while somebody comes in here. */
  attempts!: Attempts;
  private tries: Float64Array = new Float64Array(0);
  /** The word that tells what the name answers now, and the first of those that tell of groups. */
  private answerWord = 0;
  private groupWords = 0;
  /** 1 while there are more groups than the situation is told of. */
  private readonly untold: Uint8Array;

  constructor(spec: DnsSpec, world: World) {
    const { arena } = world.workshop;
    this.spec = spec;
    this.world = world;
    this.whole = world.truth.add(spec.name, INTERNET);
    this.table = new AnswerTable(spec.answers);
    this.choice = new Choice(spec, arena, this.table.all);
    this.resolvers = new Resolvers(spec, world, this.choice.atStart, () => this.usersMoved());
    this.groups = this.resolvers.groups;
    this.untold = arena.u8('memo', 1);
    world.wholes.set(spec.name, this.whole);
    world.units.set(spec.name, [this.whole]);
    world.fronts.set(spec.name, {
      thing: this.whole,
      entry: (workloads) => this.entry(workloads),
      node: () => this.nowhere(),
    });
    for (const [i, { target }] of spec.answers.entries()) this.offerDeeds(i, target);
  }

  private offerDeeds(i: number, target: string): void {
    this.world.deeds.offer(target, 'hold-out', () => this.holdOut(i));
    this.world.deeds.offer(target, 'readmit', () => this.readmit(i));
  }

  wire(): void {
    const { world, spec } = this;
    this.fronts = spec.answers.map(({ target }) => world.fronts.get(target)!);
    const things = this.fronts.map((front) => front.thing);
    world.truth.watch(this.whole, () => this.resolvers.serversLost(!serves(world.truth.manner[this.whole]!)));
    for (const thing of things) world.truth.watch(thing, () => world.markDirty());
    const ttl = world.settings.id(`components.${spec.name}.ttl`, PROPAGATE);
    // What dies on an answer that has been withdrawn waits for caches, whatever is done about the answer.
    const cached: Worker = {
      phase: () => IDLE,
      waits: (_, phase, tell) => {
        if (phase === PROPAGATE) tell(ttl);
      },
    };
    for (const thing of new Set(things)) world.workforce.assign(thing, cached);
    if (spec.monitor === undefined) return;
    new Prober(world, `${spec.name} monitor`, [INTERNET], things, spec.monitor, (i, good) => this.believe(i, good));
  }

  private entry(workloads: readonly number[]): Entry {
    this.nodes = this.fronts.map((front) => front.node());
    const { workshop, situation, flow } = this.world;
    this.attempts = new Attempts(workshop.arena, situation, this.spec.cohorts + 1, flow.demands, workloads);
    this.tries = this.attempts.now;
    this.answerWord = this.world.situation.declare(1, this.choice.atStart);
    this.groupWords = this.world.situation.declare(TOLD_GROUPS * GROUP_WORDS);
    this.world.atStart(() => this.regroup());
    return this;
  }

  private nowhere(): Node {
    throw new HasimError('broken-invariant', `${this.spec.name} is a name; only users look it up`);
  }

  private believe(i: number, good: boolean): void {
    if (this.choice.believe(i, good)) this.reanswer();
  }

  /** Withheld for as long as one of the plans that withheld it has not taken that back, or until it is readmitted. */
  private holdOut(i: number): Deed {
    return {
      needs: [],
      mends: [this.world.wholes.get(this.spec.answers[i]!.target)!],
      end: () => this.withhold(() => this.choice.withhold(i)),
      undo: () => this.withhold(() => this.choice.release(i)),
    };
  }

  private readmit(i: number): Deed {
    return { needs: [], mends: [], end: () => this.withhold(() => this.choice.readmit(i)) };
  }

  /** A plan changes which answers are withheld. */
  private withhold(change: () => void): void {
    change();
    this.world.records.role(this.whole, roleCode('held-out'), this.choice.withheld);
    this.reanswer();
  }

  private reanswer(): void {
    const mask = this.choice.choose();
    if (mask === this.resolvers.current) return;
    this.world.records.role(this.whole, roleCode('answer'), mask);
    this.resolvers.answer(mask);
    if (this.entered) this.world.situation.put(this.answerWord, mask);
  }

  /** Whether users come in here. */
  private get entered(): boolean {
    return this.nodes.length > 0;
  }

  private usersMoved(): void {
    if (!this.entered) return;
    this.regroup();
    this.world.markDirty();
  }

  private regroup(): void {
    this.attempts.reset(this.groups.count);
    this.tellGroups();
  }

  /** Tells the situation which users hold what. */
  private tellGroups(): void {
    const { situation } = this.world;
    const { count, masks, members } = this.groups;
    for (let g = 0; g < TOLD_GROUPS; g++) {
      const word = this.groupWords + g * GROUP_WORDS;
      situation.put(word, g < count ? masks[g]! : NO_GROUP);
      situation.put(word + 1, g < count ? members[g]! : 0);
    }
    const untold = count > TOLD_GROUPS ? 1 : 0;
    if (untold !== this.untold[0]) situation.blur(untold === 1 ? 1 : -1);
    this.untold[0] = untold;
  }

  children(): readonly Node[] {
    return this.nodes;
  }

  offer(workload: number): void {
    const { flow } = this.world;
    const { rate } = flow.demands[workload]!;
    for (let g = 0; g < this.groups.count; g++) {
      const weights = this.table.weights(this.groups.masks[g]!);
      const sent = rate * this.groups.share(g) * this.tries[this.attempts.at(g, workload)]!;
      for (let i = 0; i < this.fronts.length; i++) {
        flow.arrive[flow.cells.at(this.nodes[i]!, workload)]! += sent * weights[i]!;
      }
    }
  }

  served(workload: number): number {
    const { flow } = this.world;
    const { retries } = flow.demands[workload]!;
    let served = 0;
    for (let g = 0; g < this.groups.count; g++) {
      const share = flow.differs(workload)
        ? flow.meanOf(workload, (success) => afterRetries(this.successOf(g, workload, success), retries))
        : afterRetries(this.successOf(g, workload), retries);
      served += this.groups.share(g) * share;
    }
    return served;
  }

  unsettled(workload: number): boolean {
    const { flow } = this.world;
    const { retries } = flow.demands[workload]!;
    let moved = false;
    for (let g = 0; g < this.groups.count; g++) {
      const at = this.attempts.at(g, workload);
      const tries = flow.differs(workload)
        ? flow.meanOf(workload, (success) => attempts(this.successOf(g, workload, success), retries))
        : attempts(this.successOf(g, workload), retries);
      if (Math.abs(tries - this.tries[at]!) > SETTLED) moved = true;
      this.tries[at] = tries;
    }
    return moved;
  }

  offerSort(workload: number, share: number, success: Float64Array, arrive: Float64Array): void {
    const { flow } = this.world;
    const { rate, retries } = flow.demands[workload]!;
    for (let g = 0; g < this.groups.count; g++) {
      const weights = this.table.weights(this.groups.masks[g]!);
      const tries = attempts(this.successOf(g, workload, success), retries);
      const sent = rate * share * this.groups.share(g) * tries;
      for (let i = 0; i < this.fronts.length; i++) {
        arrive[flow.cells.at(this.nodes[i]!, workload)]! += sent * weights[i]!;
      }
    }
  }

  private successOf(g: number, workload: number, all: Float64Array = this.world.flow.success): number {
    const { flow } = this.world;
    const weights = this.table.weights(this.groups.masks[g]!);
    let success = 0;
    for (let i = 0; i < this.fronts.length; i++) {
      success += weights[i]! * all[flow.cells.at(this.nodes[i]!, workload)]!;
    }
    return success;
  }

  /** What dies on an answer that is given no more dies of old caches. */
  private blameAnswer(i: number, workload: number, amount: number): void {
    const { flow } = this.world;
    const node = this.nodes[i]!;
    const { current } = this.resolvers;
    const given = (current >> i) % 2 === 1 && this.table.weights(current)[i]! > 0;
    if (given) flow.nodes[node]!.blame(workload, amount);
    else flow.lose(this.fronts[i]!.thing, amount * (1 - flow.success[flow.cells.at(node, workload)]!), PROPAGATE);
  }

  blame(workload: number): void {
    const { flow } = this.world;
    for (let g = 0; g < this.groups.count; g++) {
      if (this.groups.masks[g] === NO_ANSWER) flow.lose(this.whole, this.groups.share(g));
      const weights = this.table.weights(this.groups.masks[g]!);
      for (let i = 0; i < this.fronts.length; i++) {
        const amount = this.groups.share(g) * weights[i]!;
        if (amount > 0) this.blameAnswer(i, workload, amount);
      }
    }
  }
}
