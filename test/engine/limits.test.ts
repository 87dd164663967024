import { describe, expect, it } from 'vitest';
import { HasimError, type Us, YEAR } from '../../src/base/index.ts';
import { DEFAULT_LIMITS, Registry } from '../../src/engine/index.ts';
import { horizonOf } from '../../src/experiment/index.ts';
import { Bench, MASTER } from './workbench.ts';

/** What is thrown, with its code. */
function thrown(act: () => void): HasimError {
  try {
    act();
  } catch (error) {
    if (error instanceof HasimError) return error;
    throw error;
  }
  throw new Error('nothing was thrown');
}

/** Two events that start each other after `delay`. */
function pingPong(delay: number, limits: { eventsPerInstant: number; eventsPerReplication: number }): Bench {
  const bench = new Bench();
  const { registry } = bench.workshop;
  const ping = registry.slot('work', 'ping', () => bench.clocks.startFor(pong, delay as Us));
  const pong = registry.slot('plan', 'pong', () => bench.clocks.startFor(ping, delay as Us));
  bench.seal(limits);
  bench.clocks.startFor(ping, 60_000_000 as Us);
  return bench;
}

describe('limits', () => {
  it('catches a loop within an instant, and names the time and what loops', () => {
    const error = thrown(() => pingPong(0, { ...DEFAULT_LIMITS, eventsPerInstant: 50 }).run(YEAR));
    expect(error.code).toBe('too-many-events-at-an-instant');
    expect(error.message).toContain('50 events');
    expect(error.message).toContain('1m');
    expect(error.message).toMatch(/work ping|plan pong/);
  });

  it('allows exactly as many events at an instant as the limit', () => {
    const bench = new Bench();
    const slots = Array.from({ length: 5 }, (_, i) =>
      bench.workshop.registry.slot('work', `${i}`, () => bench.note(`${i}`)),
    );
    bench.seal({ ...DEFAULT_LIMITS, eventsPerInstant: 5 });
    for (const slot of slots) bench.clocks.startAt(slot, 3 as Us);
    expect(() => bench.run(10)).not.toThrow();
    expect(bench.trace.length).toBe(5);
  });

  it('bounds the events of a replication, over all its runs', () => {
    const error = thrown(() => pingPong(1000, { ...DEFAULT_LIMITS, eventsPerReplication: 200 }).run(YEAR));
    expect(error.code).toBe('too-many-events');
    expect(error.message).toMatch(/work ping|plan pong/);
    const bench = pingPong(1_000_000, { ...DEFAULT_LIMITS, eventsPerReplication: 10 });
    expect(() => bench.run(65_000_000)).not.toThrow();
    expect(thrown(() => bench.run(YEAR)).code).toBe('too-many-events');
  });

  it('counts anew after a reset', () => {
    const bench = pingPong(1_000_000, { ...DEFAULT_LIMITS, eventsPerReplication: 10 });
    bench.run(65_000_000);
    expect(bench.simulation.events).toBe(6);
    bench.simulation.reset(MASTER, 1);
    expect(bench.simulation.events).toBe(0);
  });

  it('are the same for a run that pauses', () => {
    const paused = (limits: typeof DEFAULT_LIMITS, delay: number, slice: number): HasimError =>
      thrown(() => {
        const { simulation } = pingPong(delay, limits);
        while (!simulation.run(YEAR as Us, { end: () => {} }, slice));
      });
    for (const slice of [1, 7, 49, 50, 51]) {
      const loop = { ...DEFAULT_LIMITS, eventsPerInstant: 50 };
      expect(paused(loop, 0, slice).message).toBe(thrown(() => pingPong(0, loop).run(YEAR)).message);
      const many = { ...DEFAULT_LIMITS, eventsPerReplication: 50 };
      expect(paused(many, 1_000, slice).message).toBe(thrown(() => pingPong(1_000, many).run(YEAR)).message);
    }
  });

  it('bounds the slots of a model', () => {
    const registry = new Registry();
    const error = thrown(() => {
      for (let i = 0; i <= 1_000_000; i++) registry.slot('work', '', () => {});
    });
    expect(error.code).toBe('too-many-slots');
    expect(error.message).toContain('1000001');
  });

  it('bounds a replication at the years that a clock can hold', () => {
    expect(horizonOf(285)).toBe(285 * YEAR);
    expect(thrown(() => horizonOf(286)).code).toBe('horizon-too-long');
    expect(thrown(() => horizonOf(Number.NaN)).code).toBe('horizon-too-long');
    expect(thrown(() => horizonOf(Number.POSITIVE_INFINITY)).code).toBe('horizon-too-long');
  });
});
