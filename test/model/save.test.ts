import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { MINUTE, type Us, YEAR } from '../../src/base/index.ts';
import type { Segment } from '../../src/engine/index.ts';
import { blank } from '../../src/experiment/index.ts';
import { masterKey } from '../../src/random/index.ts';
import { compileScenario, type Model } from '../../src/scenario/index.ts';
import { listen, read } from '../simulate.ts';

const MASTER = masterKey('save');
const SEGMENTS: readonly Segment[] = ['logic', 'time', 'memo', 'random', 'sums'];

const scenario = (file: string) => read(readFileSync(new URL(`../../scenarios/${file}`, import.meta.url), 'utf8'));

/** Everything that a simulation is, byte by byte. */
const bytes = ({ world }: Model): string =>
  SEGMENTS.map((segment) =>
    world.workshop.arena.bytes(segment).map((part) => Buffer.from(part).toString('base64')),
  ).join('|');

function begin(model: Model, replication: number): void {
  model.meter.begin(blank(model));
  model.world.begin(model.simulation, MASTER, replication);
}

const SCENARIOS = ['reference-m1.yaml', 'a-a.yaml'] as const;

describe.each(SCENARIOS)('saving %s', (file) => {
  const model = compileScenario(scenario(file));
  const happened = listen(model);
  const to = (end: number): void => void model.simulation.run(end as Us, model.service);
  const half = YEAR / 2;

  it('restored, it runs on as it would have run straight on: every record and every byte', () => {
    for (let replication = 0; replication < 6; replication++) {
      begin(model, replication);
      to(half);
      const saved = model.simulation.save();
      const before = bytes(model);
      happened.length = 0;
      to(YEAR);
      const [straight, end, hash] = [happened.splice(0), bytes(model), model.world.records.hash];
      expect(straight.length).toBeGreaterThan(10);
      begin(model, replication + 100);
      to(YEAR);
      model.simulation.restore(saved);
      expect(bytes(model)).toBe(before);
      happened.length = 0;
      to(YEAR);
      expect(happened).toEqual(straight);
      expect(bytes(model)).toBe(end);
      expect(model.world.records.hash).toEqual(hash);
    }
  });

  it('restored in the middle of an incident, it measures what it would have measured', () => {
    begin(model, 3);
    let now = 0;
    for (; !model.meter.watching && now < YEAR; now += 5 * MINUTE) to(now);
    expect(model.meter.watching).toBe(true);
    const saved = model.simulation.save();
    const measured = () => {
      const collected = blank(model);
      model.meter.begin(collected);
      to(now + YEAR);
      model.meter.end((now + YEAR) as Us);
      return collected;
    };
    const straight = measured();
    expect(straight.workloads.some(({ incidents }) => incidents > 0)).toBe(true);
    begin(model, 4);
    to(YEAR);
    model.simulation.restore(saved);
    expect(measured()).toEqual(straight);
  });

  it('does not notice a stop on the way', () => {
    begin(model, 1);
    to(YEAR);
    const [straight, hash] = [bytes(model), model.world.records.hash];
    begin(model, 1);
    for (let week = 1; week <= 52; week++) to((YEAR / 52) * week);
    to(YEAR);
    expect(bytes(model)).toBe(straight);
    expect(model.world.records.hash).toEqual(hash);
  });

  it('starts each replication from the same state, whatever ran before', () => {
    begin(model, 7);
    const fresh = bytes(model);
    to(YEAR);
    begin(model, 7);
    expect(bytes(model)).toBe(fresh);
    const other = compileScenario(scenario(file));
    begin(other, 7);
    expect(bytes(other)).toBe(fresh);
  });
});
