import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Arena, type Segment } from '../../src/engine/index.ts';

const segment = fc.constantFrom<Segment>('logic', 'time', 'memo', 'random', 'sums');
const column = fc.record({
  segment,
  type: fc.constantFrom('u8', 'i32', 'f64'),
  length: fc.oneof(fc.integer({ min: 0, max: 40 }), fc.constantFrom(2_047, 2_048, 2_049, 5_000)),
} as const);

type Column = Uint8Array | Int32Array | Float64Array;

function allot(
  arena: Arena,
  columns: readonly { segment: Segment; type: 'u8' | 'i32' | 'f64'; length: number }[],
): Column[] {
  return columns.map(({ segment: where, type, length }) => arena[type](where, length));
}

const fill = (columns: readonly Column[], start: number): void => {
  for (const [i, values] of columns.entries())
    for (let k = 0; k < values.length; k++) values[k] = (start + 31 * i + 7 * k) % 251;
};
const contents = (columns: readonly Column[]): number[][] => columns.map((values) => [...values]);

describe('the arena', () => {
  it('hands out columns of zeros that do not overlap and never move', () => {
    fc.assert(
      fc.property(fc.array(column, { minLength: 1, maxLength: 30 }), (wanted) => {
        const columns = allot(new Arena(), wanted);
        for (const [i, values] of columns.entries()) {
          expect(values.length).toBe(wanted[i]!.length);
          expect(values.every((value) => value === 0)).toBe(true);
        }
        for (const [i, values] of columns.entries()) values.fill(i + 1);
        for (const [i, values] of columns.entries()) expect(values.every((value) => value === i + 1)).toBe(true);
      }),
      { numRuns: 200 },
    );
  });

  it('restores every byte of every column, as often as asked', () => {
    fc.assert(
      fc.property(fc.array(column, { minLength: 1, maxLength: 20 }), (wanted) => {
        const arena = new Arena();
        const columns = allot(arena, wanted);
        const copier = arena.copier();
        fill(columns, 1);
        const before = contents(columns);
        const saved = copier.save();
        fill(columns, 100);
        const between = contents(columns);
        const other = copier.save();
        copier.restore(saved);
        expect(contents(columns)).toEqual(before);
        copier.restore(other);
        expect(contents(columns)).toEqual(between);
        copier.restore(saved);
        copier.saveInto(other);
        fill(columns, 3);
        copier.restore(other);
        expect(contents(columns)).toEqual(before);
      }),
      { numRuns: 100 },
    );
  });

  it('keeps segments apart: the bytes of a state do not depend on its sums', () => {
    const arena = new Arena();
    const logic = arena.u8('logic', 3);
    const sums = arena.f64('sums', 2);
    const state = (): number[] => arena.bytes('logic').flatMap((part) => [...part]);
    const before = state();
    sums[0] = 42;
    expect(state()).toEqual(before);
    logic[1] = 1;
    expect(state()).not.toEqual(before);
  });
});
