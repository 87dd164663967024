import type { PathPart, Problem } from '../../language/index.ts';
import { near, pathText } from '../../language/index.ts';
import { scenarioInput } from '../input.ts';
import type { Scenario } from '../scenario.ts';
import { NoWay, shortPath, type Variants, type WrittenPart } from '../variants/index.ts';
import { type QuantityRange, readRange, valueAt } from './quantity.ts';
import { problemAt, type Stretch, type SweepProblem, type WrittenParameter, type WrittenValue } from './written.ts';

/** A value that a parameter may take, as it is written and as YAML reads it. */
export interface Level {
  readonly text: string;
  readonly value: unknown;
}

/** A figure or a word of a scenario that a sweep varies: over levels, or over a range. */
export interface Parameter {
  /** As people write it: `www.ttl`. */
  readonly name: string;
  readonly path: readonly PathPart[];
  /** Empty for a range. */
  readonly levels: readonly Level[];
  readonly range: QuantityRange | undefined;
}

export type CheckedParameter = { readonly parameter: Parameter } | { readonly problems: readonly SweepProblem[] };

/** Finds a parameter in a scenario and tries each of its values alone, a range at its ends. */
export function checkParameter(written: WrittenParameter, variants: Variants): CheckedParameter {
  const parts = variants.partsOf(written.path.text);
  const lost = unknownName(written, parts, variants);
  if (lost !== undefined) return { problems: [lost] };
  const range = rangeOf(written);
  if (typeof range === 'string') return { problems: [badRange(written, range)] };
  const path = parts.map(({ part }) => part);
  const levels =
    range === undefined
      ? written.values
      : [valueAt(range, 0), valueAt(range, 1)].map((text) => levelOf(text, range, written));
  const problems = levels.flatMap((level) => tried(level, { written, parts, path, variants }));
  if (problems.length > 0) return { problems: distinct(problems) };
  const kept = range === undefined ? levels.map(({ text, value }) => ({ text, value })) : [];
  return { parameter: { name: shortPath(pathText(path)), path, levels: kept, range } };
}

function rangeOf({ values }: WrittenParameter): QuantityRange | string | undefined {
  const ranges = values.map(({ value }) => (typeof value === 'string' ? readRange(value) : undefined));
  if (values.length === 1) return ranges[0];
  return ranges.some((range) => range !== undefined) ? 'a range stands alone' : undefined;
}

/** A level of a range: a number where it has no unit. */
export const rangeLevel = (text: string, { unit }: QuantityRange): Level => ({
  text,
  value: unit === '' ? Number(text) : text,
});

const levelOf = (text: string, range: QuantityRange, { values: [whole] }: WrittenParameter): WrittenValue => ({
  ...whole!,
  ...rangeLevel(text, range),
});

const badRange = ({ origin, values }: WrittenParameter, message: string): SweepProblem =>
  problemAt(
    origin,
    { from: values[0]!.from, to: values.at(-1)!.to },
    { code: 'bad-range', message, expected: 'a range such as 1s..600s, or log:1s..600s' },
  );

interface Trial {
  readonly written: WrittenParameter;
  readonly parts: readonly WrittenPart[];
  readonly path: readonly PathPart[];
  readonly variants: Variants;
}

/** What is wrong when one value is set and nothing else. */
function tried(level: WrittenValue, trial: Trial): SweepProblem[] {
  const { written, parts, path, variants } = trial;
  try {
    const { scenario, problems } = variants.read([{ path, value: level.value }]);
    if (scenario === undefined) return toldFirst(problems, level, trial);
    const added = addedPlace(scenario, variants.scenario);
    return added === undefined ? [] : [unknownPath(written, written.path, `there is no place \`${added}\``, variants)];
  } catch (error) {
    if (!(error instanceof NoWay)) throw error;
    return [unknownPath(written, stretchOf(written, parts, error.part), error.message, variants)];
  }
}

/** What is wrong with the value itself; what else comes of it only where that is nothing. */
function toldFirst(problems: readonly Problem[], level: WrittenValue, trial: Trial): SweepProblem[] {
  const whole = pathText(trial.path);
  const errors = problems.filter(({ severity }) => severity === 'error');
  const own = errors.filter(({ path }) => path === whole);
  return (own.length > 0 ? own : errors).map((problem) => told(problem, level, trial));
}

/** A problem of the scenario as a problem of the sweep's text: of the path where a key is wrong, else of the value. */
function told(problem: Problem, level: WrittenValue, { written, parts, path, variants }: Trial): SweepProblem {
  const { code, message, expected, nearest } = problem;
  const whole = pathText(path);
  const wrongPart = parts.findIndex((_, i) => pathText(path.slice(0, i + 1)) === problem.path);
  if (code === 'unknown-key' && wrongPart >= 0) {
    const at = stretchOf(written, parts, wrongPart);
    const meant = near(written.path.text, variants.paths).nearest ?? renamed(written, parts, wrongPart, nearest);
    return problemAt(
      written.origin,
      at,
      { code, message, ...(expected && { expected }), ...(meant && { nearest: meant }) },
      whole,
    );
  }
  const own = problem.path === whole || problem.path.startsWith(`${whole}.`);
  const said = own ? message : `with \`${level.text}\` here, ${problem.path} is wrong: ${message}`;
  return problemAt(
    written.origin,
    level,
    { code, message: said, ...(expected && { expected }), ...(nearest && { nearest }) },
    whole,
  );
}

/** The path as written with one part put right. */
function renamed(
  { path: { text } }: WrittenParameter,
  parts: readonly WrittenPart[],
  i: number,
  word: string | undefined,
): string | undefined {
  const next = parts[i + 1]?.at;
  return word && text.slice(0, parts[i]!.at) + word + (next === undefined ? '' : text.slice(next - 1));
}

const SECTIONS = Object.keys(scenarioInput.shape);
/** Sections that are maps of names: what is not there cannot be set. */
const NAMED = ['components', 'links', 'domains', 'areas', 'crews', 'workloads', 'teams', 'alarms', 'plans', 'places'];

function unknownName(
  written: WrittenParameter,
  parts: readonly WrittenPart[],
  variants: Variants,
): SweepProblem | undefined {
  const [section, name] = parts.map(({ part }) => String(part));
  if (!SECTIONS.includes(section!)) {
    return unknownPath(
      written,
      stretchOf(written, parts, 0),
      `\`${section}\` is neither a component nor a section`,
      variants,
    );
  }
  if (!NAMED.includes(section!)) return undefined;
  if (name === undefined) return unknownPath(written, written.path, `\`${section}\` is a whole section`, variants);
  if (variants.names(section!)?.includes(name)) return undefined;
  return unknownPath(written, stretchOf(written, parts, 1), `there is no \`${name}\` in ${section}`, variants);
}

const unknownPath = (written: WrittenParameter, at: Stretch, message: string, { paths }: Variants): SweepProblem =>
  problemAt(
    written.origin,
    at,
    {
      code: 'unknown-path',
      message,
      expected: 'a path such as www.ttl or components.www.ttl',
      ...near(written.path.text, paths),
    },
    written.path.text,
  );

function stretchOf({ path }: WrittenParameter, parts: readonly WrittenPart[], i: number): Stretch {
  const from = parts[i]?.at ?? 0;
  const next = parts[i + 1];
  return { from: path.from + from, to: next === undefined || next.at <= from ? path.to : path.from + next.at - 1 };
}

/** A place that a value has made: a path into places may have a slip too. */
function addedPlace({ places }: Scenario, base: Scenario): string | undefined {
  const known = new Set(base.places.map(({ path }) => path));
  return places.find(({ path }) => !known.has(path))?.path;
}

/** The same message for each value of a wrong path is told once. */
const distinct = (problems: readonly SweepProblem[]): SweepProblem[] => [
  ...new Map(problems.map((one) => [`${one.problem.range?.start.offset} ${one.problem.message}`, one])).values(),
];
