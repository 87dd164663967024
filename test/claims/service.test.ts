import { describe, expect, it } from 'vitest';
import { calm, incidents } from './told.ts';

// Alibaba Cloud disaster-recovery white paper, version 2019-07-18, section 2: beside one instance and the whole zone, all of one product
// in one zone may degrade or be down.

/** All RDS of room a, by itself: once in the time that is looked at, for two hours. */
const LASTS = 2 * 3_600;
const outage = (kind: string) => (text: string) =>
  text
    .replace('hasim: 1', 'hasim: 1\nstart: new')
    .replace('  order:  {entry', '  still:  {entry: slb-a, demand: 1/s}\n  order:  {entry')
    .replace(
      /\n {4}a: \{/,
      `\n    a: {services: {${kind}: {faults: {outage: {mtbf: {fixed: 3d}, repair: {fixed: 2h}, effect: silent}}}}, `,
    );
const told = (kind: string, workload: string) => incidents(calm('same-city-recommended', '', outage(kind)), workload);

describe('all of one product in one room', () => {
  it('may be down while the rest of the room works: the database moves, and servers go on', () => {
    const [order] = told('rds', 'order');
    expect(order!.class).toBe('service');
    expect(order!.domain).toBe('rds in cn-beijing/a');
    expect(order!.seconds).toBeLessThan(LASTS / 2);
    expect(told('rds', 'still')).toEqual([]);
  });

  it('is another thing than its servers: those of the other room take over within seconds', () => {
    const [browse] = told('ecs', 'browse');
    expect(browse!.class).toBe('service');
    expect(browse!.seconds).toBeLessThan(60);
  });

  it('or than its balancers: then nobody comes in there until people have switched the name', () => {
    const [still] = told('slb', 'still');
    expect(still!.seconds).toBeGreaterThanOrEqual(LASTS);
  });
});
