import type { CheckResult, JudgedObjective } from '../experiment/index.ts';

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
  const message = `${row.verdict}: target ${row.target}, measured ${row.measured ?? 'none'}, bounds ${row.low ?? '-'} to ${row.high ?? '-'}`;
  return `${head}><${tag} type="${row.verdict}" message="${text(message)}"/></testcase>`;
}
