import { describe, expect, it } from 'vitest';
import { HOUR, type Us } from '../../src/base/index.ts';
import { replicate } from '../../src/experiment/index.ts';
import { masterKey } from '../../src/random/index.ts';
import { compileScenario } from '../../src/scenario/index.ts';
import { read } from '../simulate.ts';

// Alibaba Cloud disaster-recovery white paper, version 2019-07-18, section 7.1: two active rooms within 50 km of each other do
// not survive a natural disaster or a failure of the power grid.

/** Two rooms that both serve, of which either would do; the second stands in `city`. */
const rooms = (place: string): string => `
hasim: 1
start: new
catalogue: none
places:
  one: {kind: idc, coordinates: 上海}
  two: {kind: idc, coordinates: ${place}}
areas: {earthquake: {centre: 上海, radius: 100km}}
components:
  www:   {kind: dns, ttl: 10s, answers: {app-1: 1, app-2: 1}, monitor: {interval: 15s, timeout: 3s, unhealthy: 2}}
  app-1: {kind: ecs, in: one, count: 1}
  app-2: {kind: ecs, in: two, count: 1}
workloads: {page: {entry: www, demand: 1/s}}
faults: [{at: 1h, lose: earthquake, for: 1d}]
`;

/** What is served an hour after the earthquake. */
function served(text: string): number {
  const model = compileScenario(read(text));
  replicate(model, masterKey('1'), 0, (2 * HOUR) as Us);
  return model.service.share(0);
}

describe('an earthquake that reaches 100 km', () => {
  it('takes two rooms 40 km apart together: two active ones serve nobody', () => {
    // 0.36 degrees of latitude are 40 km.
    expect(served(rooms('[31.59, 121.47]'))).toBe(0);
  });

  it('takes one of two rooms 1,000 km apart: DNS moves everybody who asks it', () => {
    expect(served(rooms('北京'))).toBeGreaterThan(0.95);
  });
});
