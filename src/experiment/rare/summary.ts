import { type Interval, type Moments, meanInterval } from '../../measures/index.ts';
import type { Model } from '../../scenario/index.ts';
import { CONFIDENCE } from '../options.ts';
import type { Origin } from '../origin.ts';
import type { Estimate } from '../result/index.ts';
import { amountBounds, type Simulated, shareBounds } from '../summary/bounds.ts';
import { byName } from '../summary/by-name.ts';
import { complement, estimate, MINUTES_PER_YEAR, noneSeen, US_PER_YEAR } from '../summary/estimates.ts';
import { VERSION } from '../version.ts';
import type { RareCollected } from './collected.ts';
import type { RareOptions } from './options.ts';
import type { RareCauseResult, RareCut, RareResult, RareWarning, RareWorkload } from './result.ts';
import type { RareSums } from './sums.ts';

interface Findings {
  readonly model: Model;
  readonly options: RareOptions;
  readonly collected: RareCollected;
  readonly pilot: RareCollected;
  readonly origin: Origin;
  readonly method: Pick<RareResult['rare'], 'method' | 'biased' | 'rungs'>;
  readonly cut: RareCut | undefined;
}

/** Fewer windows than this, of equal weight, do not show how a figure scatters. */
const FEW_WINDOWS = 100;
const DOMINANT = 0.1;
/** Fewer ordinary paths with downtime than this tell nothing that a rare run could be held against. */
const TELLING = 30;
/** Two right answers lie further apart once in 16,000 times. */
const STANDARD_ERRORS = 4;
const LISTED = 40;

/** Turns what windows have shown into a result. */
export function summariseRare({ model, options, collected, pilot, origin, method, cut }: Findings): RareResult {
  const { scenario } = model;
  const { paths, pathEvents, windowEvents, windows, calmTime } = collected;
  const pilotEvents = pilot.pathEvents + pilot.windowEvents;
  const years = paths * options.years;
  const workloads = scenario.workloads.map(
    ({ name, upWhen }, i) =>
      [name, { upWhen, ...summariseWorkload(collected.workloads[i]!, collected, years, model) }] as const,
  );
  return {
    hasim: VERSION,
    scenario: { name: scenario.name, ...origin },
    seed: options.seed,
    runs: paths,
    runsAsked: options.runs,
    yearsPerRun: options.years,
    events: pathEvents + windowEvents + pilotEvents,
    rare: {
      ...method,
      windows,
      events: { paths: pathEvents, windows: windowEvents, pilot: pilotEvents },
      calmShare: years > 0 ? calmTime / US_PER_YEAR / years : 0,
    },
    stopping: { reason: cut !== undefined && paths < options.runs ? cut : 'runs' },
    assumptions: scenario.assumptions,
    workloads: byName(workloads),
  };
}

function summariseWorkload(
  sums: RareSums,
  collected: RareCollected,
  years: number,
  model: Model,
): Omit<RareWorkload, 'upWhen'> {
  const { windows, plainDown } = sums;
  const seen = windows.count;
  const of = (values: Moments, scale: number): Estimate => rareEstimate(values, scale, years);
  const reduction = varianceReduction(sums, collected);
  return {
    availability: {
      requests: complement(of(sums.unserved, 1)),
      time: complement(of(sums.down, 1)),
      confidence: CONFIDENCE,
    },
    downtimeMinutesPerYear: of(sums.down, MINUTES_PER_YEAR),
    incidentsPerYear: of(sums.incidents, US_PER_YEAR),
    causes: causesOf(sums, { runs: collected.paths, years }, model),
    effectiveSampleSize: windows.effective,
    windowsWithLoss: seen,
    largestWindowShare: windows.sum > 0 ? windows.largest / windows.sum : 0,
    varianceReduction: reduction,
    ordinary: { downtimeMinutesPerYear: estimate(plainDown, MINUTES_PER_YEAR, years) },
    warnings: warningsOf(sums, reduction),
  };
}

/** Never 0 for what was only not seen: then nothing but the ordinary paths bounds it. */
function rareEstimate(values: Moments, scale: number, years: number): Estimate {
  if (!(values.mean > 0)) return { mean: null, low: 0, high: null, note: noneSeen(years) };
  const { mean, low, high }: Interval = meanInterval(values, CONFIDENCE);
  const scaled = (x: number | null) => (x === null ? null : Math.max(0, x * scale));
  return { mean: scaled(mean), low: scaled(low), high: scaled(high) };
}

const variance = ({ count, m2 }: Moments): number => (count > 1 ? m2 / (count - 1) : Number.NaN);

/** Variance × events of an ordinary run ÷ the same of this one. */
function varianceReduction({ down, plainVariance }: RareSums, collected: RareCollected): number | null {
  const { pathEvents, windowEvents } = collected;
  const gain = (plainVariance.mean / variance(down)) * (pathEvents / (pathEvents + windowEvents));
  return Number.isFinite(gain) && gain > 0 ? gain : null;
}

function warningsOf(sums: RareSums, reduction: number | null): RareWarning[] {
  const { windows, down, plainDown, plainSeen, plainVariance } = sums;
  if (!(down.mean > 0)) return ['none-seen'];
  const scatter = Math.max(variance(plainDown), plainVariance.mean);
  const error = Math.sqrt((variance(down) + scatter) / down.count);
  const apart = plainSeen >= TELLING && Math.abs(down.mean - plainDown.mean) > STANDARD_ERRORS * error;
  const found: [RareWarning, boolean][] = [
    ['few', windows.effective < FEW_WINDOWS],
    ['dominated', windows.largest >= DOMINANT * windows.sum],
    ['disagrees', apart],
    ['no-gain', reduction !== null && reduction < 1],
  ];
  return found.flatMap(([warning, holds]) => (holds ? [warning] : []));
}

function causesOf({ causes }: RareSums, simulated: Simulated, { world }: Model): RareCauseResult[] {
  const { years } = simulated;
  const total = causes.list.reduce((sum, { down }) => sum + down, 0);
  const whole = { total, sums: causes.wholeByPath };
  const named = (group: number, count: number): string =>
    count > 1 ? `${world.sources.groups[group]!} ×${count}` : world.sources.groups[group]!;
  return causes.list
    .map(({ combination, down, incidents, downByPath, incidentsByPath }) => ({
      combination: combination.map(([group, count]) => named(group, count)),
      share: total > 0 ? down / total : 0,
      minutesPerYear: down / 60e6 / years,
      incidentsPerYear: incidents / years,
      intervals: {
        share: shareBounds({ total: down, sums: downByPath }, whole, simulated),
        minutesPerYear: amountBounds({ total: down, sums: downByPath }, simulated, 1 / 60e6),
        incidentsPerYear: amountBounds({ total: incidents, sums: incidentsByPath }, simulated),
      },
    }))
    .sort((a, b) => b.minutesPerYear - a.minutesPerYear || (a.combination.join() < b.combination.join() ? -1 : 1))
    .slice(0, LISTED);
}
