import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { HOUR, SECOND, type Us } from '../../src/base/index.ts';
import { horizonOf, replicate } from '../../src/experiment/index.ts';
import { masterKey } from '../../src/random/index.ts';
import { compileScenario } from '../../src/scenario/index.ts';
import { read } from '../simulate.ts';
import { TIMES } from '../times.ts';
import { type Case, cases, written } from './damages.ts';

// Every acknowledged write is held by the store that takes the writes, or lost, or thrown away with a damage, or left behind on a store
// that another has been promoted for: one of these, once. And what a store is taken back to is what it held then.

/** Restored while its place was dark, so that the copy could not be renewed before it was promoted. */
const PROMOTED_WHILE_STALE: Case = {
  log: false,
  clone: false,
  moves: true,
  damages: [{ store: 'db', at: 1 / 60, noticed: 1 / 60 }],
  losses: [{ what: 'db', at: 0.05, hours: 2, destroys: false }],
  away: [],
};

/** Damaged while it followed: what it had of its own by then says nothing of what it held. */
const DAMAGED_AS_FOLLOWER: Case = {
  log: true,
  clone: false,
  moves: true,
  damages: [
    { store: 'db', at: 84 + 46 / 60, noticed: 18.55 },
    { store: 'db', at: 122, noticed: 1 / 60 },
  ],
  losses: [{ what: 'sync', at: 117 + 50 / 60, hours: 4.25, destroys: false }],
  away: [],
};

it('every acknowledged write is held, lost, thrown away or left behind, once', () => {
  fc.assert(
    fc.property(cases, (given) => {
      const model = compileScenario(read(written(given)));
      const { world } = model;
      let gone = 0;
      world.records.attach({
        restored: (_store, _source, { lost, discarded }) => {
          expect(lost).toBeGreaterThanOrEqual(0);
          expect(discarded).toBeGreaterThanOrEqual(-1e-6);
          gone += lost + discarded;
        },
        discarded: (_store, writes) => {
          gone += writes;
        },
        // A copy that is promoted before it has been renewed brings back what was thrown away.
        delivered: (_store, writes) => {
          gone -= writes;
        },
      });
      replicate(model, masterKey('1'), 0, horizonOf(14 / 365));
      const { now } = world.clocks;
      const [db, copy] = [world.stores.id('db'), world.stores.id('copy')];
      const leader = world.stores.leads(db) ? db : copy;
      const other = leader === db ? copy : db;
      const acknowledged = world.stores.writes(db, now) + world.stores.writes(copy, now);
      const held = world.stores.held.present(leader, now);
      expect(held + gone + world.stores.orphans.alone(other, now)).toBeCloseTo(acknowledged, 2);
    }),
    { numRuns: 60 * TIMES, examples: [[PROMOTED_WHILE_STALE], [DAMAGED_AS_FOLLOWER]] },
  );
});

it('a store is taken back to what it held at the point', () => {
  fc.assert(
    fc.property(cases, (given) => {
      const model = compileScenario(
        read(written({ ...given, moves: false, losses: given.losses.filter(({ what }) => what === 'sync') })),
      );
      const { world } = model;
      const db = world.stores.id('db');
      // What was held when: the same in another way, at every change of the rate and every restore.
      const seen: [at: number, held: number][] = [[0, 0]];
      let [rate, last] = [0, 0];
      const grow = (now: number): number => {
        const held = seen.at(-1)![1] + (rate * (now - last)) / SECOND;
        seen.push([now, held]);
        last = now;
        return held;
      };
      const heldAt = (point: number): number => {
        const next = seen.findIndex(([at]) => at > point);
        if (next < 0) return seen.at(-1)![1];
        if (next === 0) return 0;
        const [[from, before], [to, after]] = [seen[next - 1]!, seen[next]!];
        return before + ((after - before) * (point - from)) / (to - from);
      };
      world.stores.onRate(db, () => {
        grow(world.clocks.now);
        rate = world.stores.rate[db]!;
      });
      world.records.attach({
        restored: (store, source, { age, lost, discarded }) => {
          if (store !== db) return;
          const before = grow(world.clocks.now);
          const damages = given.damages.filter(
            (one) => one.store === 'db' && Math.round((24 + one.at) * 60) * 60 * SECOND <= world.clocks.now,
          );
          const at = damages.map((one) => Math.round((24 + one.at) * 60) * 60 * SECOND);
          const point = at
            .map((one) => one - age)
            .find((one) => Math.abs(heldAt(one) - (before - lost - discarded)) < 1);
          expect([world.sources.list[source]!.class, point !== undefined]).toEqual(['damage', true]);
          while (seen.length > 1 && seen.at(-1)![0] > point!) seen.pop();
          const held = before - lost - discarded;
          seen.push([point!, held], [world.clocks.now, held]);
        },
      });
      replicate(model, masterKey('1'), 0, horizonOf(14 / 365));
      expect(world.stores.held.present(db, world.clocks.now as Us)).toBeCloseTo(grow(world.clocks.now), 2);
      expect(world.clocks.now).toBeGreaterThan(HOUR);
    }),
    { numRuns: 40 * TIMES },
  );
});
