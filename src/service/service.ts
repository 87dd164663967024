import type { Instant } from '../engine/index.ts';
import type { Entry, Judge, ServiceMeter, Verdict, World } from '../model/index.ts';
import { Memory, NO_OUTCOME, NOWHERE } from './memory.ts';
import type { WorkloadSpec } from './schema.ts';

/** Retries feed back on load: at most so many passes an evaluation, from the last state on. */
const MAX_PASSES = 256;
const NO_NUMBER = -1;

/**
 * Evaluates who is served, at the end of each instant in which something relevant changed; what follows from a situation
 * that has been met before is recalled. While a workload is below its level, the meter looks at every instant: what moments are lost on can change without any change of what is served.
 */
export class Service implements Instant, Judge {
  private readonly world: World;
  private readonly entries: Entry[] = [];
  private readonly withRetries: number[] = [];
  /** Entries at which some of them come in. */
  private retried: readonly Entry[] = [];
  private readonly served: Float64Array;
  /** Writes a second, by the columns of stores. */
  private rates!: Float64Array;
  /** Shares that are served with wrong data, and whether any was at the last evaluation. */
  private readonly wrong: Float64Array;
  private readonly anyWrong: Uint8Array;
  private memory: Memory | undefined;
  /** Whether the flow is in the state that this evaluation has left, and has not only been recalled. */
  private enacted = false;
  /** The situation that was evaluated last, negative where it had no number. */
  private evaluated = NO_NUMBER;
  /** What that came to, as the memory numbers it. */
  private outcome = NO_OUTCOME;
  private readonly always: boolean;
  private readonly workloads: readonly WorkloadSpec[];
  private meter!: ServiceMeter;

  /** Declares the workloads; their entries are made when every component has been wired. */
  constructor(world: World, workloads: readonly WorkloadSpec[], options: { readonly evaluateAlways?: boolean } = {}) {
    this.world = world;
    this.always = options.evaluateAlways ?? false;
    for (const [index, { name, demand, cost, retries, reads, writes }] of workloads.entries()) {
      world.flow.addDemand({ name, rate: demand, cost, retries, reads, writes });
      if (retries > 0) this.withRetries.push(index);
    }
    this.served = world.workshop.arena.f64('memo', workloads.length).fill(1);
    this.wrong = world.workshop.arena.f64('memo', workloads.length);
    this.anyWrong = world.workshop.arena.u8('memo', 1);
    this.workloads = workloads;
    world.onRestore(() => {
      this.enacted = false;
      this.evaluated = NO_NUMBER;
      this.outcome = NO_OUTCOME;
    });
  }

  /** Opens the entries, when every component has been wired. Workloads that come in at one component share its entry. */
  open(): void {
    const cameIn = new Map<string, number[]>();
    for (const [workload, { entry }] of this.workloads.entries()) {
      const own = cameIn.get(entry) ?? [];
      own.push(workload);
      cameIn.set(entry, own);
    }
    const byName = new Map([...cameIn].map(([name, own]) => [name, this.world.fronts.get(name)!.entry(own)]));
    for (const { entry } of this.workloads) this.entries.push(byName.get(entry)!);
    this.rates = this.world.workshop.arena.f64('memo', this.world.stores.columns);
    this.retried = [...new Set(this.withRetries.map((workload) => this.entries[workload]!))];
  }

  get entrances(): readonly Entry[] {
    return this.entries;
  }

  attach(meter: ServiceMeter): void {
    this.meter = meter;
  }

  /** Begins to remember, when all is declared; who evaluates always remembers nothing. */
  seal(): void {
    if (!this.always) this.memory = new Memory(this.world.situation, this.served, this.rates, this.retried);
  }

  end(): void {
    const changed = this.world.takeDirty();
    if (changed) this.look();
    else if (this.always) this.evaluate(false);
    else if (this.meter.watching) this.meter.service(this.served);
  }

  /** Recalls what follows from the present situation, or evaluates it and keeps that in memory. */
  private look(): void {
    const { memory } = this;
    this.world.refillServers();
    if (memory === undefined) {
      this.evaluate(true);
      return;
    }
    const number = this.world.situation.number();
    this.evaluated = number;
    const place = memory.placeOf(number);
    if (place === NOWHERE) this.learn(memory, number);
    else this.recall(memory, place);
  }

  /** Everything follows as before. Where nobody is served differently and nobody asks for more, hardly anybody need be told. */
  private recall(memory: Memory, place: number): void {
    this.enacted = false;
    const outcome = memory.outcomeAt(place);
    const same = outcome === this.outcome && outcome !== NO_OUTCOME;
    if (same && memory.rests(place) && !this.world.loadsMatter) {
      memory.goOn();
      this.tellUnchanged();
      return;
    }
    this.outcome = outcome;
    memory.recall(place);
    this.tell();
  }

  /** Works out what follows from the present situation, and keeps that. */
  private learn(memory: Memory, number: number): void {
    this.enacted = true;
    this.workOut(true);
    this.outcome = memory.outcomeAt(memory.keep(number));
    this.tell();
  }

  /**
   * Another situation, in which everybody is served as before. Together with steps of several changes and with copies that heed no
   * rates while they are in step this gave 10 % on the reference model.
   */
  private tellUnchanged(): void {
    const { meter } = this;
    if (meter.unchanged !== undefined && !meter.watching) meter.unchanged();
    else meter.service(this.served);
  }

  private evaluate(changed: boolean): void {
    this.world.lookAtPairsAgain();
    this.workOut(changed);
    this.enacted = true;
    this.tell();
  }

  /** Sends the demand through the flow until retries have settled. */
  private workOut(changed: boolean): void {
    const { flow } = this.world;
    for (let i = 0; i < this.retried.length; i++) this.retried[i]!.attempts.resume(changed);
    flow.freshen();
    flow.pass(this.entries);
    for (let pass = 1; pass < MAX_PASSES && this.unsettled(); pass++) flow.pass(this.entries);
    for (let i = 0; i < this.retried.length; i++) this.retried[i]!.attempts.tell();
    for (let workload = 0; workload < this.entries.length; workload++) {
      // Shares are sums, and may exceed 1 by a rounding.
      this.served[workload] = Math.min(1, this.entries[workload]!.served(workload));
    }
    for (let column = 0; column < this.rates.length; column++) this.rates[column] = 0;
    flow.commit(this.rates);
  }

  /** Brings the flow into the state that the last evaluation left, where that was only recalled. */
  enact(): void {
    if (this.enacted) return;
    this.enacted = true;
    this.workOut(false);
    if (this.anyWrong[0] === 1) this.setApart();
  }

  /** Whether answers are wrong, or were: while that is so, no situation has a number. */
  private answersDiffer(): boolean {
    return this.world.contents.anyWrong || this.anyWrong[0] === 1;
  }

  /** Sets apart what is served with wrong data; it counts as served unless the workload says that wrong is down. */
  private setApart(): void {
    const { flow, contents, situation } = this.world;
    const before = this.anyWrong[0]!;
    this.anyWrong[0] = contents.anyWrong ? 1 : 0;
    if (this.anyWrong[0] !== before) situation.blur(before === 1 ? -1 : 1);
    for (let workload = 0; workload < this.entries.length; workload++) {
      const wrong = this.served[workload]! * (1 - flow.rightShare(workload));
      this.wrong[workload] = wrong;
      if (this.workloads[workload]!.wrongIsDown) this.served[workload]! -= wrong;
    }
  }

  private unsettled(): boolean {
    let moved = false;
    for (let i = 0; i < this.withRetries.length; i++) {
      const workload = this.withRetries[i]!;
      if (this.entries[workload]!.unsettled(workload)) moved = true;
    }
    return moved;
  }

  /** Tells stores how many writes they acknowledge, and the meter who is served. */
  private tell(): void {
    const { stores } = this.world;
    const { rates } = this;
    stores.setRates(rates);
    if (rates.length > stores.names.length) stores.tellParts(rates);
    if (this.answersDiffer()) {
      this.setApart();
      this.meter.wrong?.(this.wrong);
    }
    if (this.world.loadsMatter) {
      this.enact();
      this.world.evaluated();
    }
    this.meter.service(this.served);
  }

  /** The share of a workload that was served at the last evaluation. */
  share(workload: number): number {
    return this.served[workload]!;
  }

  worst(workload: number): Verdict {
    const memory = this.world.situation.tellsLosers ? this.memory : undefined;
    const known = memory?.verdict(workload, this.evaluated);
    if (known !== undefined) return known;
    const verdict = this.judge(workload);
    memory?.judge(workload, verdict, this.evaluated);
    return verdict;
  }

  /** The same, found out anew. */
  judge(workload: number): Verdict {
    this.enact();
    if (this.anyWrong[0] === 1 && this.workloads[workload]!.wrongIsDown) this.blameData(workload);
    this.entries[workload]!.blame(workload);
    return this.world.flow.worst();
  }

  /** What is lost to wrong data is lost on the store that holds them. */
  private blameData(workload: number): void {
    const { contents, stores, flow } = this.world;
    const store = contents.damagedAt.findIndex((at) => at >= 0);
    if (store >= 0) flow.lose(stores.things[store]!, this.wrong[workload]!);
  }
}
