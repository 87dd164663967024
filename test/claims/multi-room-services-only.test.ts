import { describe, expect, it } from 'vitest';
import { calm, measured } from './told.ts';

// Tencent, experience in high availability, section 6.4: if the store cannot be in several rooms, put the services there at least.

const HOUR = 3600;
const oneRoom = (text: string) => text.replaceAll('in: cn-shenzhen/b', 'in: cn-shenzhen/a');
const hours = (workload: string, faults: string, change?: (text: string) => string): number =>
  (measured(calm('multi-room-services-only', faults, change)).workloads[workload]!.downtimeMinutesPerYear.mean! *
    (20 / 365)) /
  60;

const STORE_ROOM = '{at: 3d, lose: cn-shenzhen/a, for: 6h}';

describe('services in two rooms with one store', () => {
  it('stop with the store all the same, as in one room', () => {
    for (const workload of ['detail', 'order']) {
      expect(hours(workload, STORE_ROOM)).toBeGreaterThanOrEqual(6);
      expect(hours(workload, STORE_ROOM, oneRoom)).toBeCloseTo(hours(workload, STORE_ROOM), 1);
    }
  });

  it('save what needs no store: minutes, where one room loses hours', () => {
    expect(hours('help', STORE_ROOM)).toBeLessThan(0.1);
    expect(hours('help', STORE_ROOM, oneRoom)).toBeGreaterThanOrEqual(6);
  });

  it('save everybody from the loss of the services of one room, and of the room without the store', () => {
    for (const lost of ['service-a', 'service-b', 'entry-a', 'cn-shenzhen/b'])
      expect(hours('order', `{at: 3d, lose: ${lost}, for: 6h}`)).toBeLessThan(0.1);
  });

  it('add the minutes of a switch for every loss of the room without the store', () => {
    const other = '{at: 3d, lose: cn-shenzhen/b, for: 6h}';
    expect(hours('order', other)).toBeGreaterThan(30 / HOUR);
    expect(hours('order', other, oneRoom)).toBe(0);
  });
});
