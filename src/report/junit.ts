import type { CheckResult, JudgedObjective } from '../experiment/index.ts';
import { bounds, measured } from './judged-table.ts';
import { target } from './objective.ts';
import { wordsOf } from './words/index.ts';

const ESCAPES: ReadonlyMap<string, string> = new Map([
  ['&', '&amp;'],
  ['<', '&lt;'],
  ['>', '&gt;'],
  ['"', '&quot;'],
]);

/** Text for XML 1.0: markup escaped, characters that it cannot hold left out. */
const text = (raw: string): string =>
  raw.replace(/\p{Cc}|\p{Cs}/gu, ' ').replace(/[&<>"]/g, (character) => ESCAPES.get(character)!);

/** A check as JUnit XML: an objective is a test; a missed one is a failure, an undecided one an error. */
export function junitText({ scenario, objectives }: CheckResult): string {
  const count = (verdict: string): number => objectives.filter((row) => row.verdict === verdict).length;
  const head = `<testsuite name="${text(scenario.name)}" tests="${objectives.length}" failures="${count('missed')}" errors="${count('undecided')}">`;
  const cases = objectives.map((row) => testCase(row, scenario.file));
  return ['<?xml version="1.0" encoding="UTF-8"?>', head, ...cases, '</testsuite>', ''].join('\n');
}

function testCase(row: JudgedObjective, file: string): string {
  const name = [row.objective, row.domain ?? row.scope, row.workload].filter((part) => part !== null).join(' ');
  const head = `  <testcase classname="${text(file)}" name="${text(name)}"`;
  if (row.verdict === 'met') return `${head}/>`;
  const tag = row.verdict === 'missed' ? 'failure' : 'error';
  return `${head}><${tag} type="${row.verdict}" message="${text(message(row))}"/></testcase>`;
}

const WORDS = wordsOf('en');

/** Figures as the report tells them; what there is none of is left out. */
function message(row: JudgedObjective): string {
  const { objectives: say, drill } = WORDS;
  const figures = [
    [say.target, target(row, WORDS)],
    [say.measured, measured(row, WORDS)],
    [drill.bounds, bounds(row, WORDS)],
  ].filter(([, figure]) => figure !== '');
  return [say.verdicts[row.verdict], figures.map((one) => one.join(' ')).join(', ')].filter(Boolean).join(': ');
}
