import { expect, it } from 'vitest';
import { read, simulate } from '../simulate.ts';

it('an architecture of 1,000 pools is measured: what one of them does not serve is a thousandth', () => {
  const names = Array.from({ length: 1_000 }, (_, i) => `pool-${i}`);
  const { collected } = simulate(
    read(`
hasim: 1
catalogue: none
places: {r: {a: {}}}
components:
${names.map((name) => `  ${name}: {kind: ecs, in: r/a, count: 2, capacity-each: 100/s, boot: 0s}`).join('\n')}
  lb: {kind: slb, product: nlb, in: r/a, health-check: off, backends: [${names.join(', ')}]}
workloads: {page: {entry: lb, demand: 100000/s}}
faults: [{at: 1d, lose: pool-321, for: 1d}]
`),
    { years: 10 / 365 },
  );
  expect(collected.workloads[0]!.unserved.mean).toBeCloseTo(1e-4, 9);
});
