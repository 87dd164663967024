import type { Scenario } from '../scenario/index.ts';
import { type DrillPart, DrillWork } from './drill/part.ts';
import { type TrialPart, TrialWork } from './falsify/part.ts';
import type { PartWork, Portion } from './portion.ts';
import type { RarePart } from './rare/part.ts';
import { rareWork } from './rare/path-work.ts';

/** Begins a part. */
export function partWork(scenario: Scenario, part: DrillPart | TrialPart | RarePart): PartWork {
  if (part.kind === 'rare') return rareWork(scenario, part);
  return part.kind === 'drills' ? new DrillWork(scenario, part) : new TrialWork(scenario, part);
}

/** Does portions in this thread, one after the other, a slice a step. */
export class Stepping {
  private readonly scenario: Scenario;
  private readonly portions: Iterator<Portion<DrillPart | TrialPart>>;
  private current: { readonly work: PartWork; readonly portion: Portion } | undefined;

  constructor(scenario: Scenario, portions: Iterable<Portion<DrillPart | TrialPart>>) {
    this.scenario = scenario;
    this.portions = portions[Symbol.iterator]();
  }

  /** False when there is no portion left. */
  step(): boolean {
    this.current ??= this.next();
    if (this.current === undefined) return false;
    const { work, portion } = this.current;
    const tape = work.advance();
    if (tape === undefined) return true;
    this.current = undefined;
    portion.count(tape);
    return true;
  }

  private next(): typeof this.current {
    const { done, value: portion } = this.portions.next();
    return done === true ? undefined : { portion, work: partWork(this.scenario, portion.part) };
  }
}
