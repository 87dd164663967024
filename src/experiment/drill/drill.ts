import { toSeconds, type Us } from '../../base/index.ts';
import { Notebook } from '../../language/index.ts';
import { orderStatisticBound, proportionInterval, quantile } from '../../measures/index.ts';
import { PHASE_NAMES } from '../../model/index.ts';
import { type Key, masterKey } from '../../random/index.ts';
import { compileScenario, type Scenario } from '../../scenario/index.ts';
import { CONFIDENCE, type Origin } from '../options.ts';
import { VERSION } from '../version.ts';
import { type Injection, injectionsOf, STRIKES_FROM, STRIKES_WITHIN } from './injections.ts';
import { judgeDrills } from './objectives.ts';
import type { DrillResult, DrillRow, DrillSpread, DrillStore, DrillWorkload } from './result.ts';
import { DrillWatch, type StoreDrills, type WorkloadDrills } from './watch.ts';

export interface DrillOptions {
  readonly seed: string;
  /** Drills of each fault. */
  readonly times: number;
  /** A drill ends so long after its fault at the least: nothing that is lost comes back by then, service may. */
  readonly lostFor: Us;
  /** `zone:cn-beijing/a`, `zone` or `cn-beijing/a`: only these; undefined: all. */
  readonly fault?: string;
}

const AT_A_TIME = 50;
/** The rank that objectives are judged on. */
const P = 0.95;

/** Injects each fault on each domain, again and again at random phases, and measures each recovery by itself. */
export class Drill {
  readonly asked: number;
  done = 0;
  private readonly scenario: Scenario;
  private readonly options: DrillOptions;
  private readonly injections: readonly Injection[];
  private readonly master: Key;
  private readonly end: Us;
  private readonly rows: DrillRow[] = [];
  /** What drills take for granted beyond the scenario. */
  private readonly notes = new Notebook();
  private watch: DrillWatch | undefined;

  constructor(scenario: Scenario, options: DrillOptions) {
    this.scenario = scenario;
    this.options = options;
    this.master = masterKey(options.seed);
    this.end = (STRIKES_FROM + STRIKES_WITHIN + options.lostFor) as Us;
    const { world } = compileScenario(scenario);
    const firstUnit = (component: string): string => world.truth.name(world.units.get(component)![0]!);
    this.injections = injectionsOf(scenario, firstUnit, this.notes).filter((one) => isMeant(one, options.fault));
    this.asked = this.injections.length * options.times;
  }

  /** To which fault, class or domain the drills are held. */
  get fault(): string | undefined {
    return this.options.fault;
  }

  /** What can be drilled, as `class:domain`. */
  get faults(): readonly string[] {
    return [...new Set(this.injections.map(({ class: faultClass, domain }) => `${faultClass}:${domain}`))];
  }

  /** Some more drills; false when nothing is left to do. Rows are complete or not there. */
  step(): boolean {
    const { times } = this.options;
    const injection = this.injections[this.rows.length];
    if (injection === undefined) return false;
    this.watch ??= new DrillWatch(injection.scenario, this.end);
    const until = Math.min(times, (this.done % times) + AT_A_TIME);
    for (let index = this.done % times; index < until; index++) this.watch.run(this.master, index);
    this.done = this.rows.length * times + until;
    if (until < times) return true;
    this.rows.push(this.row(injection, this.watch));
    this.watch = undefined;
    return this.rows.length < this.injections.length;
  }

  private row({ class: faultClass, domain, fault }: Injection, watch: DrillWatch): DrillRow {
    const { times } = this.options;
    return {
      class: faultClass,
      domain,
      fault,
      times,
      workloads: this.scenario.workloads.map(({ name }, i) => workloadOf(name, watch.workloads[i]!, times)),
      stores: watch.storeNames.flatMap((name, i) => storeOf(name, watch.stores[i]!, times)),
    };
  }

  result(origin: Origin): DrillResult {
    const rows = [...this.rows].sort(worstFirst);
    return {
      hasim: VERSION,
      scenario: { name: this.scenario.name, ...origin },
      seed: this.options.seed,
      times: this.options.times,
      fault: this.options.fault ?? null,
      lostForSeconds: toSeconds(this.options.lostFor),
      rows,
      objectives: judgeDrills(this.scenario, rows),
      assumptions: [...this.scenario.assumptions, ...this.notes.assumptions],
    };
  }
}

const isMeant = ({ class: faultClass, domain }: Injection, wanted: string | undefined): boolean =>
  wanted === undefined || [faultClass, domain, `${faultClass}:${domain}`].includes(wanted);

/** Rows in which recovery failed, then those that took longest. */
function worstFirst(a: DrillRow, b: DrillRow): number {
  const failed = (row: DrillRow): number => Math.max(0, ...row.workloads.map((one) => one.failed.share));
  const slowest = (row: DrillRow): number => Math.max(0, ...row.workloads.map((one) => one.rtoSeconds.p95 ?? 0));
  return failed(b) - failed(a) || slowest(b) - slowest(a) || (a.domain < b.domain ? -1 : 1);
}

function workloadOf(workload: string, seen: WorkloadDrills, times: number): DrillWorkload {
  const { masked, failed, servedAtWorst, people, automation } = seen;
  const { low, high } = proportionInterval(failed, times, CONFIDENCE);
  const hurt = times - masked - failed;
  return {
    workload,
    masked,
    failed: { share: failed / times, low: low ?? 0, high: high ?? 1 },
    rtoSeconds: spreadOf(seen.times, failed),
    servedAtWorst,
    phases: Object.fromEntries(
      PHASE_NAMES.map((name, phase) => [name, toSeconds(seen.phases[phase]! as Us) / times]),
    ) as DrillWorkload['phases'],
    recoveredBy: { people, automation, itself: Math.max(0, hurt - people - automation) },
  };
}

function storeOf(store: string, seen: StoreDrills, times: number): DrillStore[] {
  if (seen.ages.length === 0 && seen.lostForGood === 0) return [];
  return [
    {
      store,
      rpoSeconds: spreadOf(seen.ages, 0),
      writesLost: seen.writesLost / times,
      orphaned: seen.orphaned / times,
      lostForGood: seen.lostForGood,
    },
  ];
}

/** Quantiles of what was seen; bounds of the 95 % quantile with those that never came as longer than any. */
function spreadOf(times: readonly number[], never: number): DrillSpread {
  const sorted = [...times].sort((a, b) => a - b);
  const all = [...sorted, ...Array.from({ length: never }, () => Number.POSITIVE_INFINITY)];
  const bounds = orderStatisticBound(all, P, CONFIDENCE);
  const seconds = (time: number | null): number | null =>
    time === null || !Number.isFinite(time) ? null : toSeconds(time as Us);
  return {
    count: sorted.length,
    mean: sorted.length === 0 ? null : seconds(sorted.reduce((sum, time) => sum + time, 0) / sorted.length),
    p50: seconds(quantile(sorted, 0.5)),
    p95: seconds(quantile(sorted, P)),
    p99: seconds(quantile(sorted, 0.99)),
    max: seconds(sorted.at(-1) ?? null),
    p95Low: seconds(bounds.lower),
    p95High: seconds(bounds.upper),
  };
}
