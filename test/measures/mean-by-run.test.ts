import { describe, expect, it } from 'vitest';
import { askewMeanInterval, Tally, TapeReader, TapeWriter } from '../../src/measures/estimators/index.ts';
import { uniforms } from '../uniforms.ts';

const CONFIDENCE = 0.95;
const EXPERIMENTS = 1_000;
/** A perfect method falls below it once in 10,000 times. */
const FEWEST = 0.95 - 3.7 * Math.sqrt((0.95 * 0.05) / EXPERIMENTS);
const MINUTE = 60e6;

const tallyOf = (runs: readonly (readonly number[])[], limit?: number): Tally => {
  const tally = new Tally(limit);
  for (const run of runs) {
    for (const time of run) tally.add(time);
    tally.endRun();
  }
  return tally;
};

type Law = (uniform: () => number) => number;
const exponential: Law = (uniform) => -Math.log(uniform());
const even: Law = (uniform) => 2 * uniform();

/** As many incidents as chance has it, of a mean that each replication draws for itself: 1 minute in the mean of all. */
function clustered(runs: number, incidents: number, mean: Law, uniform: () => number): number[][] {
  return Array.from({ length: runs }, () => {
    const own = mean(uniform);
    const count = 1 + Math.floor(2 * incidents * uniform());
    return Array.from({ length: count }, () => Math.round(MINUTE * own * exponential(uniform)));
  });
}

const share = (intervals: readonly { low: number | null; high: number | null }[]): number =>
  intervals.filter(({ low, high }) => low! <= MINUTE && MINUTE <= high!).length / intervals.length;

describe('the mean of times of which replications have several', () => {
  it.each([
    ['12 replications of about 40 incidents, which take turns of one length', 12, 40, even],
    ['20 replications of about 30, some of them bad', 20, 30, exponential],
    ['100 replications of about 10, some of them bad', 100, 10, exponential],
  ])('lies within its interval: %s', (_, runs, incidents, mean) => {
    const uniform = uniforms(runs);
    const all = Array.from({ length: EXPERIMENTS }, () => clustered(runs, incidents, mean, uniform));
    const bounds = all.map((one) => tallyOf(one).meanBounds(CONFIDENCE));
    const asIfIndependent = all.map((one) => askewMeanInterval(one.flat(), CONFIDENCE));
    expect(share(bounds)).toBeGreaterThan(FEWEST);
    // What the bounds were before: far too near.
    expect(share(asIfIndependent)).toBeLessThan(0.8);
  });

  it('is bounded nearly as if all were independent where they are', () => {
    const uniform = uniforms(3);
    const width = ({ low, high }: { low: number | null; high: number | null }): number => high! - low!;
    const all = Array.from({ length: 200 }, () => clustered(200, 5, () => 1, uniform));
    const ratios = all.map((one) => {
      const plain = width(askewMeanInterval(one.flat(), CONFIDENCE));
      return width(tallyOf(one).meanBounds(CONFIDENCE)) / plain;
    });
    expect(Math.min(...ratios)).toBeGreaterThanOrEqual(1 - 1e-9);
    expect(ratios.reduce((sum, one) => sum + one, 0) / ratios.length).toBeLessThan(1.1);
  });

  it('is that of the times themselves where all are the same, and none of one replication alone', () => {
    expect(tallyOf([[7, 7], [7], []]).meanBounds(CONFIDENCE)).toEqual({ low: 7, high: 7 });
    expect(tallyOf([[3, 7, 9], [], []]).meanBounds(CONFIDENCE)).toEqual({ low: null, high: null });
  });

  it('is the same whatever the blocks, on tapes too, and nearly so of more than are kept one by one', () => {
    const runs = clustered(40, 10, exponential, uniforms(5));
    const whole = tallyOf(runs).meanBounds(CONFIDENCE);
    const halves = tallyOf(runs.slice(0, 17));
    const later = new TapeWriter();
    tallyOf(runs.slice(17)).code(later);
    const read = new Tally();
    read.code(new TapeReader(later.tape));
    halves.merge(read);
    const merged = halves.meanBounds(CONFIDENCE);
    expect(merged.low! / whole.low!).toBeCloseTo(1, 9);
    expect(merged.high! / whole.high!).toBeCloseTo(1, 9);
    const many = tallyOf(runs, 50).meanBounds(CONFIDENCE);
    expect(Math.abs(many.low! / whole.low! - 1)).toBeLessThan(0.002);
    expect(Math.abs(many.high! / whole.high! - 1)).toBeLessThan(0.002);
  });
});
