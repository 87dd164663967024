import { BLOCK_SIZE, type BlockPart, BlockRun, horizonOf, type PartWork, SLICE, tapeOf } from '../experiment/index.ts';
import { masterKey } from '../random/index.ts';
import type { Model } from '../scenario/index.ts';

/** A block that is run in slices. */
export class BlockWork implements PartWork {
  private readonly model: Model;
  private readonly run: BlockRun;

  constructor(model: Model, { seed, index, runs, years }: BlockPart) {
    this.model = model;
    this.run = new BlockRun(model, masterKey(seed), index, runs, horizonOf(years));
  }

  /** The replication that runs. */
  get at(): number {
    return this.run.replication;
  }

  get share(): number {
    return (this.at % BLOCK_SIZE) / BLOCK_SIZE;
  }

  /** Runs on for a slice; the tape of the block when it is complete. */
  advance(): Float64Array<ArrayBuffer> | undefined {
    return this.run.advance(SLICE) ? tapeOf(this.run.block, this.model.scenario) : undefined;
  }
}
