import {
  type Language,
  type ReadySweep,
  readOrder,
  readSweepFile,
  renderSweepProblems,
  type SweepOptions,
  type SweepOrder,
} from '../../index.ts';
import { phraseInChinese } from '../../language/index.ts';
import { Refusal } from '../exits.ts';
import { readScenarioText, type ScenarioText } from '../input.ts';
import { problemPaint } from '../terminal.ts';

/** Points that cannot be read are told up to so many. */
const TOLD = 5;

/** A sweep that can be run, or a refusal that says everything that is wrong with it. */
export function ready(order: SweepOrder, lang: Language): ReadySweep {
  const read = readOrder(order);
  if ('plan' in read) return read;
  if ('refused' in read) throw new Refusal(read.refused);
  if ('problems' in read)
    throw new Refusal(renderSweepProblems(read.problems, { paint: problemPaint(), language: lang }));
  const told = read.bad.slice(0, TOLD).map(({ settings, messages }) => {
    const point = settings.map(({ text }) => text).join(', ');
    return `the point ${point || 'as written'} is no scenario: ${messages.map((text) => spoken(text, lang)).join('; ')}`;
  });
  const more = read.bad.length > TOLD ? [`and ${read.bad.length - TOLD} more such points`] : [];
  throw new Refusal(
    [...told, ...more]
      .map((line) => `hasim: ${line}`)
      .join('\n')
      .concat('\n'),
  );
}

const spoken = (text: string, lang: Language): string => (lang === 'zh' && phraseInChinese(text)) || text;

export interface OrderFlags extends Omit<SweepOptions, 'runs'> {
  readonly set: readonly string[];
  readonly sweep?: string;
  /** Undefined: the sweep file's, or the usual number. */
  readonly runs?: number;
  readonly pareto?: readonly string[];
  readonly lang: Language;
}

const USUAL_RUNS = 100;

/** Options stand above what a sweep file says. */
export async function orderOf(
  source: ScenarioText,
  flags: OrderFlags,
): Promise<{ order: SweepOrder; pareto: readonly string[] | undefined }> {
  const file = flags.sweep === undefined ? undefined : await readScenarioText(flags.sweep);
  const sweep = file === undefined ? null : { name: file.name, text: file.text };
  const said = sweep === null ? undefined : readSweepFile(sweep);
  if (said !== undefined && 'problems' in said)
    throw new Refusal(renderSweepProblems(said.problems, { paint: problemPaint(), language: flags.lang }));
  const from = said?.read;
  const { text, name, sha256 } = source;
  const sample = flags.sample ?? from?.sample;
  const base = flags.base ?? from?.base;
  const options: SweepOptions = {
    runs: flags.runs ?? from?.runs ?? USUAL_RUNS,
    years: flags.years,
    seed: flags.seed,
    ...(sample === undefined ? {} : { sample }),
    ...(base === undefined ? {} : { base }),
  };
  return {
    order: { scenario: { text, name, file: source.file, sha256 }, sets: flags.set, sweep, options },
    pareto: flags.pareto ?? from?.pareto,
  };
}
