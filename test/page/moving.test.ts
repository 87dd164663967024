import { describe, expect, it } from 'vitest';
import { stretches, valueAt } from '../../src/page/moving.ts';
import type { LiveEdge } from '../../src/visual/index.ts';

const ALL = { from: 0, until: 100 };

describe('what is drawn of a curve', () => {
  it('begins at its first point and ends at its last', () => {
    expect(
      stretches(
        [
          [40, 0],
          [60, 20],
        ],
        false,
        ALL,
      ),
    ).toEqual([
      [
        [40, 0],
        [60, 20],
      ],
    ]);
    expect(stretches([[100, 120]], false, ALL)).toEqual([[[100, 120]]]);
    expect(stretches([], false, ALL)).toEqual([]);
  });

  it('breaks off where there is nothing', () => {
    expect(
      stretches(
        [
          [0, 5],
          [10, 5],
          [20, null],
          [50, 0],
          [60, 10],
        ],
        false,
        ALL,
      ),
    ).toEqual([
      [
        [0, 5],
        [10, 5],
      ],
      [
        [50, 0],
        [60, 10],
      ],
    ]);
    expect(
      stretches(
        [
          [0, null],
          [30, 1],
          [40, null],
        ],
        false,
        ALL,
      ),
    ).toEqual([[[30, 1]]]);
  });

  it('is cut off at both ends of what is shown, with its values there', () => {
    expect(
      stretches(
        [
          [-10, 0],
          [10, 20],
          [90, 20],
          [110, 60],
        ],
        false,
        ALL,
      ),
    ).toEqual([
      [
        [0, 10],
        [10, 20],
        [90, 20],
        [100, 40],
      ],
    ]);
    expect(
      stretches(
        [
          [110, 1],
          [120, 2],
        ],
        false,
        ALL,
      ),
    ).toEqual([]);
  });

  it('holds each value of a stepped one until the next, to the end or until it breaks off', () => {
    expect(
      stretches(
        [
          [-60, 1],
          [10, 0.5],
        ],
        true,
        ALL,
      ),
    ).toEqual([
      [
        [0, 1],
        [10, 1],
        [10, 0.5],
        [100, 0.5],
      ],
    ]);
    expect(
      stretches(
        [
          [20, 1],
          [30, null],
        ],
        true,
        ALL,
      ),
    ).toEqual([
      [
        [20, 1],
        [30, 1],
      ],
    ]);
  });
});

describe('the figure on an edge', () => {
  const edge: LiveEdge = {
    keys: ['e'],
    measure: 'lag',
    name: { en: '', zh: '' },
    points: [
      [0, 0],
      [50, 40],
      [60, 0],
      [80, 20],
      [90, null],
    ],
    turned: [[60, true]],
  };
  const at = (time: number) => valueAt(edge, time);

  it('is not known before its first point, goes straight to the next, and is nothing where nothing is brought', () => {
    expect([-1, 0, 25, 50, 70, 95].map(at)).toEqual([undefined, 0, 20, 40, 10, null]);
  });

  it('does not lead from one direction into the other', () => {
    expect([55, 60].map(at)).toEqual([40, 0]);
  });

  it('holds a share until it changes', () => {
    expect(valueAt({ ...edge, measure: 'share' }, 25)).toBe(0);
  });
});
