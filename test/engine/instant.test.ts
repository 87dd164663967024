import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LAST_INSTANT, NEVER, type Us } from '../../src/base/index.ts';
import { RANKS, type Slot } from '../../src/engine/index.ts';
import { exponential, fixed, never } from '../../src/random/index.ts';
import { Bench } from './workbench.ts';

const at = (us: number): Us => us as Us;

describe('the order of an instant', () => {
  it('fires by rank and then by name in code units, whatever the order of declaration and of starting', () => {
    const names = ['a', 'A', 'Z', 'b', '乙', '甲', 'a1', 'a10', 'a2'];
    const all = RANKS.flatMap((rank) => names.map((name) => ({ rank, name })));
    const expected = RANKS.flatMap((rank) =>
      ['A', 'Z', 'a', 'a1', 'a10', 'a2', 'b', '乙', '甲'].map((name) => `${rank} ${name}`),
    );
    const shuffled = fc.shuffledSubarray(all, { minLength: all.length });
    fc.assert(
      fc.property(shuffled, fc.shuffledSubarray([...all.keys()], { minLength: all.length }), (declared, started) => {
        const bench = new Bench();
        const slots = declared.map(({ rank, name }) =>
          bench.workshop.registry.slot(rank, name, () => bench.note(`${rank} ${name}`)),
        );
        bench.seal();
        for (const index of started) bench.clocks.startAt(slots[index]!, at(5));
        bench.run(10);
        expect(bench.trace).toEqual(expected.map((what) => [5, what]));
      }),
      { numRuns: 50 },
    );
  });

  it('fires what was started at now, lowest rank first, even below the present rank, before the instant ends', () => {
    const bench = new Bench();
    const { registry } = bench.workshop;
    const late: Slot = registry.slot('plan', 'late', () => bench.note('plan'));
    const early: Slot = registry.slot('fault', 'early', () => bench.note('fault'));
    const spark = registry.slot('work', 'spark', () => {
      bench.note('work');
      bench.clocks.startFor(late, at(0));
      bench.clocks.startFor(early, at(0));
    });
    const belief = registry.slot('belief', 'same', () => bench.note('belief'));
    bench.seal();
    bench.clocks.startAt(spark, at(7));
    bench.clocks.startAt(belief, at(7));
    bench.run(9, { end: () => bench.note('end') });
    expect(bench.trace).toEqual([
      [0, 'end'],
      [7, 'work'],
      [7, 'fault'],
      [7, 'belief'],
      [7, 'plan'],
      [7, 'end'],
    ]);
  });

  it('fires events at 0 and at the horizon, and none beyond it', () => {
    const bench = new Bench();
    const slots = [0, 10, 11].map(
      (time) => [bench.workshop.registry.slot('work', `${time}`, () => bench.note(`${time}`)), time] as const,
    );
    bench.seal();
    for (const [slot, time] of slots) bench.clocks.startAt(slot, at(time));
    bench.run(10);
    expect(bench.trace).toEqual([
      [0, '0'],
      [10, '10'],
    ]);
    expect(bench.simulation.now).toBe(10);
    bench.run(20);
    expect(bench.trace.at(-1)).toEqual([11, '11']);
    expect(bench.simulation.events).toBe(3);
  });

  it('evaluates at the end of the first instant even when nothing happens', () => {
    const bench = new Bench().seal();
    let ends = 0;
    bench.run(100, { end: () => ends++ });
    expect(ends).toBe(1);
  });

  it('ends each instant once, in order of time, before time moves', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 6 }), { minLength: 1, maxLength: 20 }), (times) => {
        const bench = new Bench();
        const slots = times.map((_, i) => bench.workshop.registry.slot('work', `w${i}`, () => bench.note('event')));
        bench.seal();
        for (const [i, time] of times.entries()) bench.clocks.startAt(slots[i]!, at(time));
        bench.run(6, { end: () => bench.note('end') });
        const ends = bench.trace.flatMap(([time, what]) => (what === 'end' ? [time] : []));
        expect(ends).toEqual([...new Set([0, ...times])].sort((a, b) => a - b));
        for (const [i, [time, what]] of bench.trace.entries()) {
          if (what === 'end') expect(bench.trace.slice(i + 1).every(([later]) => later > time)).toBe(true);
        }
      }),
    );
  });
});

describe('clocks', () => {
  it('replaces a pending event instead of adding one, and stopping leaves nothing behind', () => {
    const bench = new Bench();
    const slot = bench.workshop.registry.slot('work', 'w', () => bench.note('fired'));
    bench.seal();
    bench.clocks.startAt(slot, at(3));
    bench.clocks.startAt(slot, at(8));
    expect(bench.clocks.due(slot)).toBe(8);
    bench.run(5);
    expect(bench.trace).toEqual([]);
    bench.clocks.stop(slot);
    bench.clocks.stop(slot);
    expect(bench.clocks.armed(slot)).toBe(false);
    bench.run(20);
    expect(bench.trace).toEqual([]);
  });

  it('makes a draw that rounds to 0 µs one microsecond', () => {
    const bench = new Bench();
    const { registry } = bench.workshop;
    const slots = [fixed(0), fixed(0.4), exponential(1e-9)].map((law, i) =>
      registry.slot('work', `${i}`, () => bench.note(`${i}`), 0, { law, stream: `${i}` }),
    );
    bench.seal();
    for (const slot of slots) bench.clocks.start(slot);
    bench.run(5);
    expect(bench.trace.map(([time]) => time)).toEqual([1, 1, 1]);
  });

  it('takes a delay beyond the last instant for never, drawn or stated', () => {
    const bench = new Bench();
    const { registry } = bench.workshop;
    const laws = [never(), fixed(LAST_INSTANT), exponential(1e40)];
    const drawn = laws.map((law, i) =>
      registry.slot('work', `${i}`, () => bench.note('drawn'), 0, { law, stream: `${i}` }),
    );
    const stated = registry.slot('work', 'stated', () => bench.note('stated'));
    bench.seal();
    bench.clocks.startAt(stated, at(1));
    bench.run(1);
    for (const slot of drawn) {
      bench.clocks.start(slot);
      expect(bench.clocks.armed(slot)).toBe(false);
    }
    bench.clocks.startFor(stated, NEVER);
    expect(bench.clocks.armed(stated)).toBe(false);
  });

  it('forgets a pending event when its new delay is never', () => {
    const bench = new Bench();
    const slot = bench.workshop.registry.slot('work', 'w', () => bench.note('w'), 0, { law: never(), stream: 'w' });
    bench.seal();
    bench.clocks.startAt(slot, at(4));
    bench.clocks.start(slot);
    bench.run(10);
    expect(bench.trace).toEqual([]);
  });

  it('hands an event its own argument', () => {
    const bench = new Bench();
    const seen: number[] = [];
    const slots = [4, 2, 9].map((arg) =>
      bench.workshop.registry.slot('work', `${arg}`, (given) => seen.push(given), arg),
    );
    bench.seal();
    for (const slot of slots) bench.clocks.startAt(slot, at(1));
    bench.run(1);
    expect(seen).toEqual([2, 4, 9]);
  });

  it('takes a chance as often as declared, or as the state says', () => {
    const bench = new Bench();
    const chance = bench.workshop.registry.chance('c', 0.3);
    bench.seal();
    const share = (probability?: number): number => {
      let yes = 0;
      for (let i = 0; i < 20_000; i++) if (bench.clocks.choose(chance, probability)) yes++;
      return yes / 20_000;
    };
    for (const [given, expected] of [
      [undefined, 0.3],
      [0.9, 0.9],
    ] as const) {
      expect(Math.abs(share(given) - expected)).toBeLessThan(4 * Math.sqrt((expected * (1 - expected)) / 20_000));
    }
    expect([share(0), share(1)]).toEqual([0, 1]);
  });
});
