import { describe, expect, it } from 'vitest';
import { Pace } from '../../src/backend/index.ts';

/** Processor time after which so many blocks were done, milliseconds: measured of `a-a.yaml` with others on the machine. */
const A_A: readonly (readonly [spent: number, done: number])[] = [
  [247, 0.02],
  [462, 0.06],
  [674, 0.11],
  [973, 0.23],
  [1177, 0.58],
  [1414, 1.02],
  [1701, 1.44],
  [2043, 2.44],
  [2452, 3.78],
  [2943, 5.7],
  [3532, 8.36],
  [4239, 12.03],
  [5087, 16.28],
];
const WARM = 190;

/** What a pace foresees at each of these times of a run of so many blocks, and what it will be. */
function foreseen(blocks: number): (readonly [foreseen: number, real: number])[] {
  let now = 0;
  const pace = new Pace(() => now);
  pace.begin();
  return A_A.filter(([, done]) => done < blocks).map(([spent, done]) => {
    now = spent;
    return [pace.left(done, blocks), (blocks - done) * WARM];
  });
}

describe('what is left to do', () => {
  it('is nearly never foreseen as more than it is, while code gets warm', () => {
    for (const blocks of [8, 16, 32, 100, 1_000]) {
      for (const [told, real] of foreseen(blocks)) expect(told).toBeLessThan(1.25 * real);
    }
  });

  it('is known once it is warm', () => {
    for (const [told, real] of foreseen(100).slice(-3)) expect(told).toBeGreaterThan(0.95 * real);
  });

  it('is known to be much soon where it is much', () => {
    const first = foreseen(1_000).findIndex(([told]) => told > 3_000);
    expect(A_A[first]![0]).toBeLessThan(700);
  });
});
