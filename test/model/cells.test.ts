import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Cells } from '../../src/model/index.ts';

const stages = (...children: number[][]) => children.map((own) => ({ children: () => own }));

describe('cells of the flow', () => {
  it('stand for a stage and a workload that comes by, stage by stage and by workload', () => {
    // Two balancers over a pool each; the second workload comes in at both.
    const cells = new Cells(stages([2], [3], [], []), [[0], [0, 1]]);
    expect([...cells.first]).toEqual([0, 2, 3, 5, 6]);
    expect([...cells.workload]).toEqual([0, 1, 1, 0, 1, 1]);
    expect(cells.at(1, 0)).toBe(-1);
    expect(cells.at(3, 1)).toBe(5);
    expect(cells.of(2)).toEqual([3, 4]);
  });

  it('are those that a walk from the doors of a workload reaches, whatever the graph', () => {
    const graph = fc.integer({ min: 1, max: 8 }).chain((count) =>
      fc.record({
        children: fc.array(fc.uniqueArray(fc.nat(count - 1), { maxLength: 3 }), { minLength: count, maxLength: count }),
        doors: fc.array(fc.uniqueArray(fc.nat(count - 1), { maxLength: 2 }), { maxLength: 5 }),
      }),
    );
    fc.assert(
      fc.property(graph, ({ children, doors }) => {
        const cells = new Cells(stages(...children), doors);
        const seen = new Set<number>();
        for (const [workload, door] of doors.entries()) {
          const reached = new Set(door);
          for (const stage of reached) for (const child of children[stage]!) reached.add(child);
          for (let stage = 0; stage < children.length; stage++) {
            const cell = cells.at(stage, workload);
            expect(cell >= 0).toBe(reached.has(stage));
            if (cell < 0) continue;
            expect([cells.workload[cell], cells.of(stage).includes(cell), seen.has(cell)]).toEqual([
              workload,
              true,
              false,
            ]);
            seen.add(cell);
          }
        }
        expect(seen.size).toBe(cells.count);
      }),
    );
  });
});
