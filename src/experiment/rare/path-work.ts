import { TapeReader, TapeWriter } from '../../measures/index.ts';
import { compileScenario, type Model, type Scenario } from '../../scenario/index.ts';
import type { PartWork } from '../portion.ts';
import { horizonOf, SLICE } from '../replication.ts';
import type { RareCollected } from './collected.ts';
import type { Biasing, RarePart, Splitting } from './part.ts';
import { RarePath } from './path.ts';
import { Ladder } from './splitting/ladder.ts';
import type { Survey } from './splitting/survey.ts';
import { Tree } from './splitting/tree.ts';

/** Does a {@link RarePart}, some instants at a time. */
export const rareWork = (scenario: Scenario, part: RarePart): PartWork =>
  part.found.method === 'biasing'
    ? new BiasedWork(scenario, part, part.found)
    : new SplitWork(scenario, part, part.found);

class BiasedWork implements PartWork {
  readonly at: number;
  private readonly model: Model;
  private readonly path: RarePath;
  private readonly collected: RareCollected;
  private readonly horizon: number;

  constructor(scenario: Scenario, { index, seed, years }: RarePart, { spacing, shares }: Biasing) {
    const horizon = horizonOf(years);
    this.at = index;
    this.horizon = horizon;
    this.model = compileScenario(scenario);
    this.path = new RarePath(this.model, seed, horizon);
    this.path.aim.shares = shares;
    this.collected = this.path.collect();
    this.path.begin(index, spacing, this.collected);
  }

  get share(): number {
    return this.model.simulation.now / this.horizon;
  }

  advance(): Float64Array<ArrayBuffer> | undefined {
    return this.path.advance() ? biasedTape(this.collected) : undefined;
  }
}

class SplitWork implements PartWork {
  readonly at: number;
  private readonly model: Model;
  private readonly tree: Tree;
  private readonly collected: RareCollected;
  private readonly survey: Survey;
  private readonly horizon: number;

  constructor(scenario: Scenario, { index, seed, years }: RarePart, { depths }: Splitting) {
    const horizon = horizonOf(years);
    this.at = index;
    this.horizon = horizon;
    this.model = compileScenario(scenario);
    this.tree = new Tree(this.model, seed, horizon);
    this.tree.climb(new Ladder(depths));
    this.collected = this.tree.collect();
    this.survey = this.tree.look();
    this.tree.begin(index, this.collected, this.survey);
  }

  /** Copies lie where the path has been, so that this falls back at times. */
  get share(): number {
    return this.model.simulation.now / this.horizon;
  }

  advance(): Float64Array<ArrayBuffer> | undefined {
    return this.tree.advance(SLICE) ? splitTape(this.collected, this.survey) : undefined;
  }
}

export function biasedTape(collected: RareCollected): Float64Array<ArrayBuffer> {
  const tape = new TapeWriter();
  collected.code(tape);
  return tape.tape;
}

export function splitTape(collected: RareCollected, survey: Survey): Float64Array<ArrayBuffer> {
  const tape = new TapeWriter();
  collected.code(tape);
  survey.code(tape);
  return tape.tape;
}

/** Adds the path on a tape to what others have shown; `fresh` is empty. */
export function countBiased(cells: Float64Array, all: RareCollected, fresh: RareCollected): void {
  fresh.code(new TapeReader(cells));
  all.merge(fresh);
}

/** The same with where its copies stood. */
export function countSplit(
  cells: Float64Array,
  all: { readonly collected: RareCollected; readonly survey: Survey },
  fresh: { readonly collected: RareCollected; readonly survey: Survey },
): void {
  const tape = new TapeReader(cells);
  fresh.collected.code(tape);
  fresh.survey.code(tape);
  all.collected.merge(fresh.collected);
  all.survey.merge(fresh.survey);
}
