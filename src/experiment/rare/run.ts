import { neverCalm, nothingToBias, type Us } from '../../base/index.ts';
import { type Tape, TapeReader, TapeWriter } from '../../measures/index.ts';
import { compileScenario, type Model, type Scenario } from '../../scenario/index.ts';
import type { Origin } from '../origin.ts';
import type { Portion, Shareable } from '../portion.ts';
import { horizonOf } from '../replication.ts';
import type { RareCollected } from './collected.ts';
import type { RareOptions } from './options.ts';
import { RarePath } from './path.ts';
import { countBiased } from './path-work.ts';
import type { RareCut, RareResult } from './result.ts';
import { summariseRare } from './summary.ts';

/** Events in windows for one on the path that they begin from: the path shows little, and costs little. */
const EVENTS_IN_WINDOWS = 12;
const FEWEST_WINDOWS = 32;
/** The least share of time in which all must be good: windows begin there, and last until it is so again. */
const LEAST_CALM = 0.01;
const MOST_WINDOWS = 100_000;
/** The pilot: its paths have numbers that no run reaches, so that nothing which is counted has chosen how it is counted. */
const PILOT = { paths: 2, first: 2 ** 31, windowsASort: 100 };

/**
 * A run by failure biasing, path by path, so that whoever calls can show progress, stop it, and keep what is done.
 *
 * @throws HasimError `nothing-to-bias` where no fault can be biased; {@link step} `never-calm` where windows cannot begin
 */
export class RareRun implements Shareable {
  readonly asked: number;
  private readonly model: Model;
  private readonly options: RareOptions;
  private readonly horizon: Us;
  private readonly path: RarePath;
  private readonly collected: RareCollected;
  private readonly pilot: RareCollected;
  private spacing = 0;

  constructor(scenario: Scenario, options: RareOptions) {
    this.model = compileScenario(scenario);
    this.options = options;
    this.asked = options.runs;
    this.horizon = horizonOf(options.years);
    this.path = new RarePath(this.model, options.seed, this.horizon);
    if (this.path.failures.length === 0) throw nothingToBias();
    this.collected = this.path.collect();
    this.pilot = this.path.collect();
  }

  /** The pilot. */
  readonly groundwork = {
    tape: (): Float64Array | undefined => {
      if (this.spacing === 0) return undefined;
      const tape = new TapeWriter();
      this.codePilot(tape);
      return tape.tape;
    },
    take: (tape: Float64Array): void => this.codePilot(new TapeReader(tape)),
  };

  private codePilot(tape: Tape): void {
    const { aim } = this.path;
    this.spacing = tape.number(this.spacing);
    aim.shares = aim.shares.map((share) => tape.number(share));
    this.pilot.code(tape);
  }

  get done(): number {
    return this.collected.paths;
  }

  /** Runs the pilot, then one path a call; false when nothing is left to do. */
  step(): boolean {
    if (this.spacing === 0) this.fly();
    else if (this.done < this.asked) this.collected.merge(this.pathOf(this.done));
    return this.done < this.asked;
  }

  /** The paths that are left, once the pilot has been flown. */
  *portions(): Generator<Portion> {
    const { path, options } = this;
    const { seed, years } = options;
    if (this.spacing === 0) return;
    const found = { method: 'biasing', spacing: this.spacing, shares: path.aim.shares } as const;
    const count = (tape: Float64Array) => countBiased(tape, this.collected, path.collect());
    for (let index = this.done; index < this.asked; index++) {
      yield { part: { kind: 'rare', seed, years, index, found }, of: 0, key: `${index}`, count };
    }
  }

  private pathOf(index: number): RareCollected {
    const collected = this.path.collect();
    this.path.run(index, this.spacing, collected);
    return collected;
  }

  /** Finds out what windows cost, and which sorts of failures are worth how many of them. */
  private fly(): void {
    const { pilot, path, horizon } = this;
    const sorts = path.aim.groups.length;
    const spacing = (horizon * PILOT.paths) / Math.max(FEWEST_WINDOWS, PILOT.windowsASort * sorts);
    for (let i = 0; i < PILOT.paths; i++) path.run(PILOT.first + i, spacing, pilot);
    const calm = pilot.calmTime / (PILOT.paths * horizon);
    if (calm < LEAST_CALM) throw neverCalm(calm);
    path.aim.favour(worthOf(pilot));
    this.spacing = horizon / this.windowsAPath();
  }

  private windowsAPath(): number {
    const { pathEvents, paths, windowEvents, windows } = this.pilot;
    const cost = Math.max(1, windowEvents / Math.max(1, windows));
    const affordable = (EVENTS_IN_WINDOWS * pathEvents) / paths / cost;
    return Math.round(Math.min(MOST_WINDOWS, Math.max(FEWEST_WINDOWS, affordable)));
  }

  result(origin: Origin, cut?: RareCut): RareResult {
    const { model, options, collected, pilot } = this;
    const { failures } = this.path;
    const method = { method: 'failure-biasing', biased: failures.length } as const;
    return summariseRare({ model, options, collected, pilot, origin, method, cut });
  }
}

/** The share of windows that makes the most of an event: after the root of square ÷ cost, over workloads (Neyman, 1934). */
function worthOf({ sorts, workloads }: RareCollected): number[] {
  const wholes = workloads.map(({ down }) => down.mean);
  return sorts.map(({ count, events, squares }) => {
    if (count === 0 || events === 0) return 0;
    const square = squares.reduce((sum, value, i) => sum + (wholes[i]! > 0 ? value / wholes[i]! ** 2 : 0), 0);
    return Math.sqrt(square / events);
  });
}
