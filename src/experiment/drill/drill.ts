import { toSeconds, type Us } from '../../base/index.ts';
import { Notebook } from '../../language/index.ts';
import { calm, type Scenario, type ServedStore, servedAmong } from '../../scenario/index.ts';
import { auditPlans, judgeStandard, keptStores, type Standards } from '../../standards/index.ts';
import { checkOptions } from '../checked-options.ts';
import type { Origin } from '../origin.ts';
import type { Portion } from '../portion.ts';
import { Stepping } from '../stepping.ts';
import { evidenceOf, judgedByStandard } from '../verdict.ts';
import { VERSION } from '../version.ts';
import { curvesOf } from './curves.ts';
import { failedOf } from './failing.ts';
import { groundOf, type Injection, injectionsOn } from './injections/index.ts';
import { type LongestDrills, longestDrills } from './longest.ts';
import { judgeDrills, openWhile } from './objectives.ts';
import type { DrillOutcome } from './outcome.ts';
import { PairDrill } from './pairs/pairs.ts';
import { type DrillPart, outcomesOf, struckPart } from './part.ts';
import { pointOf } from './points.ts';
import type { DrillResult, DrillRow } from './result.ts';
import { storeOf, workloadOf } from './row.ts';
import { sampleSeconds } from './samples.ts';
import { singlePointsOf } from './single-points.ts';
import { Telling } from './telling.ts';
import { worstFirst } from './worst-first.ts';

export interface DrillOptions {
  readonly seed: string;
  /** Drills of each fault. */
  readonly times: number;
  /** A drill ends so long after its fault: what is lost for good stays lost till then, service may come back. */
  readonly lostFor: Us;
  /** `zone:cn-beijing/a`, `zone` or `cn-beijing/a`: only these; undefined: all. */
  readonly fault?: string;
  /** Tell the typical and the worst drill of each fault step by step. */
  readonly timelines?: boolean;
  /** Of so many faults at the most, the worst of each class first; undefined: of all. */
  readonly toldAtMost?: number;
  /** By what edition and profile it is judged; as the scenario says unless given. */
  readonly standards?: Standards;
  /** Drill every pair of faults too, so many times each. */
  readonly pairTimes?: number;
  /** Keep which drills of each fault took the longest: what those of another result are paired with. */
  readonly longest?: boolean;
}

/** Drills of one fault that one thread does at the most. */
const AT_A_TIME = 300;

/** Injects each fault on each domain, again and again at random phases, and measures each recovery by itself. */
export class Drill {
  readonly asked: number;
  private readonly scenario: Scenario;
  private readonly served: readonly ServedStore[];
  private readonly options: DrillOptions;
  private readonly injections: readonly Injection[];
  private readonly stores: readonly string[];
  private readonly kept: readonly { readonly name: string; readonly isKept: boolean }[];
  private readonly looks: readonly number[];
  private readonly rows: DrillRow[] = [];
  /** Of each fault; only where they are asked for. */
  private readonly longest = new Map<string, LongestDrills>();
  /** What drills take for granted beyond the scenario. */
  private readonly notes = new Notebook();
  private readonly pairs: PairDrill | undefined;
  /** Only where drills are told step by step. */
  private readonly telling: Telling | undefined;
  /** Of the fault at hand. */
  private outcomes: DrillOutcome[] = [];
  private readonly own: Stepping;

  constructor(scenario: Scenario, options: DrillOptions) {
    checkOptions('Drill', options, { times: 'count', lostFor: 'span' });
    this.scenario = scenario;
    this.options = options;
    this.looks = options.timelines === true ? sampleSeconds(options.lostFor) : [];
    const { seed, lostFor, toldAtMost: most = Number.POSITIVE_INFINITY } = options;
    if (options.timelines === true) this.telling = new Telling(calm(scenario), { seed, lostFor, most });
    const ground = groundOf(scenario, this.notes);
    this.stores = ground.world.stores.names;
    const kept = keptStores(scenario);
    this.kept = this.stores.map((name) => ({ name, isKept: kept.has(name) }));
    this.served = servedAmong(this.stores, scenario);
    const wanted = (one: Injection): boolean => isMeant(one, options.fault);
    this.injections = injectionsOn(ground).filter(wanted);
    const { pairTimes } = options;
    this.pairs = pairTimes === undefined ? undefined : new PairDrill(ground, { ...options, times: pairTimes }, wanted);
    this.asked = this.injections.length * options.times + (this.pairs?.asked ?? 0);
    this.own = new Stepping(scenario, this.portions());
  }

  /** To which fault, class or domain the drills are held. */
  get fault(): string | undefined {
    return this.options.fault;
  }

  /** What can be drilled, as `class:domain`. */
  get faults(): readonly string[] {
    return [...new Set(this.injections.map(({ class: faultClass, domain }) => `${faultClass}:${domain}`))];
  }

  get done(): number {
    return this.rows.length * this.options.times + this.outcomes.length + (this.pairs?.done ?? 0);
  }

  /** Some more drills, and then another fault told step by step; false when nothing is left to do. Rows are complete or not there. */
  step(): boolean {
    this.own.step();
    if (this.done < this.asked) return true;
    return this.tellOn();
  }

  /** What is not drilled yet: fault after fault, then pair after pair. */
  *portions(): Generator<Portion<DrillPart>> {
    const { times, seed, lostFor } = this.options;
    for (const injection of this.injections.slice(this.rows.length)) {
      const common = { kind: 'drills', seed, struck: struckPart(injection), lostFor, looks: this.looks } as const;
      for (let first = 0; first < times; first += AT_A_TIME) {
        const part = { ...common, first, step: 1, count: Math.min(AT_A_TIME, times - first) };
        yield { part, of: 0, count: (tape) => this.count(injection, part, tape) };
      }
    }
    if (this.pairs !== undefined) yield* this.pairs.portions();
  }

  private count(injection: Injection, part: DrillPart, tape: Float64Array): void {
    this.outcomes.push(...outcomesOf(part, tape, this.scenario.workloads.length, this.stores.length));
    if (this.outcomes.length < this.options.times) return;
    const row = this.row(injection);
    this.rows.push(row);
    if (this.options.longest === true) this.longest.set(nameOf(row), this.longestAmong(this.outcomes));
    this.telling?.keep(row, injection, this.outcomes);
    this.outcomes = [];
  }

  /** Once drills have ended, whether all are done or not: tells one more of the faults that have been drilled; false when none is left. */
  tellOn(): boolean {
    return this.telling?.step() ?? false;
  }

  /** Faults that have been drilled, of those that are to be. */
  get faultsDone(): number {
    return this.rows.length;
  }

  get faultsAsked(): number {
    return this.injections.length;
  }

  /** Which drills of a row took the longest; undefined where that was not asked for. */
  longestOf(row: DrillRow): LongestDrills | undefined {
    return this.longest.get(nameOf(row));
  }

  private longestAmong(outcomes: readonly DrillOutcome[]): LongestDrills {
    const names = this.scenario.workloads.map(({ name }) => name);
    return longestDrills(outcomes, names, this.stores);
  }

  private row(injection: Injection): DrillRow {
    const { outcomes, stores: names } = this;
    const { class: faultClass, domain, fault } = injection;
    return {
      class: faultClass,
      domain,
      fault,
      times: outcomes.length,
      failed: failedOf(outcomes, injection, this.kept),
      workloads: this.scenario.workloads.map((workload, i) => workloadOf(workload, i, outcomes)),
      stores: names.flatMap((name, i) => storeOf(name, i, outcomes)),
      points: this.served.map((one) => pointOf(one, outcomes)),
      ...(this.telling !== undefined && { curves: curvesOf(this.scenario, names, outcomes, this.looks) }),
    };
  }

  result(origin: Origin): DrillResult {
    const rows = [...this.rows].sort(worstFirst);
    const { scenario, options, telling } = this;
    const untold = telling?.left ?? 0;
    const undrilled = this.injections.slice(this.rows.length);
    const complete = options.fault === undefined && this.rows.length === this.injections.length;
    const evidence = evidenceOf(scenario, rows, complete);
    const standard = judgeStandard(scenario, evidence, options.standards);
    return {
      hasim: VERSION,
      scenario: { name: this.scenario.name, ...origin },
      seed: this.options.seed,
      times: this.options.times,
      fault: this.options.fault ?? null,
      lostForSeconds: toSeconds(this.options.lostFor),
      rows: telling === undefined ? rows : rows.map((row) => telling.withTold(row)),
      ...(undrilled.length > 0 && { undrilled: undrilled.length }),
      ...(untold > 0 && { untold }),
      objectives: [
        ...judgeDrills(scenario, rows).map((row) => openWhile(row, undrilled)),
        ...judgedByStandard(scenario, standard),
      ],
      standard,
      audit: auditPlans(scenario, evidence.disasters),
      singlePoints: singlePointsOf(rows),
      ...(this.pairs !== undefined && { pairs: this.pairs.result() }),
      assumptions: [...this.scenario.assumptions, ...this.notes.assumptions],
    };
  }
}

/** What tells the rows of one drill apart. */
const nameOf = ({ class: faultClass, domain, fault }: DrillRow): string => `${faultClass}:${domain} ${fault}`;

const isMeant = ({ class: faultClass, domain }: Injection, wanted: string | undefined): boolean =>
  wanted === undefined || [faultClass, domain, `${faultClass}:${domain}`].includes(wanted);
