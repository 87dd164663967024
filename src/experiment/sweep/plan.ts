import { nameKey } from '../../random/index.ts';
import type { Change, Parameter, Scenario, Variants } from '../../scenario/index.ts';
import type { Origin } from '../origin.ts';
import { gridPoints, type Settings, samplePoints } from './design.ts';

export interface SweepOptions {
  /** Replications of each point. */
  readonly runs: number;
  /** Length of one replication. */
  readonly years: number;
  readonly seed: string;
  /** Points of a Latin hypercube; undefined: every combination of all levels. */
  readonly sample?: number | undefined;
  /** The point that the others are compared with, from 1, or the scenario as it is written. */
  readonly base?: number | 'scenario' | undefined;
}

/** One point of a sweep: what is set, and which of the distinct scenarios that makes. */
export interface Point {
  readonly settings: Settings;
  readonly unit: number;
}

/** What has to be simulated: a scenario that differs from all others of the sweep. */
export interface Unit {
  readonly index: number;
  readonly changes: readonly Change[];
}

/** A sweep that is ready to run: every point has been read, equal ones are run once. */
export interface SweepPlan {
  readonly scenario: Scenario;
  readonly origin: Origin;
  readonly parameters: readonly Parameter[];
  readonly points: readonly Point[];
  readonly units: readonly Unit[];
  /** The unit that the others are compared with; its point, from 0, or undefined for the scenario as it is written. */
  readonly base: { readonly unit: number; readonly point: number | undefined };
  readonly options: SweepOptions;
  /** Tells this sweep from any other: equal only where scenario, points, options and version are. */
  readonly id: string;
}

/** Why a point cannot be simulated. */
export interface BadPoint {
  readonly settings: Settings;
  readonly messages: readonly string[];
}

export const MOST_POINTS = 100_000;

export type Planned =
  | { readonly plan: SweepPlan }
  | { readonly bad: readonly BadPoint[] }
  | { readonly refused: string };

interface Given {
  readonly variants: Variants;
  readonly parameters: readonly Parameter[];
  readonly origin: Origin;
  readonly version: string;
}

/** Reads every point of a sweep before anything is run. */
export function planSweep(given: Given, options: SweepOptions): Planned {
  const refused = refusal(given.parameters, options);
  if (refused !== undefined) return { refused };
  const { sample, seed, base = sample === undefined ? 1 : 'scenario' } = options;
  const all = sample === undefined ? gridPoints(given.parameters) : samplePoints(given.parameters, sample, seed);
  if (base !== 'scenario' && base > all.length)
    return { refused: `there is no point ${base}: the sweep has ${all.length}` };
  const reader = new PointReader(given);
  const baseUnit = base === 'scenario' ? reader.unitOf([]) : undefined;
  const points = all.map((settings): Point => ({ settings, unit: reader.unitOf(settings) }));
  if (reader.bad.length > 0) return { bad: reader.bad };
  const point = base === 'scenario' ? undefined : base - 1;
  const { variants, parameters, origin } = given;
  return {
    plan: {
      scenario: variants.scenario,
      origin,
      parameters,
      points,
      units: reader.units,
      base: { unit: baseUnit ?? points[point!]!.unit, point },
      options,
      id: idOf(given, options, points),
    },
  };
}

function refusal(parameters: readonly Parameter[], { sample }: SweepOptions): string | undefined {
  if (parameters.length === 0) return 'nothing is varied: say what with --set, such as --set www.ttl=1s,60s,600s';
  const range = parameters.find((parameter) => parameter.range !== undefined);
  if (sample === undefined && range !== undefined)
    return `${range.name} is given a range: say with --sample how many points to draw, or list its values`;
  const count = sample ?? parameters.reduce((product, { levels }) => product * levels.length, 1);
  return count > MOST_POINTS
    ? `the sweep has ${count} points, more than ${MOST_POINTS}: fewer values, or --sample`
    : undefined;
}

/** Gives each distinct scenario a number. Two are the same when they read the same, however they are written. */
class PointReader {
  readonly units: Unit[] = [];
  readonly bad: BadPoint[] = [];
  private readonly given: Given;
  private readonly known = new Map<string, number>();

  constructor(given: Given) {
    this.given = given;
  }

  unitOf(settings: Settings): number {
    const { parameters, variants } = this.given;
    const changes = settings.map(({ value }, i): Change => ({ path: parameters[i]!.path, value }));
    const { scenario, problems } = variants.read(changes);
    if (scenario === undefined) {
      const errors = problems.filter(({ severity }) => severity === 'error');
      this.bad.push({ settings, messages: errors.map(({ path, message }) => `${path}: ${message}`) });
      return -1;
    }
    return this.numbered(meaningOf(scenario), changes);
  }

  private numbered(meaning: string, changes: readonly Change[]): number {
    const known = this.known.get(meaning);
    if (known !== undefined) return known;
    const index = this.units.length;
    this.known.set(meaning, index);
    this.units.push({ index, changes });
    return index;
  }
}

const hex = (text: string): string =>
  [...nameKey(text)].map((word) => (word >>> 0).toString(16).padStart(8, '0')).join('');

/** What a scenario says, but for which of it was written: 128 bits. */
const meaningOf = ({ assumptions: _, ...scenario }: Scenario): string => hex(JSON.stringify(scenario, plainly));

/** What has no JSON of its own. */
const plainly = (_: string, value: unknown): unknown => {
  if (value instanceof Map || value instanceof Set) return [...value];
  return typeof value === 'number' && !Number.isFinite(value) ? String(value) : value;
};

const idOf = ({ origin, parameters, version }: Given, options: SweepOptions, points: readonly Point[]): string =>
  hex(
    JSON.stringify([
      version,
      origin.sha256,
      parameters.map(({ path }) => path),
      points.map(({ settings }) => settings.map(({ value }) => value)),
      [options.runs, options.years, options.seed, options.base ?? null],
    ]),
  );
