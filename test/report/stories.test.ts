import { expect, test } from 'vitest';
import { Drill, parseDuration, readScenario, topologyOf } from '../../src/index.ts';
import { storiesOf } from '../../src/report/html/replay/story.ts';
import { manyComponents } from '../browser/many.ts';
import { SMALL } from '../cli/hasim.ts';

/** How many stories a page plays of 60 drills that hurt. */
function played(text: string, fault: string): number {
  const scenario = readScenario(text, 'x').scenario!;
  const drill = new Drill(scenario, { times: 1, seed: '1', lostFor: parseDuration('1h')!, fault, timelines: true });
  while (drill.step());
  const result = drill.result({ file: 'x', sha256: 'x' });
  const rows = Array.from({ length: 60 }, () => result.rows[0]!);
  return storiesOf({ drill: { ...result, rows }, topology: topologyOf(scenario) }).length;
}

test('a page of a small system plays more drills than one of a large system, whose drawing each of them fills', () => {
  expect(played(SMALL, 'zone')).toBe(24);
  expect(played(manyComponents(), 'zone:cn-shenzhen/a')).toBe(12);
});
