import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type Block, blockOf, Experiment, horizonOf, runBlock, tapeOf } from '../../src/experiment/index.ts';
import { masterKey } from '../../src/random/index.ts';
import { documentText } from '../../src/report/index.ts';
import { compileScenario, readScenario, type Scenario } from '../../src/scenario/index.ts';

const OPTIONS = { runs: 150, years: 2, seed: 'tape' };
const ORIGIN = { file: 'x', sha256: 'y' };
// Between them: damage, restores, two writers of one set of data, read-only copies, counters, planned work.
const FILES = ['a-a', 'hybrid-active-active', 'db-hot-backup', 'product-rds-basic', 'multi-region-active', 'cloud-ha'];

function blocksOf(scenario: Scenario): Block[] {
  const model = compileScenario(scenario);
  const master = masterKey(OPTIONS.seed);
  return [0, 1, 2].map((index) => runBlock(model, master, index, OPTIONS.runs, horizonOf(OPTIONS.years)));
}

function resultOf(scenario: Scenario, blocks: readonly Block[]): string {
  const experiment = new Experiment(scenario, OPTIONS);
  for (const block of blocks) experiment.count(block);
  return documentText(experiment.result(ORIGIN));
}

describe.each(FILES)('a block of %s on a tape', (name) => {
  const scenario = readScenario(readFileSync(`scenarios/${name}.yaml`, 'utf8'), name).scenario!;
  const blocks = blocksOf(scenario);
  const tapes = blocks.map((block) => tapeOf(block, scenario));
  const copies = tapes.map((tape) => blockOf(tape, scenario));

  it('gives the same result, byte for byte', () => {
    expect(resultOf(scenario, copies)).toBe(resultOf(scenario, blocks));
  });

  it('keeps what each replication came to', () => {
    expect(copies.map(({ figures, hashes, index }) => ({ figures, hashes, index }))).toEqual(
      blocks.map(({ figures, hashes, index }) => ({ figures, hashes, index })),
    );
    expect(copies[0]!.figures.some(({ workloads }) => [...workloads.values()].some(({ down }) => down > 0))).toBe(true);
  });

  it('goes onto a tape again as it was', () => {
    expect(copies.map((block) => tapeOf(block, scenario))).toEqual(tapes);
  });
});
