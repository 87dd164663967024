import { describe, expect, it } from 'vitest';
import { HOUR, MINUTE, SECOND } from '../../src/base/index.ts';
import { horizonOf, replicate } from '../../src/experiment/index.ts';
import { masterKey } from '../../src/random/index.ts';
import { compileScenario } from '../../src/scenario/index.ts';
import { read } from '../simulate.ts';

// Auto scaling, by hand: who is served follows from the machines that are there, also where those of the start were taken away.

const text = (scaling: string, faults: string, backends = 'backends: [app]', entry = 'lb') => `
hasim: 1
start: new
catalogue: none
places: {r: {a: {}}}
components:
  lb: {kind: slb, product: alb, in: r/a, ${backends}, health-check: {interval: 2s, timeout: 1s, healthy: 2, unhealthy: 2, phase: even}}
  app:
    {kind: ecs, in: r/a, count: 4, capacity-each: 100/s, protected: true, boot: 60s, warm-up: 30s, create: 100s,
     scaling: ${scaling}}
workloads: {page: {entry: ${entry}, demand: 100/s}}
faults: ${faults}
`;

/** The share of users served, each time it changes. */
function served(scenario: string): [at: number, share: number][] {
  const model = compileScenario(read(scenario));
  const course: [number, number][] = [];
  model.service.attach({
    watching: true,
    service: (shares) => {
      const share = shares[0]!;
      if (share !== course.at(-1)?.[1]) course.push([model.world.clocks.now, share]);
    },
  });
  replicate(model, masterKey('1'), 0, horizonOf(0.001));
  return course;
}

/** One server is enough for the demand, so that three of four are taken away within the first minutes; app/1 is left. */
const ONE = '{min: 1, max: 4, target: 100%, period: 60s, periods: 3, cooldown: 300s, replace: false}';

describe('servers that auto scaling has taken away', () => {
  it('serve nobody: the loss of the one that is left is the loss of all', () => {
    const course = served(text(ONE, '[{at: 6h, lose: app/1, for: 2m}]'));
    // The balancer routes to what is there, and has nobody else; the checks pass twice after the repair, which fail-open does not wait for.
    expect(course).toEqual([
      [0, 1],
      [6 * HOUR, 0],
      [6 * HOUR + 2 * MINUTE, 1],
    ]);
  });

  it('do not serve users who come straight to the servers either', () => {
    expect(served(text(ONE, '[{at: 6h, lose: app/1, for: 2m}]', undefined, 'app'))).toEqual([
      [0, 1],
      [6 * HOUR, 0],
      [6 * HOUR + 2 * MINUTE, 1],
    ]);
  });

  it('break for nobody', () => {
    expect(served(text(ONE, '[{at: 6h, lose: app/4, for: 2m}]'))).toEqual([[0, 1]]);
  });
});

describe('a server of the start that was replaced', () => {
  // Two of four are enough. Checks every 10 s from the start of one another: 3 fail within 20 s, the last takes 2 s more.
  const REPLACED =
    '{min: 4, max: 4, target: 100%, health-check: {interval: 10s, timeout: 2s, healthy: 1, unhealthy: 3, phase: even}}';

  it('is not there any more when its machine has been repaired', () => {
    const course = served(text(REPLACED, '[{at: 1h, lose: app/1, for: 1h}, {at: 6h, lose: app/2, for: 5s}]'));
    // 100 + 60 + 30 s after it was found dead another one serves: four of four again, with app/1 it would be one of five that falls.
    expect(course).toEqual([
      [0, 1],
      [HOUR, 0.75],
      [HOUR + 4 * SECOND, 1],
      [6 * HOUR, 0.75],
      [expect.any(Number), 1],
    ]);
  });
});
