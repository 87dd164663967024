import { toSeconds, type Us } from '../../base/index.ts';
import { Notebook } from '../../language/index.ts';
import { masterKey, STREAM_WORDS, Streams } from '../../random/index.ts';
import type { Scenario } from '../../scenario/index.ts';
import { Explainer } from '../explainer.ts';
import type { Timeline } from '../explanation.ts';
import type { Origin } from '../options.ts';
import { VERSION } from '../version.ts';
import { foundBy, inUnits } from './found.ts';
import { type Judgement, type Judging, judge } from './judge.ts';
import { type Limit, limitsOf } from './limits.ts';
import type { FalsifyResult, Found } from './result.ts';
import { type Bounds, type Findings, search } from './search.ts';
import { type Asking, shrink } from './shrink.ts';
import { type FaultSchedule, labelOf, scheduleText, type Target, withSchedule } from './strike.ts';
import { isBeyond, isMeant, targetsOf } from './targets.ts';
import { FAULTS_FROM, FAULTS_WITHIN, RECOVERS_WITHIN } from './times.ts';

export interface FalsifyOptions {
  readonly seed: string;
  /** Replications of each schedule. */
  readonly times: number;
  readonly maxFaults: number;
  /** Schedules at the most. */
  readonly tries: number;
  /** How long a fault lasts before the schedule is made smaller. */
  readonly lasts: Us;
  /** Classes, names, or `class:name`: only these are struck; undefined: all that the objectives are about. */
  readonly only?: readonly string[];
  readonly except?: readonly string[];
  /** What is to be broken; undefined: the objectives. */
  readonly limits?: readonly Limit[];
}

const QUANTILE = 0.95;
const MOMENTS = 3;

/** Looks for the smallest set of faults that breaks the objectives of a scenario, a schedule a step. */
export class Falsifier {
  readonly asked: number;
  private readonly scenario: Scenario;
  private readonly options: FalsifyOptions;
  private readonly judging: Judging;
  private readonly limits: readonly Limit[];
  /** What is struck. */
  readonly targets: readonly Target[];
  private readonly leftOut: readonly Target[];
  private readonly notes = new Notebook();
  private readonly findings: Findings = { found: [], searched: [], tried: 0 };
  private readonly verdicts = new Map<string, Judgement>();
  private searching: Asking<void> | undefined;
  private shrinking: Asking<FaultSchedule> | undefined;
  private smallest: FaultSchedule | undefined;
  private answer: boolean | undefined;

  constructor(scenario: Scenario, options: FalsifyOptions) {
    this.scenario = scenario;
    this.options = options;
    this.limits = options.limits ?? limitsOf(scenario);
    this.judging = { seed: options.seed, times: options.times, quantile: QUANTILE, rest: RECOVERS_WITHIN };
    const all = targetsOf(scenario, this.notes);
    this.targets = all.filter((target) => this.isStruck(target));
    this.leftOut = all.filter((target) => !this.targets.includes(target));
    this.asked = options.tries;
    this.searching = search(this.bounds(), this.findings);
  }

  /** What there is to break; none where the scenario states no objective that faults could break. */
  get hasLimits(): boolean {
    return this.limits.length > 0;
  }

  /** All that could be struck, as `class:name`. */
  get all(): readonly string[] {
    return [...this.targets, ...this.leftOut].map(labelOf);
  }

  get done(): number {
    return Math.min(this.asked, this.findings.tried);
  }

  private isStruck(target: Target): boolean {
    const { only, except = [] } = this.options;
    if (isMeant(target, except)) return false;
    if (only !== undefined) return isMeant(target, only);
    if (target.whole) return false;
    const about = target.deed === 'damage' ? 'damage' : 'loss';
    const meant = this.limits.filter((limit) => limit.about === 'both' || limit.about === about);
    return meant.some(({ scope }) => scope === undefined || !isBeyond(target, scope)) && !this.isBeyondAll(target);
  }

  /** Where objectives name scopes, they say nothing of what is larger than all of them. */
  private isBeyondAll(target: Target): boolean {
    const scopes = this.limits.flatMap(({ scope }) => scope ?? []);
    return scopes.length > 0 && scopes.every((scope) => isBeyond(target, scope));
  }

  private bounds(): Bounds {
    const { maxFaults, tries, lasts, seed } = this.options;
    const { targets } = this;
    return {
      targets,
      maxFaults,
      tries,
      moments: MOMENTS,
      from: FAULTS_FROM,
      within: FAULTS_WITHIN,
      lasts,
      chance: chanceOf(seed),
    };
  }

  /** Tries one schedule; false when nothing is left to do. */
  step(): boolean {
    if (this.searching !== undefined) this.stepOf(this.searching, () => this.searched());
    else if (this.shrinking !== undefined) this.stepOf(this.shrinking, (smallest) => this.shrunk(smallest));
    return this.searching !== undefined || this.shrinking !== undefined;
  }

  private stepOf<T>(asking: Asking<T>, ended: (value: T) => void): void {
    const next = this.answer === undefined ? asking.next() : asking.next(this.answer);
    this.answer = next.done ? undefined : this.verdict(next.value).breaches.length > 0;
    if (next.done) ended(next.value);
  }

  private searched(): void {
    this.searching = undefined;
    const [first] = this.findings.found;
    if (first !== undefined) this.shrinking = shrink(first, FAULTS_FROM);
  }

  private shrunk(smallest: FaultSchedule): void {
    this.shrinking = undefined;
    this.smallest = smallest;
  }

  private verdict(schedule: FaultSchedule): Judgement {
    const key = scheduleText(schedule);
    const known = this.verdicts.get(key) ?? judge(this.scenario, schedule, this.limits, this.judging);
    this.verdicts.set(key, known);
    return known;
  }

  /** What was found so far; an interrupted search gives what it has. */
  result(origin: Origin, interrupted = false): FalsifyResult {
    const { seed, times, maxFaults, tries, lasts } = this.options;
    const [first, ...others] = this.findings.found;
    const smallest = this.smallest ?? first;
    return {
      hasim: VERSION,
      scenario: { name: this.scenario.name, ...origin },
      seed,
      times,
      quantile: QUANTILE,
      lastsSeconds: toSeconds(lasts),
      maxFaults,
      tries,
      limits: this.limits.map((limit) => ({
        objective: limit.objective,
        kind: limit.kind,
        limit: inUnits(limit, limit.limit),
      })),
      tried: this.findings.tried,
      searched: this.findings.searched,
      targets: this.targets.map(labelOf),
      leftOut: this.leftOut.map(labelOf),
      smallest: smallest === undefined ? null : this.found(smallest),
      others: others.map((schedule) => this.found(schedule)),
      stopped: interrupted ? 'interrupted' : smallest === undefined ? 'bounds' : 'found',
      timeline: smallest === undefined ? null : this.timeline(smallest),
      assumptions: [...this.scenario.assumptions, ...this.notes.assumptions],
    };
  }

  private found(schedule: FaultSchedule): Found {
    return foundBy(schedule, this.verdict(schedule));
  }

  /** The worst incident of a workload under the schedule: of the workload that broke a limit, if one did. */
  private timeline(schedule: FaultSchedule): Timeline | null {
    const { breaches, years } = this.verdict(schedule);
    const { seed, times } = this.options;
    const explainer = new Explainer(withSchedule(this.scenario, schedule), { runs: times, years, seed });
    while (explainer.step());
    const { timelines } = explainer.explanation({ file: '', sha256: '' });
    const hurt = new Set(breaches.map(({ of }) => of));
    const of = timelines.filter(({ workload }) => hurt.has(workload));
    const worst = [...(of.length > 0 ? of : timelines)].sort((a, b) => b.seconds - a.seconds);
    return worst[0] ?? null;
  }
}

/** Chance of the search itself: a stream of its own. */
function chanceOf(seed: string): () => number {
  const streams = new Streams();
  const stream = streams.declare('falsify');
  streams.bind(new Int32Array(STREAM_WORDS));
  streams.seed(masterKey(seed), 0);
  return () => streams.uniform(stream);
}
