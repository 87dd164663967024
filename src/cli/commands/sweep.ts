import { aimsOf, type Language, measuresIn, Sweep, type SweepPlan, shardOf, wordsOf } from '../../index.ts';
import { EXIT, type ExitCode, Refusal } from '../exits.ts';
import { Progress } from '../progress.ts';
import { openScenario } from '../scenario.ts';
import { journalBeside, journalTold, Keep } from '../sweep/keep.ts';
import { type OrderFlags, orderOf, ready } from '../sweep/order.ts';
import { giveOut, makeOut, type OutputFlags } from '../sweep/output.ts';
import { type SweepWorkFlags, workOnSweep } from '../sweep/work.ts';
import { tell } from '../terminal.ts';

export interface SweepFlags extends OrderFlags, OutputFlags, SweepWorkFlags {
  readonly journal?: string;
  readonly resume?: boolean;
  readonly shard?: readonly [number, number];
  readonly quiet?: boolean;
  readonly lang: Language;
}

/** `hasim sweep`: varies figures and words of a scenario, and says what each of them does. */
export async function sweep(file: string, flags: SweepFlags): Promise<ExitCode> {
  const { quiet = false, resume = false, lang, shard } = flags;
  const { scenario, source } = await openScenario(file, { quiet, lang });
  const { order, pareto } = await orderOf(source, flags);
  const { plan, variants } = ready(order, lang);
  checkAims(plan, pareto);
  const journalFile = flags.journal ?? journalBeside(file, shard, flags.out);
  makeOut(flags, [journalFile]);
  const words = wordsOf(lang);
  const mine = shard === undefined ? plan.units.map(({ index }) => index) : shardOf(plan, ...shard);
  const kept = new Keep(journalFile, order, resume);
  const known = kept.known(mine);
  if (resume && known.length > 0 && !quiet) tell(words.sweep.resumed(String(known.length), String(mine.length)));
  const sweeping = new Sweep(plan, variants, { known, mine, watcher: (record) => kept.finished(record) });
  const progress = new Progress(words, !quiet);
  const work = { flags, source, journal: kept.journal, progress, words };
  const outcome = await workOnSweep(sweeping, work).catch((error: unknown) => {
    throw journalTold(error);
  });
  const interrupted = outcome === 'interrupted';
  if (!interrupted) kept.ended();
  kept.close();
  if (interrupted) tell(words.sweep.journal(journalFile));
  if (shard === undefined) {
    await giveOut(sweeping.result(pareto), scenario, flags, [journalFile]);
    if (!interrupted && isScrap(flags)) kept.remove();
  } else if (!interrupted && !quiet) tell(words.sweep.shardDone(shard.join('/'), journalFile));
  return interrupted ? EXIT.interrupted : EXIT.done;
}

/** Whether the journal was kept only so that an interruption loses nothing: nobody has asked for it, and it lies in nobody's folder of results. */
const isScrap = ({ journal, out }: SweepFlags): boolean => journal === undefined && out === undefined;

/** A measure that the scenario does not have is refused before anything runs. */
export function checkAims({ scenario }: SweepPlan, pareto: readonly string[] | undefined): void {
  const measures = measuresIn(scenario);
  const aims = aimsOf(pareto, measures);
  if ('unknown' in aims)
    throw new Refusal(`--pareto: \`${aims.unknown}\` is no measure of this scenario; there are ${measures.join(', ')}`);
}
