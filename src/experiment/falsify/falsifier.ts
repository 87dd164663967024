import { toSeconds, type Us } from '../../base/index.ts';
import { Notebook } from '../../language/index.ts';
import { masterKey, STREAM_WORDS, Streams } from '../../random/index.ts';
import { pack, type Scenario } from '../../scenario/index.ts';
import { checkOptions } from '../checked-options.ts';
import { Explainer } from '../explainer.ts';
import type { Timeline } from '../explanation.ts';
import type { Origin } from '../origin.ts';
import type { Portion } from '../portion.ts';
import { Stepping } from '../stepping.ts';
import { VERSION } from '../version.ts';
import { appliesTo, isBeyondAll } from './applies.ts';
import { foundBy, inUnits } from './found.ts';
import { type Judgement, type Judging, judge } from './judge.ts';
import { type Limit, limitsOf } from './limits.ts';
import { type Names, namesIn, type TrialPart, triedOf } from './part.ts';
import type { FalsifyResult, Found } from './result.ts';
import { type Bounds, count, type Findings, type Round, roundOf, setsUpTo } from './search.ts';
import { type Asking, shrink } from './shrink.ts';
import { type FaultSchedule, labelOf, scheduleText, type Target, withSchedule } from './strike.ts';
import { isMeant, targetsOf } from './targets.ts';
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
  /** The sets of one size that are being tried, and by how many faults. */
  private round: Round | undefined;
  /** Which of its sets is the next, and who tries them in this thread. */
  private set = 0;
  private own: Stepping | undefined;
  private readonly names: Names;
  /** Of each set of the round: the schedule that broke something, by its number; negative: none did. */
  private broke: number[] = [];
  /** Schedules tried for them. */
  private spent = 0;
  private shrinking: Asking<FaultSchedule> | undefined;
  private smallest: FaultSchedule | undefined;
  private answer: boolean | undefined;

  constructor(scenario: Scenario, options: FalsifyOptions) {
    checkOptions('Falsifier', options, { times: 'count', lasts: 'span' });
    this.scenario = scenario;
    this.options = options;
    this.limits = options.limits ?? limitsOf(scenario);
    this.judging = { seed: options.seed, times: options.times, quantile: QUANTILE, rest: RECOVERS_WITHIN };
    const all = targetsOf(scenario, this.notes);
    this.targets = all.filter((target) => this.isStruck(target));
    this.leftOut = all.filter((target) => !this.targets.includes(target));
    this.asked = options.tries;
    this.names = namesIn(scenario);
    this.begin(0);
  }

  /** What there is to break; none where the scenario states no objective that faults could break. */
  get hasLimits(): boolean {
    return this.limits.length > 0;
  }

  /** All that could be struck, as `class:name`. */
  get all(): readonly string[] {
    return [...this.targets, ...this.leftOut].map(labelOf);
  }

  /** What is struck, as `class:name`. */
  get struck(): readonly string[] {
    return this.targets.map(labelOf);
  }

  get done(): number {
    return Math.min(this.asked, this.findings.tried + this.spent);
  }

  /** Sets of faults that are tried, at the most. */
  get sets(): number {
    return Math.min(this.asked, setsUpTo(this.options.maxFaults, this.targets.length));
  }

  private isStruck(target: Target): boolean {
    const { only, except = [] } = this.options;
    if (isMeant(target, except)) return false;
    if (only !== undefined) return isMeant(target, only);
    if (target.whole) return false;
    return this.isJudged([target]) && !isBeyondAll(target, this.limits);
  }

  /** Whether any limit says something about the loss of these. */
  private isJudged(targets: readonly Target[]): boolean {
    return this.limits.some((limit) => appliesTo(limit, targets));
  }

  /** Whether any of what is struck can break anything: an objective about zones says nothing of links. */
  get judgesAny(): boolean {
    return this.targets.some((target) => this.isJudged([target]));
  }

  private bounds(): Bounds {
    const { maxFaults, tries, lasts, seed } = this.options;
    const { targets } = this;
    return {
      targets,
      isJudged: (set) => this.isJudged(set),
      maxFaults,
      tries,
      moments: MOMENTS,
      from: FAULTS_FROM,
      within: FAULTS_WITHIN,
      lasts,
      chance: chanceOf(seed),
    };
  }

  private begin(faults: number): void {
    this.round = roundOf(faults, this.bounds(), this.findings);
    this.set = 0;
    this.broke = [];
    this.spent = 0;
    this.own = new Stepping(this.scenario, this.portions());
  }

  /** Tries one schedule; false when nothing is left to do. */
  step(): boolean {
    if (this.round !== undefined) this.search(this.round);
    else if (this.shrinking !== undefined) this.shrink(this.shrinking);
    return this.round !== undefined || this.shrinking !== undefined;
  }

  private search(round: Round): void {
    if (this.own?.step() === true) return;
    this.ended(round);
  }

  /** The sets of the round that are not tried yet; what is left over when enough is found is counted by nobody. */
  *portions(): Generator<Portion<TrialPart>> {
    const { round, limits, judging } = this;
    if (round === undefined) return;
    const packed = pack(limits);
    for (let set = this.set; set < round.sets.length && !this.isOver(round); set++) {
      const schedules = round.sets[set]!;
      const part: TrialPart = { kind: 'trials', schedules: pack(schedules), limits: packed, judging };
      yield { part, of: 0, count: (tape) => this.count(round, schedules, tape) };
    }
  }

  private count(round: Round, schedules: readonly FaultSchedule[], tape: Float64Array): void {
    if (this.isOver(round)) return;
    const tried = triedOf(tape, this.limits, this.names);
    if (tried !== undefined) this.verdicts.set(scheduleText(schedules[tried.broke]!), tried.judgement);
    this.broke[this.set] = tried?.broke ?? -1;
    this.spent += tried === undefined ? schedules.length : tried.broke + 1;
    this.set += 1;
  }

  private isOver(round: Round): boolean {
    return this.isEnough(round) || this.done >= this.asked;
  }

  /** By chance one find is enough; in order all sets of a size are looked at. */
  private isEnough({ byChance }: Round): boolean {
    return byChance && this.broke.some((moment) => moment >= 0);
  }

  private ended(round: Round): void {
    count(round, this.broke, this.findings, this.options.tries);
    const [first] = this.findings.found;
    this.round = undefined;
    this.spent = 0;
    if (first !== undefined) this.shrinking = shrink(first, FAULTS_FROM);
    else if (round.faults < this.options.maxFaults && this.findings.tried < this.asked) this.begin(round.faults + 1);
  }

  private shrink(asking: Asking<FaultSchedule>): void {
    const next = this.answer === undefined ? asking.next() : asking.next(this.answer);
    this.answer = next.done ? undefined : this.breaks(next.value);
    if (next.done) this.shrunk(next.value);
  }

  private breaks(schedule: FaultSchedule): boolean {
    return this.verdict(schedule).breaches.length > 0;
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
    const findings = this.findingsSoFar();
    const { seed, times, maxFaults, tries, lasts } = this.options;
    const [first, ...others] = findings.found;
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
        scope: limit.scopes?.[0] ?? null,
        kind: limit.kind,
        limit: inUnits(limit, limit.limit),
      })),
      tried: findings.tried,
      searched: findings.searched,
      targets: this.targets.map(labelOf),
      leftOut: this.leftOut.map(labelOf),
      smallest: smallest === undefined ? null : this.found(smallest),
      others: others.map((schedule) => this.found(schedule)),
      stopped: interrupted ? 'interrupted' : smallest === undefined ? 'bounds' : 'found',
      timeline: smallest === undefined ? null : this.timeline(smallest),
      assumptions: [...this.scenario.assumptions, ...this.notes.assumptions],
    };
  }

  /** With the round at hand as far as it has come. */
  private findingsSoFar(): Findings {
    const { findings, round, broke } = this;
    if (round === undefined) return findings;
    const all = { found: [...findings.found], searched: [...findings.searched], tried: findings.tried };
    count(round, broke, all, this.options.tries);
    return all;
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
