import { describe, expect, it } from 'vitest';
import { read, simulate } from '../simulate.ts';

/** A day, and the seconds of demand that the workloads lose in it. */
const DAY = 86_400;
const lost = (text: string): number[] => {
  const { collected } = simulate(read(`${HEAD}\n${text}`), { years: 1 / 365 });
  return collected.workloads.map(({ unserved }) => unserved.mean * DAY);
};
const HEAD = `
hasim: 1
start: new
catalogue: none
places: {r: {a: {}, b: {}, c: {}}}`;
const HOUR = 3_600;
/** Of an hour at a time; roundings only. */
const DIGITS = 4;

const fault = (name: string, lose: string, from: string, lasts: string, how: string): string =>
  `{name: ${name}, lose: ${lose}, at: ${from}, for: ${lasts}, probes-fail: 0%, ${how}}`;
const slow = (name: string, lose: string, from: string, lasts: string, factor: number): string =>
  `{name: ${name}, lose: ${lose}, at: ${from}, for: ${lasts}, effect: slow, factor: ${factor}}`;
const gray = (name: string, lose: string, from: string, lasts: string, share: string): string =>
  fault(name, lose, from, lasts, `effect: gray, share: ${share}`);

describe('a server that is gray and slow', () => {
  const alone = (faults: string, limited = true): number[] =>
    lost(`
components: {app: {kind: ecs, in: r/a, count: 1, capacity-each: 100/s, protected: ${limited}, boot: 0s}}
workloads: {page: {entry: app, demand: 80/s}}
faults: [${faults}]`);

  it('serves the share of what it has the capacity for', () => {
    const faults = `${slow('leak', 'app', '1h', '2h', 4)}, ${gray('drop', 'app', '2h', '1h', '1%')}`;
    expect(alone(faults)[0]).toBeCloseTo(HOUR * (1 - 25 / 80) + HOUR * (1 - (0.99 * 25) / 80), DIGITS);
  });

  it('is so too when the gray fault came first, and is slow when it has ended', () => {
    const faults = `${gray('drop', 'app', '1h', '1h', '20%')}, ${slow('leak', 'app', '90m', '1h', 4)}`;
    const [both, one] = [(0.8 * 25) / 80, 25 / 80];
    expect(alone(faults)[0]).toBeCloseTo((HOUR / 2) * (0.2 + (1 - both) + (1 - one)), DIGITS);
  });

  it('among others fails its own requests alone', () => {
    const served = (more: string): number[] =>
      lost(`
components:
  lb: {kind: slb, product: alb, in: [r/a, r/b], backends: [app], health-check: off}
  app: {kind: ecs, in: [r/a, r/b], count: 4, capacity-each: 100/s, protected: true, boot: 0s}
workloads: {page: {entry: lb, demand: 380/s, retries: 0}}
faults: [${slow('leak', 'app/1', '1h', '1h', 4)}${more}]`);
    expect(served('')[0]).toBeCloseTo((HOUR * (1 - 25 / 95)) / 4, DIGITS);
    const drop = gray('drop', 'app/1', '1h', '1h', '30%');
    expect(served(`, ${drop}`)[0]).toBeCloseTo((HOUR * (1 - (0.7 * 25) / 95)) / 4, DIGITS);
    const other = gray('drop', 'app/3', '1h', '1h', '30%');
    expect(served(`, ${other}`)[0]).toBeCloseTo((HOUR * (1 - 25 / 95 + 0.3)) / 4, DIGITS);
  });
});
