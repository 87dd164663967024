import { appliesTo, availability, type Limit, limitsOf } from '../experiment/index.ts';
import type { Scenario } from '../scenario/index.ts';
import { targetsFor } from './arbitrary.ts';
import { durationOf, type Looking, shareOf } from './options.ts';
import { assertLimits } from './property.ts';

/** The workload it is about; each of them unless said. */
interface OfWorkload extends Looking {
  readonly workload?: string;
}

/** The store it is about; each of them unless said. */
interface OfStore extends Looking {
  readonly store?: string;
}

const BOTH = { scopes: undefined, about: 'both' } as const;

/**
 * No schedule of faults leaves users without service for longer than an availability allows in a year.
 * @example assertAvailable(shop, { workload: 'order', target: '99.95%', faults: { most: 1 } });
 */
export function assertAvailable(scenario: Scenario, options: OfWorkload & { readonly target: string | number }): void {
  const limit = availability(workloadIn(scenario, options.workload), shareOf(options.target, 'target'));
  assertLimits(`assertAvailable ${options.target}`, scenario, [limit], options);
}

/** Service is back within so long of being lost, whatever strikes. */
export function assertRto(scenario: Scenario, options: OfWorkload & { readonly within: string }): void {
  const limit = durationOf(options.within, 'within');
  const of = workloadIn(scenario, options.workload);
  assertLimits(`assertRto ${options.within}`, scenario, [{ ...BOTH, objective: '', kind: 'rto', of, limit }], options);
}

/** Recoveries go on with data that are no older than that. */
export function assertRpo(scenario: Scenario, options: OfStore & { readonly within: string }): void {
  const limit = durationOf(options.within, 'within');
  const of = storeIn(scenario, options.store);
  assertLimits(`assertRpo ${options.within}`, scenario, [{ ...BOTH, objective: '', kind: 'rpo', of, limit }], options);
}

/** At no moment is a smaller share of the requests served. */
export function assertServed(scenario: Scenario, options: OfWorkload & { readonly atLeast: string | number }): void {
  const limit = shareOf(options.atLeast, 'atLeast');
  const of = workloadIn(scenario, options.workload);
  const limits: Limit[] = [{ ...BOTH, objective: '', kind: 'served', of, limit }];
  assertLimits(`assertServed ${options.atLeast}`, scenario, limits, options);
}

/** No recovery leaves an acknowledged write behind, and none goes on from an older point. */
export function assertNoWriteLost(scenario: Scenario, options: OfStore = {}): void {
  const of = storeIn(scenario, options.store);
  const limits: Limit[] = [
    { ...BOTH, objective: '', kind: 'writes-lost', of, limit: 0 },
    { ...BOTH, objective: '', kind: 'rpo', of, limit: 0 },
  ];
  assertLimits('assertNoWriteLost', scenario, limits, options);
}

/** Never do two primaries take writes. */
export function assertNoSplitBrain(scenario: Scenario, options: OfStore = {}): void {
  const of = storeIn(scenario, options.store);
  assertLimits(
    'assertNoSplitBrain',
    scenario,
    [{ ...BOTH, objective: '', kind: 'split-brain', of, limit: 0 }],
    options,
  );
}

/** The scenario's own objectives of availability and of recovery hold under every schedule of faults. */
export function assertObjectives(scenario: Scenario, options: Looking = {}): void {
  const limits = limitsOf(scenario);
  if (limits.length === 0) throw new TypeError('the scenario states no objective of availability or of recovery');
  const targets = targetsFor(scenario, options.faults ?? {});
  if (!targets.some((target) => limits.some((limit) => appliesTo(limit, [target])))) {
    throw new TypeError('the scenario states no objective about the loss of what is struck: it would always hold');
  }
  assertLimits('assertObjectives', scenario, limits, options);
}

function workloadIn(scenario: Scenario, workload: string | undefined): string | undefined {
  return oneOf(
    'workload',
    workload,
    scenario.workloads.map(({ name }) => name),
  );
}

function storeIn(scenario: Scenario, store: string | undefined): string | undefined {
  return oneOf(
    'store',
    store,
    scenario.components.map(({ name }) => name),
  );
}

/** A property about a name that is not there would always hold. */
function oneOf(what: string, name: string | undefined, all: readonly string[]): string | undefined {
  if (name === undefined || all.includes(name)) return name;
  throw new TypeError(`${what}: there is no ${name}; expected one of ${all.join(', ')}`);
}
