import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { COHORT, Groups, HOLDERS_ON } from '../../src/components/dns/groups.ts';
import { Arena } from '../../src/engine/index.ts';
import { fixed } from '../../src/random/index.ts';

const COHORTS = 6;
const SHARE = 0.25;

/** Cohorts that come to hold answer sets, one after another; the last of them are those who hold on. */
const moves = fc.array(fc.record({ cohort: fc.nat({ max: COHORTS }), mask: fc.integer({ min: -2, max: 7 }) }));

it('groups who hold the same answers, whatever the order in which they came to hold them', () => {
  fc.assert(
    fc.property(moves, (history) => {
      const groups = new Groups(new Arena(), { cohorts: COHORTS, holdOn: { share: SHARE, for: fixed(1) } }, 3);
      const held = Array.from({ length: COHORTS + 1 }, () => 3);
      for (const { cohort, mask } of history) {
        groups.move(held[cohort]!, mask, cohort === COHORTS ? HOLDERS_ON : COHORT);
        held[cohort] = mask;
      }
      const masks = [...new Set(held)].sort((a, b) => a - b);
      expect([...groups.masks.subarray(0, groups.count)]).toEqual(masks);
      for (const [at, mask] of masks.entries()) {
        const cohorts = held.slice(0, COHORTS).filter((one) => one === mask).length;
        const holdersOn = held[COHORTS] === mask ? SHARE : 0;
        expect(groups.share(at)).toBeCloseTo((cohorts * (1 - SHARE)) / COHORTS + holdersOn, 12);
      }
    }),
  );
});
