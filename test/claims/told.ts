import { readFileSync } from 'node:fs';
import { Experiment, Explainer, type Result, type Timeline, type TimelineEvent } from '../../src/index.ts';
import { readScenario, type Scenario } from '../../src/scenario/index.ts';

const ORIGIN = { file: 'test', sha256: '' };

/** A scenario of the project in which nothing breaks but what `faults` schedules; `change` edits its text first. */
export function calm(name: string, faults: string, change: (text: string) => string = (text) => text): Scenario {
  const text = readFileSync(new URL(`../../scenarios/${name}.yaml`, import.meta.url), 'utf8');
  const changed = change(text).replace('hasim: 1', 'hasim: 1\ncatalogue: none').concat(`\nfaults: [${faults}]\n`);
  const { scenario, problems } = readScenario(changed, name);
  if (scenario === undefined) throw new Error(problems.map(({ message }) => message).join('; '));
  return scenario;
}

/** What a run of so many replications of 20 days says. */
export function measured(scenario: Scenario, runs = 1): Result {
  const experiment = new Experiment(scenario, { runs, years: 20 / 365, seed: '1' });
  while (experiment.step());
  return experiment.result(ORIGIN);
}

/** The incidents of one workload, in the order of their beginning. */
export function incidents(scenario: Scenario, workload: string): readonly Timeline[] {
  const explainer = new Explainer(scenario, { runs: 1, years: 20 / 365, seed: '1' });
  while (explainer.step());
  const told = explainer.explanation(ORIGIN).timelines.filter((timeline) => timeline.workload === workload);
  return [...told].sort((a, b) => a.began - b.began);
}

/** When an event first occurs in a timeline, seconds after its beginning. */
export function when(timeline: Timeline, is: (event: TimelineEvent) => boolean): number {
  const line = timeline.lines.find(({ event }) => is(event));
  if (line === undefined) throw new Error('it never happens');
  return line.at;
}

/** `product-dts` or `a-s` where nobody is told that a task is broken. */
export function unwatched(text: string): string {
  const deaf = text.replace(/ {2}restart-the-tasks?:\n(?: {4}.*\n)+/, '').replace(/ {2}sync-broken: .*\n/, '');
  if (deaf.includes('sync-broken')) throw new Error('somebody is told');
  return deaf;
}
