import * as z from 'zod';
import {
  guardKeys,
  isMap,
  Notebook,
  type PathPart,
  type Problem,
  unguardKey,
  wholeNumber,
} from '../../language/index.ts';
import { locate } from '../locate.ts';
import { openText, withoutMark } from '../open.ts';
import { problemsOf } from '../problems.ts';
import type { Source } from '../source.ts';
import type { Read } from './set-text.ts';
import type { Stretch, Text, WrittenParameter, WrittenValue } from './written.ts';

/** What a sweep file may say beside the parameters; each stands for the option of the same name. */
export interface SweepFile {
  readonly parameters: readonly WrittenParameter[];
  readonly sample: number | undefined;
  readonly runs: number | undefined;
  readonly base: number | 'scenario' | undefined;
  readonly pareto: readonly string[] | undefined;
}

const COUNT = wholeNumber(1, 1e9);
const form = z.strictObject({
  set: z.preprocess(guardKeys, z.record(z.string(), z.unknown())),
  sample: COUNT.optional(),
  runs: COUNT.optional(),
  base: z.union([COUNT, z.literal('scenario')]).optional(),
  pareto: z.array(z.string()).min(2).optional(),
});

/** Reads `{set: {www.ttl: [1s, 60s], slb-a.health-check.interval: 2s..10s}, sample: 200}`. */
export function readSweepFile(origin: Text): Read<SweepFile> {
  const refuse = (problems: readonly Problem[]): Read<never> => ({
    problems: problems.map((problem) => ({ origin, problem })),
  });
  const opened = openText(withoutMark(origin.text));
  if ('problems' in opened) return refuse(opened.problems);
  const notes = new Notebook();
  const given = notes.read(form, opened.raw);
  const set = isMap(opened.raw.set) ? opened.raw.set : {};
  if (Object.keys(set).length === 0)
    notes.at('set').error('empty', 'nothing is set', { expected: 'a map from paths to values' });
  const parameters = Object.entries(set).map(([path, values]) =>
    parameterOf(path, values, { origin, source: opened.source, notes }),
  );
  if (given === undefined || notes.findings.length > 0) return refuse(problemsOf(notes, opened.source));
  const { sample, runs, base, pareto } = given;
  return { read: { parameters, sample, runs, base, pareto } };
}

interface Place {
  readonly origin: Text;
  readonly source: Source;
  readonly notes: Notebook;
}

function parameterOf(path: string, values: unknown, place: Place): WrittenParameter {
  const text = String(unguardKey(path));
  const levels = Array.isArray(values) ? values : [values];
  if (levels.length === 0) place.notes.at('set', text).error('empty', `no value is given for \`${text}\``);
  const at = (part: readonly PathPart[], atKey: boolean): Stretch =>
    stretchOf(['set', text, ...part], atKey, place.source);
  return {
    origin: place.origin,
    path: { text, ...at([], true) },
    values: levels.map(
      (value, i): WrittenValue => ({ text: shown(value), value, ...at(Array.isArray(values) ? [i] : [], false) }),
    ),
  };
}

/** As `--set` would take it. */
function shown(value: unknown): string {
  const text = String(value);
  return typeof value === 'object' || /[,[\]{}"'#]/.test(text) ? JSON.stringify(value) : text;
}

function stretchOf(path: readonly PathPart[], atKey: boolean, source: Source): Stretch {
  const range = locate({ path, atKey }, source);
  return { from: range?.start.offset ?? 0, to: range?.end.offset ?? 1 };
}
