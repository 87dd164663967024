import { expect, it } from 'vitest';
import { LAST_INSTANT } from '../../src/base/index.ts';
import type { Collected } from '../../src/measures/index.ts';
import { compileScenario, type Model } from '../../src/scenario/index.ts';
import { read } from '../simulate.ts';
import { follow, forAllScenarios, HORIZON } from './measured.ts';
import { type Raw, textOf } from './scenarios.ts';

const LIMITS = { eventsPerInstant: 1_000, eventsPerReplication: 5e6 };

/** The defaults of the products on top of the stated faults. */
const asSold = (raw: Raw): Raw => ({ ...raw, catalogue: 'default' });

/** Everything that a checker outside the simulator can say of an instant. */
function violations({ world, service, scenario }: Model): string[] {
  const { truth, stores, sources, flow } = world;
  const found: string[] = [];
  const within = (what: string, value: number, low: number, high: number): void => {
    if (!(value >= low && value <= high)) found.push(`${what} is ${value} at ${world.clocks.now}`);
  };
  for (const [i, { name }] of scenario.workloads.entries()) within(`served of ${name}`, service.share(i), 0, 1);
  for (const [store, name] of stores.names.entries()) {
    within(`reads of ${name}`, stores.canRead[store]!, 0, 1);
    within(`writes of ${name}`, stores.canWrite[store]!, 0, 1);
    within(`writes a second to ${name}`, stores.rate[store]!, 0, 1e4);
    within(`writes of ${name} up to now`, stores.writes(store, world.clocks.now), 0, 1e9);
  }
  for (const [group, count] of sources.active.entries()) within(`${sources.groups[group]} active`, count, 0, 1e3);
  for (let thing = 0; thing < truth.count; thing++) {
    within(`manner of ${truth.name(thing)}`, truth.manner[thing]!, 0, 5);
    within(`gray share of ${truth.name(thing)}`, truth.share[thing]!, 0, 1);
    within(`slowness of ${truth.name(thing)}`, truth.factor[thing]!, 1, 1e6);
  }
  for (const chance of flow.success) within('a chance in the flow', chance, 0, 1 + 1e-9);
  for (const load of flow.load) within('a load in the flow', load, 0, 1e5);
  return found;
}

/** The same of what has been measured. */
function impossible({ workloads, stores }: Collected): string[] {
  const found: string[] = [];
  const within = (what: string, value: number, high: number): void => {
    if (!(value >= -1e-6 && value <= high)) found.push(`${what}: ${value}`);
  };
  for (const { unserved, down, planned, blips, incidents, censored, durations } of workloads) {
    within('unserved', unserved.mean, 1);
    within('down', down.mean, 1);
    within('planned', planned.mean, down.mean);
    within('blips', blips, incidents);
    within('censored', censored, 1);
    within('longest incident', durations.max ?? 0, HORIZON);
  }
  for (const store of stores) {
    within('clean recoveries', store.cleanRecoveries, store.recoveries);
    within('writes lost', store.writesLost, 1e9);
    within('orphaned writes', store.orphaned, 1e9);
    within('conflicting writes', store.conflicting, 1e9);
    for (const spans of [store.alone, store.fallenBack, store.splitTime])
      within('exposure', Number(spans.total), HORIZON);
    for (const tally of store.losses.tallies.values()) within('age of a write', tally.max ?? 0, HORIZON);
  }
  return found;
}

it('nothing throws and nothing impossible happens, whatever the architecture and its disasters', () => {
  let incidents = 0;
  let recoveries = 0;
  forAllScenarios(80, (_, raw) => {
    const model = compileScenario(read(textOf(asSold(raw))), { limits: LIMITS });
    const found: string[] = [];
    for (const replication of [0, 1]) {
      const collected = follow(model, replication, () => {
        if (found.length === 0) found.push(...violations(model));
      });
      found.push(...impossible(collected));
      incidents += collected.workloads.reduce((sum, workload) => sum + workload.incidents, 0);
      recoveries += collected.stores.reduce((sum, store) => sum + store.recoveries, 0);
      const { queue } = model.simulation.clocks;
      expect(queue.size).toBeLessThanOrEqual(model.world.workshop.registry.slots.length);
      expect(queue.nextTime()).toBeGreaterThan(HORIZON);
      expect(model.simulation.now).toBe(HORIZON);
    }
    expect(found).toEqual([]);
  });
  expect(HORIZON).toBeLessThan(LAST_INSTANT);
  expect(incidents).toBeGreaterThan(1_000);
  expect(recoveries).toBeGreaterThan(100);
});
