import type { Us } from '../../base/index.ts';
import { TapeReader, TapeWriter } from '../../measures/index.ts';
import { type Key, masterKey } from '../../random/index.ts';
import { calm, type Packed, pack, type Scenario, unpack } from '../../scenario/index.ts';
import type { Injection } from './injections/index.ts';
import { struckBy } from './injections/struck.ts';
import { codeOutcome, type DrillOutcome, untouched } from './outcome.ts';
import { DrillWatch } from './watch.ts';

/** What strikes, and what that takes. */
type Struck = Pick<Injection, 'strikes' | 'domains'>;

/** Some drills of one injection: `first`, `first + step` and so on, so many. */
export interface DrillPart {
  readonly kind: 'drills';
  readonly seed: string;
  readonly struck: Packed<Struck>;
  /** A drill ends so long after its strike, the last of several. */
  readonly lostFor: Us;
  /** Seconds after the strike at which what is served is noted. */
  readonly looks: readonly number[];
  readonly first: number;
  readonly step: number;
  readonly count: number;
}

export const struckPart = ({ strikes, domains }: Struck): Packed<Struck> => pack({ strikes, domains });

/** Does a {@link DrillPart}, a drill at a time. */
export class DrillWork {
  private readonly part: DrillPart;
  private readonly watch: DrillWatch;
  private readonly master: Key;
  private readonly tape = new TapeWriter();
  private done = 0;

  constructor(scenario: Scenario, part: DrillPart) {
    this.part = part;
    this.master = masterKey(part.seed);
    this.watch = new DrillWatch(struckBy(calm(scenario), unpack(part.struck)), part.lostFor, part.looks);
  }

  get at(): number {
    return this.part.first + this.done * this.part.step;
  }

  get share(): number {
    return this.done / this.part.count;
  }

  advance(): Float64Array<ArrayBuffer> | undefined {
    codeOutcome(this.tape, this.watch.run(this.master, this.at));
    this.done += 1;
    return this.done === this.part.count ? this.tape.tape : undefined;
  }
}

/** What the drills of a part came to, of so many workloads and stores. */
export function outcomesOf(
  { count, looks }: DrillPart,
  cells: Float64Array,
  workloads: number,
  stores: number,
): DrillOutcome[] {
  const tape = new TapeReader(cells);
  return Array.from({ length: count }, () => {
    const outcome = untouched(workloads, stores, looks.length);
    codeOutcome(tape, outcome);
    return outcome;
  });
}
