import { Collected, type Tape, TapeReader, TapeWriter } from '../measures/index.ts';
import type { Scenario } from '../scenario/index.ts';
import type { Block } from './replication.ts';
import type { ReplicationFigures, WorkloadFigures } from './replication-figures.ts';

/** A block as plain numbers, to the last bit: for threads, journals and other machines. */
export function tapeOf(block: Block, { workloads }: Scenario): Float64Array<ArrayBuffer> {
  const tape = new TapeWriter();
  tape.number(block.index);
  tape.number(block.collected.stores.length);
  block.collected.code(tape);
  tape.number(block.figures.length);
  for (const hash of block.hashes) tape.number(hash);
  for (const figures of block.figures) codeFigures(tape, workloads, figures);
  return tape.tape;
}

/** The block that {@link tapeOf} made plain, of the same scenario. */
export function blockOf(cells: Float64Array, { workloads }: Scenario): Block {
  const tape = new TapeReader(cells);
  const index = tape.number();
  const collected = new Collected(workloads.length, tape.number());
  collected.code(tape);
  const count = tape.number();
  const hashes = Int32Array.from({ length: 2 * count }, () => tape.number());
  const figures = Array.from({ length: count }, () => codeFigures(tape, workloads));
  return { index, collected, hashes, figures };
}

function codeFigures(tape: Tape, workloads: Scenario['workloads'], figures?: ReplicationFigures): ReplicationFigures {
  return {
    downtimeCost: tape.number(figures?.downtimeCost ?? 0),
    writesLost: tape.number(figures?.writesLost ?? 0),
    splitTime: tape.number(figures?.splitTime ?? 0),
    workloads: new Map(workloads.map(({ name }) => [name, codeWorkload(tape, figures?.workloads.get(name))])),
  };
}

const codeWorkload = (tape: Tape, figures?: WorkloadFigures): WorkloadFigures => ({
  unserved: tape.number(figures?.unserved ?? 0),
  down: tape.number(figures?.down ?? 0),
  planned: tape.number(figures?.planned ?? 0),
  incidents: tape.number(figures?.incidents ?? 0),
});
