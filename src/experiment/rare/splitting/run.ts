import { MINUTE, type Us } from '../../../base/index.ts';
import { TapeReader, TapeWriter } from '../../../measures/index.ts';
import { compileScenario, type Model, type Scenario } from '../../../scenario/index.ts';
import type { Origin } from '../../origin.ts';
import type { Portion, Shareable } from '../../portion.ts';
import { horizonOf } from '../../replication.ts';
import type { RareCollected } from '../collected.ts';
import type { RareOptions } from '../options.ts';
import { countSplit } from '../path-work.ts';
import type { RareCut, RareResult, RareRung } from '../result.ts';
import { summariseRare } from '../summary.ts';
import { codeLadder, HIGHEST, Ladder } from './ladder.ts';
import { Pilot } from './pilot.ts';
import type { Survey } from './survey.ts';
import { Tree } from './tree.ts';

/** The pilot's paths have numbers that no run reaches, so that nothing which is counted has chosen how it is counted. */
const PILOT = 2 ** 30;

export interface SplittingOptions extends RareOptions {
  /** Levels at the most, the foot among them; 1 splits nothing, and is an ordinary run. */
  readonly levels?: number;
}

/** A run by importance splitting, stage by stage of its pilot and then path by path. */
export class SplittingRun implements Shareable {
  readonly asked: number;
  private readonly model: Model;
  private readonly options: SplittingOptions;
  private readonly tree: Tree;
  private readonly pilot: Pilot;
  private readonly collected: RareCollected;
  private survey: Survey | undefined;

  constructor(scenario: Scenario, options: SplittingOptions) {
    const horizon: Us = horizonOf(options.years);
    this.model = compileScenario(scenario);
    this.options = options;
    this.asked = options.runs;
    this.tree = new Tree(this.model, options.seed, horizon);
    this.pilot = new Pilot(this.tree, horizon, PILOT);
    this.collected = this.tree.collect();
  }

  /** The pilot, with the ladder that it has found. */
  readonly groundwork = {
    tape: (): Float64Array | undefined => {
      if (this.survey === undefined) return undefined;
      const tape = new TapeWriter();
      codeLadder(tape, this.survey.ladder);
      this.pilot.collected.code(tape);
      return tape.tape;
    },
    take: (cells: Float64Array): void => {
      const tape = new TapeReader(cells);
      this.tree.climb(codeLadder(tape, Ladder.flat()));
      this.pilot.collected.code(tape);
      this.survey = this.tree.look();
    },
  };

  get done(): number {
    return this.collected.paths;
  }

  /** Flies one stage of the pilot, or runs one path with its copies; false when nothing is left to do. */
  step(): boolean {
    if (this.done === this.asked) return false;
    if (this.survey !== undefined) this.path(this.survey);
    else if (this.pilot.fly(this.options.levels ?? HIGHEST + 1)) this.survey = this.tree.look();
    return this.done < this.asked;
  }

  private path(all: Survey): void {
    const [collected, survey] = [this.tree.collect(), this.tree.look()];
    this.tree.run(this.done, collected, survey);
    this.collected.merge(collected);
    all.merge(survey);
  }

  /** The paths that are left, once the pilot has been flown. */
  *portions(): Generator<Portion> {
    const { collected, options, survey, tree } = this;
    const { seed, years } = options;
    if (survey === undefined) return;
    const found = { method: 'splitting', depths: survey.ladder.depths } as const;
    const all = { collected, survey };
    const count = (tape: Float64Array) => countSplit(tape, all, { collected: tree.collect(), survey: tree.look() });
    for (let index = this.done; index < this.asked; index++) {
      yield { part: { kind: 'rare', seed, years, index, found }, of: 0, key: `${index}`, count };
    }
  }

  result(origin: Origin, cut?: RareCut): RareResult {
    const { model, options, collected, pilot, survey } = this;
    const rungs = survey === undefined ? [] : rungsOf(survey, this.done * options.years);
    const method = { method: 'importance-splitting', biased: 0, rungs } as const;
    return summariseRare({ model, options, collected, pilot: pilot.collected, origin, method, cut });
  }
}

function rungsOf({ ladder, passed, weights }: Survey, years: number): RareRung[] {
  const all = ladder.depths.flatMap((rungs, broken) =>
    rungs.map(({ after, level }, rung) => {
      const cell = ladder.offsets[broken]! + rung;
      const [seen, perYear] = [passed[cell]!, weights[cell]! / years];
      return { broken, minutes: after / MINUTE, copies: 2 ** level, seen, perYear };
    }),
  );
  return all.filter(({ seen }) => seen > 0);
}
