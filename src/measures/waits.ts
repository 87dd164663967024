import type { Us } from '../base/index.ts';
import type { Phase, Thing, World } from '../model/index.ts';
import { SumByRun, type Tape } from './estimators/index.ts';

/** Time that a workload lost while somebody waited for a setting of the scenario, by the group of the fault that had struck last. */
export interface Wait {
  /** Negative where nothing had struck. */
  readonly trigger: number;
  readonly setting: number;
  /** µs. */
  readonly lost: SumByRun;
}

/** All such times of a workload. Where several settings are waited for at once each has all of it. */
export class Waits {
  private readonly known = new Map<number, Map<number, Wait>>();
  /** Those of the replication under way. */
  private readonly touched: Wait[] = [];

  get list(): readonly Wait[] {
    return [...this.known.values()].flatMap((settings) => [...settings.values()]);
  }

  private of(trigger: number, setting: number): Wait {
    return this.known.get(trigger)?.get(setting) ?? this.add(trigger, setting);
  }

  private add(trigger: number, setting: number): Wait {
    const settings = this.known.get(trigger) ?? new Map<number, Wait>();
    const wait = { trigger, setting, lost: new SumByRun() };
    this.known.set(trigger, settings.set(setting, wait));
    return wait;
  }

  /** An incident that a fault began has waited so long for a setting, µs above 0. */
  book(trigger: number, setting: number, lost: number): void {
    const wait = this.of(trigger, setting);
    if (wait.lost.present === 0) this.touched.push(wait);
    wait.lost.add(lost);
  }

  /** A replication has ended. */
  endRun(): void {
    for (const { lost } of this.touched) lost.endRun();
    this.touched.length = 0;
  }

  merge(later: Waits): void {
    for (const { trigger, setting, lost } of later.list) this.of(trigger, setting).lost.merge(lost);
  }

  /** To or from a tape; one that is read into must be fresh. */
  code(tape: Tape): void {
    const { list } = this;
    const size = tape.number(list.length);
    for (let i = 0; i < size; i++) {
      const { trigger, setting } = list[i] ?? { trigger: 0, setting: 0 };
      this.of(tape.number(trigger), tape.number(setting)).lost.code(tape);
    }
  }
}

/** Follows what one workload waits for while it is down. State of the simulation, as long as an incident is open. */
export class WaitMeter {
  /** How many settings are waited for now, and which. */
  private readonly now: Int32Array;
  /** µs of the open incident by setting, and the range of settings that have any. */
  private readonly spent: Float64Array;
  private readonly range: Int32Array;
  private readonly tell = (setting: number): void => this.add(setting);

  constructor({ workshop: { arena }, settings }: World) {
    this.now = arena.i32('sums', MOST + 1);
    this.spent = arena.f64('sums', settings.paths.length);
    this.range = arena.i32('sums', 2);
  }

  /** From now on those are waited for that work on a thing, at the phase that counts, tell of. */
  look({ workforce }: World, thing: Thing, whole: Thing, phase: Phase): void {
    this.now[0] = 0;
    workforce.waits(thing, whole, phase, this.tell);
  }

  private add(setting: number): void {
    const { now } = this;
    const count = now[0]!;
    if (count === MOST) return;
    for (let i = 1; i <= count; i++) if (now[i] === setting) return;
    now[0] = count + 1;
    now[count + 1] = setting;
  }

  /** So much time has been lost, µs. */
  account(span: Us): void {
    const { now, spent, range } = this;
    for (let i = 1; i <= now[0]!; i++) {
      const setting = now[i]!;
      spent[setting]! += span;
      range[0] = range[1] === 0 ? setting : Math.min(range[0]!, setting);
      range[1] = Math.max(range[1]!, setting + 1);
    }
  }

  /** The incident has ended: what it has waited for goes to the fault that began it. */
  book(trigger: number, waits: Waits): void {
    const { spent, range } = this;
    for (let setting = range[0]!; setting < range[1]!; setting++) {
      if (spent[setting] === 0) continue;
      waits.book(trigger, setting, spent[setting]!);
      spent[setting] = 0;
    }
    range[0] = 0;
    range[1] = 0;
  }
}

/** More settings at once than this are not told. */
const MOST = 16;
