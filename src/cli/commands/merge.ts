import { type SweepPlan, summariseSweep, type UnitRecord } from '../../index.ts';
import { EXIT, type ExitCode, Refusal } from '../exits.ts';
import { shown } from '../input.ts';
import { type Finished, headingFor, otherwise, readFinished } from '../sweep/keep.ts';
import { ready } from '../sweep/order.ts';
import { giveOut, makeOut, type OutputFlags } from '../sweep/output.ts';
import { checkAims } from './sweep.ts';

export interface MergeFlags extends OutputFlags {
  readonly pareto?: readonly string[];
}

/** `hasim merge`: the result of a sweep from the files of its shards, to the byte that of a sweep on one machine. */
export async function merge(files: readonly string[], flags: MergeFlags): Promise<ExitCode> {
  const journals = files.map(readFinished);
  const first = journals[0]!;
  const { plan } = ready(first.order, flags.lang);
  for (const journal of journals) {
    const differences = otherwise(journal, headingFor(first.order));
    if (differences.length > 0)
      throw new Refusal(
        `${shown(journal.file)}: it cannot be merged with ${shown(first.file)}: ${differences.join('; ')}`,
      );
  }
  const records = together(journals);
  refuseGaps(plan, records);
  checkAims(plan, flags.pareto);
  makeOut(flags, files);
  await giveOut(summariseSweep(plan, records, flags.pareto), plan.scenario, flags, files);
  return EXIT.done;
}

/** A point may have been run twice: by shards that overlap, or before and after a machine was lost. */
function together(journals: readonly Finished[]): Map<number, UnitRecord> {
  const records = new Map<number, UnitRecord>();
  for (const { file, records: own } of journals) {
    for (const record of own) {
      const known = records.get(record.unit);
      if (known !== undefined && JSON.stringify(known) !== JSON.stringify(record))
        throw new Refusal(`${shown(file)}: its point ${record.unit + 1} is not what another file says of it`);
      records.set(record.unit, record);
    }
  }
  return records;
}

const TOLD = 10;

function refuseGaps({ units }: SweepPlan, records: ReadonlyMap<number, UnitRecord>): void {
  const missing = units.filter(({ index }) => !records.has(index)).map(({ index }) => index + 1);
  if (missing.length === 0) return;
  const more = missing.length > TOLD ? ` and ${missing.length - TOLD} more` : '';
  throw new Refusal(
    `${missing.length} of ${units.length} different points ${missing.length === 1 ? 'is' : 'are'} in none of the files (${missing.slice(0, TOLD).join(', ')}${more}): run the shards that miss them with --resume`,
  );
}
