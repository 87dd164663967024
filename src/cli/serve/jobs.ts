import { createHash } from 'node:crypto';
import { performance } from 'node:perf_hooks';
import { setImmediate as breathe } from 'node:timers/promises';
import {
  Comparison,
  comparisonReport,
  Drill,
  drillReport,
  Experiment,
  Explainer,
  explanationReport,
  htmlComparison,
  htmlReport,
  PLAIN,
  readScenario,
  runReport,
  type Scenario,
  topologyOf,
} from '../../index.ts';
import { LOST_FOR } from '../drilling.ts';
import { Played } from '../pages/measured.ts';
import { pageScript } from '../pages/script.ts';
import type { CompareAsked, DrillAsked, RunAsked } from './forms.ts';
import { Rejection } from './guard.ts';

interface Steps {
  step(): boolean;
  readonly done: number;
  readonly asked: number;
}

/** What a job tells while it goes on, and at its end. */
export interface Said {
  readonly done: number;
  readonly asked: number;
  /** Only at the end. */
  readonly told?: Told;
}

/** A report as text, and as a page where there is one. */
export interface Told {
  readonly text: string;
  readonly page?: string;
}

export interface Job {
  readonly steps: Steps;
  /** The report on what has been done. */
  report(): Told;
}

/** How long other requests wait at the most, milliseconds. */
const BREATH = 25;
const EVERY = 150;

/** Does a job in small steps until it is done or nobody wants it any more, and tells how far it is. */
export async function* doing({ steps, report }: Job, wanted: () => boolean): AsyncGenerator<Said> {
  let told = performance.now();
  let breathed = told;
  while (wanted() && steps.step()) {
    const now = performance.now();
    if (now - breathed < BREATH) continue;
    if (now - told > EVERY) {
      yield { done: steps.done, asked: steps.asked };
      told = now;
    }
    await breathe();
    breathed = performance.now();
  }
  if (wanted()) yield { done: steps.done, asked: steps.asked, told: report() };
}

interface Variant {
  readonly name: string;
  readonly text: string;
}

function opened({ name, text }: Variant): { scenario: Scenario; origin: { file: string; sha256: string } } {
  const { scenario, problems } = readScenario(text, name);
  const errors = problems.filter(({ severity }) => severity === 'error').length;
  if (scenario === undefined)
    throw new Rejection(422, errors === 1 ? `${name} has 1 error` : `${name} has ${errors} errors`);
  const sha256 = createHash('sha256').update(text.replace(/\r\n?/g, '\n')).digest('hex');
  return { scenario, origin: { file: name, sha256 } };
}

export function runJob({ variant, lang, ...options }: RunAsked): Job {
  const { scenario, origin } = opened(variant);
  const steps = new Experiment(scenario, options);
  const report = (): Told => {
    const run = steps.result(origin);
    const text = runReport(run, { language: lang, quiet: false, ink: PLAIN });
    return {
      text,
      page: htmlReport({ run, topology: topologyOf(scenario) }, { language: lang, script: pageScript() }),
    };
  };
  return { steps, report };
}

export function drillJob({ variant, lang, times, seed }: DrillAsked): Job {
  const { scenario, origin } = opened(variant);
  const steps = new Drill(scenario, { times, seed, lostFor: LOST_FOR, timelines: true });
  const report = (): Told => {
    const drill = steps.result(origin);
    return {
      text: drillReport(drill, { language: lang, ink: PLAIN }),
      page: htmlReport({ drill, topology: topologyOf(scenario) }, { language: lang, script: pageScript() }),
    };
  };
  return { steps, report };
}

export function explainJob({ variant, lang, ...options }: RunAsked): Job {
  const { scenario, origin } = opened(variant);
  const steps = new Explainer(scenario, options);
  const report = (): Told => {
    const explanation = steps.explanation(origin);
    const topology = topologyOf(scenario);
    return {
      text: explanationReport(explanation, { language: lang, ink: PLAIN, all: false }),
      page: htmlReport({ explanation, topology }, { language: lang, script: pageScript() }),
    };
  };
  return { steps, report };
}

/** Compares, then looks in each scenario for what can be played. */
class ThenPlayed implements Steps {
  private readonly comparison: Comparison;
  private readonly scenarios: readonly Scenario[];
  played: readonly Played[] = [];

  constructor(comparison: Comparison, scenarios: readonly Scenario[]) {
    this.comparison = comparison;
    this.scenarios = scenarios;
  }

  private get all(): readonly Steps[] {
    return [this.comparison, ...this.played];
  }

  get done(): number {
    return this.all.reduce((sum, { done }) => sum + done, 0);
  }

  get asked(): number {
    return this.all.reduce((sum, { asked }) => sum + asked, 0);
  }

  step(): boolean {
    if (this.comparison.step()) return true;
    if (this.played.length === 0) {
      const { scenarios } = this.comparison.result(false);
      this.played = this.scenarios.map((scenario, i) => new Played(scenario, scenarios[i]!));
    }
    return this.played.some((one) => one.step());
  }
}

export function compareJob({ variants, lang, ...options }: CompareAsked): Job {
  const contenders = variants.map(opened);
  const comparing = new Comparison(contenders, options);
  const steps = new ThenPlayed(
    comparing,
    contenders.map(({ scenario }) => scenario),
  );
  const report = (): Told => {
    const comparison = comparing.result(false);
    const variants = steps.played.map((one) => one.variant());
    return {
      text: comparisonReport(comparison, { language: lang, ink: PLAIN }),
      page: htmlComparison(comparison, variants, { language: lang, script: pageScript() }),
    };
  };
  return { steps, report };
}
