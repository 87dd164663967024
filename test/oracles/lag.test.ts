import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MINUTE, SECOND, type Us } from '../../src/base/index.ts';
import { Arena } from '../../src/engine/index.ts';
import { Backlog } from '../../src/model/index.ts';

const at = (seconds: number): Us => Math.round(seconds * SECOND) as Us;
const seconds = (us: number): number => us / SECOND;

/** Writes at w rows a second from the start on, carried at up to c. */
function stream(writes: number, capacity: number): Backlog {
  const backlog = new Backlog(new Arena());
  backlog.setCapacity(capacity, at(0));
  backlog.setRate(writes, at(0));
  return backlog;
}

describe('lag, link cut for D, writes w below the capacity c', () => {
  it.each([
    [240, 1_000, 600],
    [999, 1_000, 60],
    [1, 5_000, 86_400],
  ])('w = %i/s, c = %i/s, D = %i s: grows 1 s/s, falls c/w − 1 s/s, gone D·w/(c − w) after the link is back', (w, c, D) => {
    const backlog = stream(w, c);
    const [cut, back] = [1_000, 1_000 + D];
    expect(backlog.age(at(cut))).toBe(0);
    backlog.setCapacity(0, at(cut));
    for (const share of [0.1, 0.5, 1]) expect(seconds(backlog.age(at(cut + share * D)))).toBeCloseTo(share * D, 5);
    expect(backlog.drain(at(back))).toBe(Number.POSITIVE_INFINITY);
    backlog.setCapacity(c, at(back));
    const gone = (D * w) / (c - w);
    for (const share of [0.25, 0.5, 0.99]) {
      const now = at(back + share * gone);
      expect(seconds(backlog.age(now))).toBeCloseTo(D - (c / w - 1) * (seconds(now) - back), 4);
    }
    expect(seconds(backlog.age(at(back + gone + 0.001)))).toBe(0);
    expect(backlog.rows(at(back + gone + 0.001))).toBe(0);
  });
});

describe('lag, a burst of w above c for τ, then w′ below c', () => {
  it.each([
    [6_000, 5_000, 600, 1_000],
    [10_000, 5_000, 60, 0],
    [7_500, 5_000, 3_600, 4_900],
  ])('w = %i/s, c = %i/s, τ = %i s, w′ = %i/s: (1 − c/w)·τ at the end, gone when (w − c)·τ is worked off at c − w′', (w, c, tau, later) => {
    const backlog = stream(later, c);
    const end = 100 + tau;
    backlog.setRate(w, at(100));
    expect(seconds(backlog.age(at(end)))).toBeCloseTo((1 - c / w) * tau, 5);
    expect(backlog.rows(at(end))).toBeCloseTo((w - c) * tau, 3);
    backlog.setRate(later, at(end));
    expect(seconds(backlog.drain(at(end)))).toBeCloseTo(((w - c) * tau) / c, 5);
    const drained = end + ((w - c) * tau) / (c - later);
    expect(backlog.rows(at(drained - 0.01))).toBeGreaterThan(0);
    expect(backlog.rows(at(drained + 0.001))).toBe(0);
    expect(backlog.age(at(drained + 0.001))).toBe(0);
  });

  it('without accepted writes, age counts to the last one: it falls while what waits is carried', () => {
    const backlog = stream(10_000, 5_000);
    backlog.setRate(0, at(60));
    // 300,000 rows of 600,000 wait at 60 s, the oldest 30 s old; 60 s later all are carried.
    expect(seconds(backlog.age(at(60)))).toBeCloseTo(30, 6);
    expect(seconds(backlog.age(at(90)))).toBeCloseTo(15, 6);
    expect(backlog.age(at(120))).toBe(0);
  });

  it('peaks after the burst has ended where few writes follow it', () => {
    // 10 s of 10,000/s, then 100/s, carried at 1,000/s: at 20 s the oldest waiting write is from 2 s, at 50 s from 5 s.
    const backlog = stream(10_000, 1_000);
    backlog.setRate(100, at(10));
    for (const [now, position] of [
      [10, 1],
      [20, 2],
      [50, 5],
      [99, 9.9],
    ] as const) {
      expect(seconds(backlog.position(at(now)))).toBeCloseTo(position, 6);
      expect(seconds(backlog.age(at(now)))).toBeCloseTo(now - position, 6);
    }
  });
});

/** What has been written and carried, by the definition: nothing is forgotten. Whole seconds, rows a second. */
class Ledger {
  private readonly history: { from: number; rate: number; before: number }[] = [];
  private carried = 0;
  private now = 0;
  capacity = 0;

  /** Rows written by an instant. */
  private written(when: number): number {
    const last = this.history.filter(({ from }) => from <= when).at(-1);
    return last === undefined ? 0 : last.before + last.rate * (when - last.from);
  }

  advance(to: number): void {
    // Within a stretch both rates are constant, so that what is carried is the smaller of the two lines at its end.
    this.carried = Math.min(this.written(to), this.carried + this.capacity * (to - this.now));
    this.now = to;
  }

  setRate(rate: number): void {
    this.history.push({ from: this.now, rate, before: this.written(this.now) });
  }

  get rows(): number {
    return this.written(this.now) - this.carried;
  }

  /** The instant at which the first row that waits was written. */
  get position(): number {
    if (this.rows <= 1e-6) return this.now;
    const segment = this.history.filter(({ before }) => before <= this.carried).at(-1)!;
    return segment.from + (this.carried - segment.before) / segment.rate;
  }
}

const rate = fc.constantFrom(0, 50, 100, 240, 1_000, 7_000);
const step = fc.record({ after: fc.integer({ min: 1, max: 600 }), rate: fc.option(rate), capacity: fc.option(rate) });

describe('lag under any course of writes and capacity', () => {
  it('is the age of the oldest write that waits', () => {
    fc.assert(
      fc.property(fc.array(step, { minLength: 1, maxLength: 60 }), (steps) => {
        const [ledger, backlog] = [new Ledger(), new Backlog(new Arena())];
        let now = 0;
        for (const { after, rate: writes, capacity } of steps) {
          if (writes !== null) {
            ledger.setRate(writes);
            backlog.setRate(writes, at(now));
          }
          if (capacity !== null) {
            ledger.capacity = capacity;
            backlog.setCapacity(capacity, at(now));
          }
          now += after;
          ledger.advance(now);
          expect(backlog.rows(at(now))).toBeCloseTo(ledger.rows, 3);
          expect(seconds(backlog.position(at(now)))).toBeCloseTo(ledger.position, 3);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('keeps the history of a long cut, however often the rate changes meanwhile', () => {
    const [ledger, backlog] = [new Ledger(), stream(100, 1_000)];
    ledger.capacity = 1_000;
    ledger.setRate(100);
    ledger.advance(600);
    ledger.capacity = 0;
    backlog.setCapacity(0, at(600));
    // Every ten seconds for three hours the users are a little more or a little fewer.
    let now = 600;
    for (let change = 1; now < 600 + 10_800; change++) {
      now += 10;
      ledger.advance(now);
      ledger.setRate(100 + (change % 7) * 10);
      backlog.setRate(100 + (change % 7) * 10, at(now));
      expect(backlog.rows(at(now))).toBeCloseTo(ledger.rows, 3);
      expect(seconds(backlog.position(at(now)))).toBeCloseTo(600, 3);
    }
    ledger.capacity = 1_000;
    backlog.setCapacity(1_000, at(now));
    for (let look = 0; look < 20; look++) {
      now += 60;
      ledger.advance(now);
      // The history may be thinned, but never so that an age is a minute off.
      expect(Math.abs(seconds(backlog.position(at(now))) - ledger.position)).toBeLessThan(seconds(MINUTE));
    }
  });
});
