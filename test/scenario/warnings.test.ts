import { describe, expect, it } from 'vitest';
import { readScenario } from '../../src/scenario/index.ts';
import { ACTIVE_ACTIVE } from './active-active.ts';
import { changed, pointedAt, problemsOf } from './reading.ts';

const withoutReturn = ACTIVE_ACTIVE.replace(/ {2}return-to-a:[\s\S]*?(?=\nobjectives)/, '');
const unfenced = '      - {fence: orders-a}\n';

/** What is changed, into what, the codes of the warnings and the words they point at. */
const UNWISE: readonly (readonly [what: string, text: () => string, warnings: readonly string[]])[] = [
  ['a class below the rows written', () => changed('class: medium', 'class: micro'), ['lag-without-bound at micro']],
  [
    'rows just at the class',
    () => changed('class: medium, rows-per-write: 6', 'max-rows: 1440/s, rows-per-write: 6'),
    [],
  ],
  [
    'rows just above it',
    () => changed('class: medium, rows-per-write: 6', 'max-rows: 1439/s, rows-per-write: 6'),
    ['lag-without-bound at sync'],
  ],
  ['a promotion without a fence', () => changed(unfenced, ''), ['unfenced-promotion at orders-b']],
  [
    'a fence that comes too late',
    () =>
      changed(
        '{hold-out: slb-a}',
        '{hold-out: slb-b}',
        changed(unfenced, '').replace('then: retry}', `then: retry}\n${unfenced.trimEnd()}`),
      ),
    ['unfenced-promotion at orders-b'],
  ],
  ['no way back', () => withoutReturn, ['no-way-back at orders-b']],
  [
    'no health check',
    () => changed('backends: [app-a]', 'backends: [app-a], health-check: off'),
    ['no-health-check at off'],
  ],
  [
    'resolvers on the knife edge',
    () => changed('ttl: 60s', 'ttl: 60s, hold-on: {share: 5%}'),
    ['knife-edge at 5%', 'knife-edge at 5%'],
  ],
  ['resolvers just below it', () => changed('ttl: 60s', 'ttl: 60s, hold-on: {share: 4.9%}'), []],
  [
    'a single instance',
    () => changed('count: 4, capacity-each: 400/s', 'count: 1, capacity-each: 1600/s'),
    ['single-instance at 1'],
  ],
  [
    'an alarm that would be lost with what it watches',
    () => changed('from: cn-beijing/b', 'from: cn-beijing/a'),
    ['watched-from-within at cn-beijing/a', 'watched-from-within at cn-beijing/a'],
  ],
  ['capacity below demand', () => changed('capacity-each: 400/s', 'capacity-each: 149/s'), ['overloaded at 149/s']],
  ['capacity just enough', () => changed('capacity-each: 400/s', 'capacity-each: 150/s'), []],
  [
    'a cost that makes it too little',
    () => changed('retries: 1', 'cost: 10'),
    ['overloaded at 400/s', 'overloaded at 400/s'],
  ],
  ['a TTL of ten minutes', () => changed('ttl: 60s', 'ttl: 10m'), ['long-ttl at 10m']],
  ['a TTL just below', () => changed('ttl: 60s', 'ttl: 599s'), []],
  ['an objective below a step', () => changed('rto: 4h', 'rto: 90m'), ['rto-below-step at 90m']],
];

describe('what is legal and unwise', () => {
  it.each(UNWISE)('%s', (_, text, warnings) => {
    const { scenario, problems } = readScenario(text(), 'x.yaml');
    expect(scenario).toBeDefined();
    expect(problems.map((problem) => `${problem.code} at ${pointedAt(text(), problem)}`)).toEqual(warnings);
    expect(problems.every(({ severity }) => severity === 'warning')).toBe(true);
  });

  it('a long TTL is fine where nothing changes the answers', () => {
    const text = changed('ttl: 60s', 'ttl: 10m')
      .replace(/, monitor: \{[^}]*\}/, '')
      .replace('- {hold-out: slb-a}', '');
    expect(problemsOf(text).map(({ code }) => code)).not.toContain('long-ttl');
  });

  it('says nothing where there are errors', () => {
    expect(
      problemsOf(changed('ttl: 60s', 'ttl: 10m', changed('count: 4', 'count: 0'))).map(({ code }) => code),
    ).toEqual(['bad-value']);
  });

  it('says whether a step is usually or only often too long', () => {
    const often = problemsOf(changed('rto: 4h', 'rto: 90m')).map(({ message }) => message);
    const usually = problemsOf(changed('rto: 4h', 'rto: 25m')).map(({ message }) => message);
    expect(often).toEqual([
      'the decision of `zone-a-lost` alone in more than one of 20 cases takes longer than 1h 30m',
    ]);
    expect(usually).toEqual(['the decision of `zone-a-lost` alone usually takes longer than 25m']);
  });
});
