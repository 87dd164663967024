import type { BlockPart, Part } from '../experiment/index.ts';
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

/** A block and its scenario. */
export interface BlockTask extends BlockPart {
  readonly scenario: ScenarioPart;
}

/** Anything that a thread can do, and the scenario that it is done on. */
export type Task = Part & { readonly scenario: ScenarioPart };

/** Does tasks; blocks of replications, where nothing else is said. */
export interface Pool<T extends Task = BlockTask> {
  /** How many it does at once. */
  readonly size: number;
  /** What it came to, on a tape (`blockOf` reads that of a block). Fails with {@link BlockFailed}. */
  run(task: T): Promise<Float64Array>;
  /** Ends whatever still runs. */
  close(): Promise<void>;
}

/** Why a task could not be finished. */
export type Cause = 'error' | 'crashed' | 'stuck';

/** A block or another task that was not finished, with the replication, drill or schedule at which it stood. */
export class BlockFailed extends Error {
  readonly task: Task;
  readonly replication: number;
  readonly how: Cause;
  /** The code of an error that hasim raised on purpose. */
  readonly code: string | undefined;
  constructor(task: Task, replication: number, how: Cause, message: string, code?: string) {
    super(message);
    this.name = 'BlockFailed';
    this.task = task;
    this.replication = replication;
    this.how = how;
    this.code = code;
  }
}
