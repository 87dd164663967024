import { describe, expect, it } from 'vitest';
import { masterKey, nameKey, STREAM_WORDS, Streams } from '../../src/random/index.ts';

const SAMPLE = 20_000;
/** A perfect generator stays within it except once in 200 comparisons of 20,000 pairs (2.83 standard errors). */
const LARGEST_CORRELATION = 0.02;
const MASTER = masterKey('1');

function bound(names: readonly string[]): Streams {
  const streams = new Streams();
  for (const name of names) streams.declare(name);
  streams.bind(new Int32Array(names.length * STREAM_WORDS));
  return streams;
}

/** The draw at `depth` of each stream, by replication from 0: `[stream][replication]`. */
function draws(names: readonly string[], replications: number, depth = 0): Float64Array[] {
  const streams = bound(names);
  const rows = names.map(() => new Float64Array(replications));
  for (let replication = 0; replication < replications; replication++) {
    streams.seed(MASTER, replication);
    for (const [stream, row] of rows.entries()) {
      for (let skip = 0; skip < depth; skip++) streams.uniform(stream);
      row[replication] = streams.uniform(stream);
    }
  }
  return rows;
}

function correlation(x: Float64Array, y: Float64Array): number {
  const count = Math.min(x.length, y.length);
  let [sx, sy, sxx, syy, sxy] = [0, 0, 0, 0, 0];
  for (let i = 0; i < count; i++) {
    const [a, b] = [x[i]! - 0.5, y[i]! - 0.5];
    sx += a;
    sy += b;
    sxx += a * a;
    syy += b * b;
    sxy += a * b;
  }
  return (sxy - (sx * sy) / count) / Math.sqrt((sxx - (sx * sx) / count) * (syy - (sy * sy) / count));
}

/** Pearson's statistic of a histogram with `cells` equal cells. */
function chiSquare(values: Float64Array, cells: number): number {
  const counts = new Int32Array(cells);
  for (const value of values) counts[Math.floor(value * cells)]!++;
  const expected = values.length / cells;
  return counts.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0);
}

/** Names as models make them: neighbours differ by one character. */
const NAMES = [
  'zone-a lost arrival',
  'zone-b lost arrival',
  'web/1 crash arrival',
  'web/2 crash arrival',
  'web/1 crash repair',
  '乙',
  '甲',
];

describe('streams', () => {
  it.each([0, 1, 5])('are uncorrelated between neighbouring replications and names, at draw %i', (depth) => {
    const rows = draws(NAMES, SAMPLE + 1, depth);
    for (const row of rows)
      expect(Math.abs(correlation(row, row.subarray(1)))).toBeLessThanOrEqual(LARGEST_CORRELATION);
    for (const [i, row] of rows.entries()) {
      for (const other of rows.slice(i + 1)) {
        expect(Math.abs(correlation(row, other))).toBeLessThanOrEqual(LARGEST_CORRELATION);
        expect(Math.abs(correlation(row, other.subarray(1)))).toBeLessThanOrEqual(LARGEST_CORRELATION);
      }
    }
  });

  it('are uncorrelated within a stream and between neighbouring seeds', () => {
    const along = (seed: string): Float64Array => {
      const streams = bound(['a']);
      streams.seed(masterKey(seed), 0);
      return Float64Array.from({ length: SAMPLE + 2 }, () => streams.uniform(0));
    };
    const one = along('1');
    for (const lag of [1, 2])
      expect(Math.abs(correlation(one, one.subarray(lag)))).toBeLessThanOrEqual(LARGEST_CORRELATION);
    expect(Math.abs(correlation(one, along('2')))).toBeLessThanOrEqual(LARGEST_CORRELATION);
  });

  it('are uniform over replications and along a stream', () => {
    // 99 degrees of freedom: a mean of 99 and a standard deviation of √198 = 14.1; 99 ± 4 of them.
    const [low, high] = [99 - 4 * Math.sqrt(198), 99 + 4 * Math.sqrt(198)];
    const streams = bound(['a']);
    streams.seed(MASTER, 0);
    const samples = [...draws(NAMES, SAMPLE), Float64Array.from({ length: 200_000 }, () => streams.uniform(0))];
    for (const values of samples) {
      expect(chiSquare(values, 100)).toBeGreaterThan(low);
      expect(chiSquare(values, 100)).toBeLessThan(high);
    }
  });

  it('reach chances far below 2^-32', () => {
    // The fraction of u · 2^32 is uniform: a generator of 32 bits would show one value only.
    const streams = bound(['a']);
    streams.seed(MASTER, 3);
    const fractions = Float64Array.from({ length: SAMPLE }, () => (streams.uniform(0) * 2 ** 32) % 1);
    expect(chiSquare(fractions, 100)).toBeLessThan(99 + 4 * Math.sqrt(198));
  });

  it('are never 0 and never 1, even from the extreme states of the generator', () => {
    const state = new Int32Array(STREAM_WORDS);
    const streams = new Streams();
    streams.declare('a');
    streams.bind(state);
    // With b = c = 0 the next two words are a + counter and counter + 1: all zeros, then all ones, twice each.
    for (const [counter, nearest] of [
      [-1, 2 ** -53],
      [-2, 1 - 2 ** -53],
    ] as const) {
      state.set([1, 0, 0, counter]);
      expect(streams.uniform(0)).toBe(nearest);
    }
    streams.seed(MASTER, 0);
    let [least, most] = [1, 0];
    for (let i = 0; i < 300_000; i++) {
      const u = streams.uniform(0);
      least = Math.min(least, u);
      most = Math.max(most, u);
    }
    expect(least).toBeGreaterThan(0);
    expect(most).toBeLessThan(1);
  });

  it('give the same numbers for the same seed, replication and name, whatever else is declared', () => {
    const alone = bound(['b']);
    const among = bound(['c', 'a', 'b', '乙']);
    for (const replication of [0, 1, 2 ** 32, 2 ** 40 + 7]) {
      alone.seed(MASTER, replication);
      among.seed(masterKey('1'), replication);
      for (let i = 0; i < 100; i++) expect(among.uniform(2)).toBe(alone.uniform(0));
    }
  });

  it('differ by seed, by replication beyond 2^32 too, and by name', () => {
    const first = (seed: string, replication: number, name: string): number => {
      const streams = bound([name]);
      streams.seed(masterKey(seed), replication);
      return streams.uniform(0);
    };
    const values = [
      first('1', 0, 'a'),
      first('2', 0, 'a'),
      first('1', 1, 'a'),
      first('1', 2 ** 32, 'a'),
      first('1', 0, 'b'),
    ];
    expect(new Set(values).size).toBe(values.length);
  });

  it('are one stream where the name is the same', () => {
    const streams = new Streams();
    expect(streams.declare('a')).toBe(streams.declare('a'));
    expect(streams.declare('b')).not.toBe(streams.declare('a'));
  });

  it('tell names apart that differ in order, length or one character', () => {
    const names = ['', 'a', 'aa', 'ab', 'ba', 'a/1', 'a/11', 'a/111', '甲', '乙', 'a\0', '\0a'];
    expect(new Set(names.map((name) => nameKey(name).join())).size).toBe(names.length);
  });
});
