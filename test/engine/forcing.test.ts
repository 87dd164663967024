import { describe, expect, it } from 'vitest';
import { HOUR, type Us } from '../../src/base/index.ts';
import { Forcing, type Slot, Workshop } from '../../src/engine/index.ts';
import { Moments } from '../../src/measures/index.ts';
import {
  exponential,
  gammaWithMean,
  type Law,
  lognormalWithMedian,
  masterKey,
  newLife,
  STREAM_WORDS,
  Streams,
  steadyLife,
  uniform,
  weibull,
} from '../../src/random/index.ts';
import { expectNear } from '../oracles/near.ts';

const DAY = 24 * HOUR;
const LAWS: readonly Law[] = [
  exponential(100 * DAY),
  weibull(2, 100 * DAY),
  weibull(0.7, 100 * DAY),
  lognormalWithMedian(30 * DAY, 1.2),
  gammaWithMean(3, 60 * DAY),
  uniform(5 * DAY, 90 * DAY),
];
const [AGE, SPAN, ROUNDS] = [10 * DAY, DAY, 6_000];
const POLICIES = [
  { share: 0.15, forced: 0 },
  { share: 0.6, forced: 0.9 },
  { share: 0.25, forced: 0.3 },
];

/** Clocks by every law, `AGE` old and none of them ended, and a stage of `SPAN`. */
class Bench {
  readonly workshop = new Workshop();
  readonly slots: readonly Slot[];
  readonly ended: number[] = LAWS.map(() => 0);
  readonly simulation;
  readonly forcing: Forcing;

  constructor(start: 'start' | 'startSteady') {
    const { registry } = this.workshop;
    const choices = new Streams();
    const stream = choices.declare('choices');
    choices.bind(new Int32Array(STREAM_WORDS));
    choices.seed(masterKey('choices'), 0);
    this.slots = LAWS.map((law, i) =>
      registry.slot('fault', `life ${i}`, () => this.note(i), 0, { law, stream: `life ${i}` }),
    );
    this.simulation = this.workshop.seal();
    const forced = LAWS.map((law, i) => ({
      slot: this.slots[i]!,
      group: i % 4,
      fresh: newLife(law),
      steady: steadyLife(law),
    }));
    const { clocks } = this.simulation;
    clocks.keep(new Uint8Array(LAWS.length).fill(1));
    this.forcing = new Forcing(clocks, forced, POLICIES, () => choices.uniform(stream));
    this.simulation.reset(masterKey('bench'), 0);
    for (const slot of this.slots) clocks[start](slot);
    for (const slot of this.slots) clocks.redraw(slot, 2 * AGE);
    this.simulation.pass(AGE as Us);
  }

  private note(i: number): void {
    this.ended[i]! += 1;
  }
}

describe.each(['start', 'startSteady'] as const)('forcing clocks begun by %s', (start) => {
  const bench = new Bench(start);
  const { simulation, forcing } = bench;
  const saved = simulation.save();
  const lives = LAWS.map((law) => (start === 'start' ? newLife(law) : steadyLife(law)));

  /** Runs one window: a stage, settled at its first end, another one from there, and the rest by the laws themselves. */
  function window(round: number, until: number): number {
    simulation.restore(saved);
    simulation.reseed(masterKey('window'), round);
    bench.ended.fill(0);
    forcing.reset();
    forcing.renew();
    forcing.begin(SPAN);
    const watched = new Uint8Array(LAWS.length).fill(1);
    let stages = 1;
    while (simulation.advance((AGE + until) as Us, { end: () => {} }, watched)) {
      if (!forcing.active) continue;
      forcing.settle(simulation.now);
      if (stages++ === 1) forcing.begin(SPAN);
    }
    return forcing.weight(simulation.now);
  }

  it.each([SPAN / 2, SPAN, 3 * SPAN])('the mean weight after %d µs is 1, and none is above 1 ÷ plain', (until) => {
    const weights = new Moments();
    for (let round = 0; round < ROUNDS; round++) {
      const weight = window(round, until);
      expect(weight).toBeLessThanOrEqual(1 / POLICIES[0]!.share + 1e-9);
      weights.add(weight);
    }
    expectNear(weights, 1);
  });

  it('every clock ends, and every two of them do, as often as by their own laws', () => {
    const once = LAWS.map(() => new Moments());
    const pairs = LAWS.map(() => new Moments());
    for (let round = 0; round < ROUNDS; round++) {
      const weight = window(round, SPAN);
      for (const i of LAWS.keys()) {
        const next = bench.ended[(i + 1) % LAWS.length]!;
        once[i]!.add(weight * bench.ended[i]!);
        pairs[i]!.add(weight * bench.ended[i]! * next);
      }
    }
    const chance = (i: number): number => lives[i % LAWS.length]!.within(AGE, SPAN);
    for (const i of LAWS.keys()) {
      expectNear(once[i]!, chance(i));
      expectNear(pairs[i]!, chance(i) * chance(i + 1));
    }
  });
});
