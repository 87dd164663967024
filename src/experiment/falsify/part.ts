import { TapeReader, TapeWriter } from '../../measures/index.ts';
import { type Packed, type Scenario, unpack } from '../../scenario/index.ts';
import { type Judgement, type Judging, judge } from './judge.ts';
import type { Limit } from './limits.ts';
import type { FaultSchedule } from './strike.ts';

/** Schedules on one set of targets, tried one after the other until one breaks something. */
export interface TrialPart {
  readonly kind: 'trials';
  readonly schedules: Packed<readonly FaultSchedule[]>;
  readonly limits: Packed<readonly Limit[]>;
  readonly judging: Judging;
}

/** What a {@link TrialPart} came to: the schedule that broke something, by its number, and what it broke. */
export interface Tried {
  readonly broke: number;
  readonly judgement: Judgement;
}

/** Names of workloads and stores, in their order. */
export type Names = readonly string[];

export const namesIn = ({ workloads, components }: Scenario): Names =>
  [...workloads, ...components].map(({ name }) => name);

const NONE = -1;

/** Does a {@link TrialPart}, a schedule at a time. */
export class TrialWork {
  private readonly scenario: Scenario;
  private readonly schedules: readonly FaultSchedule[];
  private readonly limits: readonly Limit[];
  private readonly judging: Judging;
  at = 0;

  constructor(scenario: Scenario, { schedules, limits, judging }: TrialPart) {
    this.scenario = scenario;
    this.schedules = unpack(schedules);
    this.limits = unpack(limits);
    this.judging = judging;
  }

  get share(): number {
    return this.at / this.schedules.length;
  }

  advance(): Float64Array<ArrayBuffer> | undefined {
    const judgement = judge(this.scenario, this.schedules[this.at]!, this.limits, this.judging);
    if (judgement.breaches.length > 0) return this.tape(this.at, judgement);
    this.at += 1;
    return this.at < this.schedules.length ? undefined : this.tape(NONE, judgement);
  }

  private tape(broke: number, { breaches, years }: Judgement): Float64Array<ArrayBuffer> {
    const names = namesIn(this.scenario);
    const tape = new TapeWriter();
    for (const value of [broke, years, breaches.length]) tape.number(value);
    for (const { limit, of, measured, broken, times } of breaches) {
      for (const value of [this.limits.indexOf(limit), names.indexOf(of), measured, broken, times]) tape.number(value);
    }
    return tape.tape;
  }
}

/** Reads what {@link TrialWork} has written; undefined: nothing was broken. */
export function triedOf(cells: Float64Array, limits: readonly Limit[], names: Names): Tried | undefined {
  const tape = new TapeReader(cells);
  const [broke, years] = [tape.number(), tape.number()];
  if (broke === NONE) return undefined;
  const breaches = Array.from({ length: tape.number() }, () => ({
    limit: limits[tape.number()]!,
    of: names[tape.number()]!,
    measured: tape.number(),
    broken: tape.number(),
    times: tape.number(),
  }));
  return { broke, judgement: { breaches, years } };
}
