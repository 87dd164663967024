import type { Change, Scenario } from '../scenario/index.ts';

/** A scenario as it goes to threads and machines. */
export interface ScenarioPart {
  readonly text: string;
  /** What messages call it. */
  readonly name: string;
  /** What a sweep sets in it. */
  readonly changes?: readonly Change[];
  /** What it reads as, where that is known here already; it goes to no other machine. */
  readonly read?: Scenario;
}

/** One block of 64 replications of a scenario: whoever runs it gives back the same numbers. */
export interface BlockPart {
  readonly seed: string;
  /** Length of one replication. */
  readonly years: number;
  /** Replications in all: the last block ends there. */
  readonly runs: number;
  /** Which block: replications `index × 64` on. */
  readonly index: number;
}

/** A block and its scenario. */
export interface BlockTask extends BlockPart {
  readonly scenario: ScenarioPart;
}

/** Runs blocks. */
export interface Pool {
  /** How many it runs at once. */
  readonly size: number;
  /** The block on a tape (`blockOf` reads it). Fails with {@link BlockFailed}. */
  run(task: BlockTask): Promise<Float64Array>;
  /** Ends whatever still runs. */
  close(): Promise<void>;
}

/** Why a block could not be finished. */
export type Cause = 'error' | 'crashed' | 'stuck';

/** A block that was not finished, with the replication at which it stood. */
export class BlockFailed extends Error {
  readonly task: BlockTask;
  readonly replication: number;
  readonly how: Cause;
  /** The code of an error that hasim raised on purpose. */
  readonly code: string | undefined;
  constructor(task: BlockTask, replication: number, how: Cause, message: string, code?: string) {
    super(message);
    this.name = 'BlockFailed';
    this.task = task;
    this.replication = replication;
    this.how = how;
    this.code = code;
  }
}
