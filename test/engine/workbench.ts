import type { Us } from '../../src/base/index.ts';
import { type Instant, type Limits, type Simulation, Workshop } from '../../src/engine/index.ts';
import { masterKey } from '../../src/random/index.ts';

export const MASTER = masterKey('workbench');

/** What has happened, in order, with its instant. */
export type Trace = [at: number, what: string][];

/** A small simulation that writes down what fires, and when its instants end. */
export class Bench {
  readonly workshop = new Workshop();
  readonly trace: Trace = [];
  simulation!: Simulation;

  /** Writes down what happens now. */
  note(what: string): void {
    this.trace.push([this.simulation.now, what]);
  }

  seal(limits?: Limits, replication = 0): this {
    this.simulation = this.workshop.seal(limits);
    this.simulation.reset(MASTER, replication);
    return this;
  }

  get clocks() {
    return this.simulation.clocks;
  }

  run(end: number, instant: Instant = { end: () => {} }): this {
    this.simulation.run(end as Us, instant);
    return this;
  }
}
