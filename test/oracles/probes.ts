import { SECOND } from '../../src/base/index.ts';

/** A probe as the rules state it. Times in whole µs. */
export interface Rules {
  readonly interval: number;
  readonly timeout: number;
  readonly healthy: number;
  readonly unhealthy: number;
  readonly spacing: 'from-end' | 'from-start';
}

/** A stretch in which the target is bad: [from, to). */
export interface Fault {
  readonly from: number;
  readonly to: number;
  readonly effect: 'exit' | 'silent' | 'hang';
}

export type Change = readonly [at: number, good: 0 | 1];

/** One probe after the other, as written: what the observer believes, and from when on. */
export function believe(rules: Rules, faults: readonly Fault[], first: number, horizon: number): Change[] {
  const changes: Change[] = [];
  let good = true;
  let against = 0;
  for (let start = first; start <= horizon; ) {
    const fault = faults.find(({ from, to }) => from <= start && start < to);
    const end = start + (fault === undefined || fault.effect === 'exit' ? 0 : rules.timeout);
    against = (fault === undefined) === good ? 0 : against + 1;
    if (against === (good ? rules.unhealthy : rules.healthy)) {
      good = !good;
      against = 0;
      if (end <= horizon) changes.push([end, good ? 1 : 0]);
    }
    start = (rules.spacing === 'from-end' ? end : start) + rules.interval;
  }
  return changes;
}

/** A duration as a scenario writes it, exactly. */
export const written = (us: number): string => (us === 0 ? '0s' : `${us}us`);

/** A balancer that watches one server, with faults on a schedule; the first probe is at 0, or at random. */
export const watching = (rules: Rules, faults: readonly Fault[], phase: 'even' | 'random' = 'even'): string => `
hasim: 1
start: new
catalogue: none
places: {r: {a: {}}}
components:
  lb:
    kind: slb
    in: r/a
    backends: [web]
    fail-open: false
    health-check: {interval: ${written(rules.interval)}, timeout: ${written(rules.timeout)}, healthy: ${rules.healthy}, unhealthy: ${rules.unhealthy}, spacing: ${rules.spacing}, phase: ${phase}}
  web: {kind: ecs, in: r/a, count: 1, boot: 0s}
workloads: {page: {entry: lb, demand: 1/s, settle: 0s}}
faults:
${faults.map(({ from, to, effect }) => `  - {at: ${written(from)}, lose: web/1, for: ${written(to - from)}, effect: ${effect}}`).join('\n')}
`;

/** The health check of a CLB: 2 s apart, 5 s to answer, three in a row. */
export const CLB: Rules = { interval: 2 * SECOND, timeout: 5 * SECOND, healthy: 3, unhealthy: 3, spacing: 'from-end' };
