import { createHash } from 'node:crypto';
import { Comparison, type ComparisonResult, money, span, wordsOf } from '../src/index.ts';
import { FOLDER, RUNS, SEED, scenarioOf, textOf, YEARS } from './measured.ts';

const WORDS = wordsOf('en');

/** Scenarios of one business that state what they cost: the one it has, and what it might have. */
const PAIRS = [
  ['self-built-ha.yaml', 'cloud-ha.yaml'],
  ['same-city-recommended.yaml', 'a-s.yaml'],
  ['same-city-recommended.yaml', 'remote-dr.yaml'],
  ['single-node.yaml', 'same-city-general.yaml'],
  ['traditional-storage-replication.yaml', 'hybrid-dr.yaml'],
] as const;

/** The second of each pair against the first, under the same disasters. */
export function comparePrices(): ComparisonResult[] {
  return PAIRS.map((pair) => {
    const contenders = pair.map((file) => ({
      scenario: scenarioOf(file),
      origin: { file: `${FOLDER}/${file}`, sha256: createHash('sha256').update(textOf(file)).digest('hex') },
    }));
    const comparison = new Comparison(contenders, { runs: RUNS, years: YEARS, seed: SEED });
    while (comparison.step());
    return comparison.result();
  });
}

const amount = (value: number | null | undefined): string => (typeof value === 'number' ? money(value) : '–');

/** What each costs to have, to be without and altogether; and what the second of a pair costs and brings against the first. */
export function pricesText(pairs: readonly ComparisonResult[]): string[] {
  return [
    '## What some of them cost',
    '',
    'Prices are examples that the scenarios state, in CNY; what downtime costs a year is measured. *Extra* is what the second of two',
    'costs beyond the first in three years without downtime, *return* what the downtime that it avoids brings on that.',
    '',
    '| scenario | a month | once | staff a year | to build | downtime a year | 3 years | extra | return |',
    '|---|---:|---:|---:|---:|---:|---:|---:|---:|',
    ...pairs.flatMap(rowsOf),
    '',
  ];
}

function rowsOf({ scenarios, differences }: ComparisonResult): string[] {
  return scenarios.map(({ scenario: { file }, cost }, i) => {
    const against = i === 0 ? undefined : differences[i]?.cost;
    const back = against?.returnPerYears?.mean;
    const cells = [
      file.slice(FOLDER.length + 1).replace('.yaml', ''),
      amount(cost?.perMonth),
      amount(cost?.once),
      amount(cost?.staffPerYear),
      cost === null || cost.buildSeconds === 0 ? '–' : span(cost.buildSeconds, WORDS),
      amount(cost?.downtimePerYear?.mean),
      amount(cost?.tcoPerYears.mean),
      amount(against?.extra.amount),
      typeof back === 'number' ? `${Math.round(100 * back)} %` : '–',
    ];
    return `| ${cells.join(' | ')} |`;
  });
}
