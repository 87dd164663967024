import type { WorkloadSpec } from '../service/index.ts';
import type { Component } from './draft.ts';

type Components = ReadonlyMap<string, Component>;

/** Weights of the ways on from a component while everything works. */
function ways({ spec, hops }: Component, components: Components): readonly (readonly [string, number])[] {
  if (spec.kind === 'slb') return spec.backends.map(({ pool, weight }) => [pool, weight * serving(pool, components)]);
  if (spec.kind !== 'dns') return hops.map(({ to }) => [to, 1]);
  const first = Math.min(...spec.answers.map(({ priority }) => priority));
  return spec.answers.filter(({ priority }) => priority === first).map(({ target, weight }) => [target, weight]);
}

/** Servers of a pool that a balancer sends requests to; a standby that waits has none. A weight is that of one server. */
export function serving(pool: string, components: Components): number {
  const spec = components.get(pool)?.spec;
  if (spec?.kind !== 'ecs') return 1;
  return spec.standby === 'warm' || spec.standby === 'cold' ? 0 : spec.count;
}

/** The components behind `entry`, each before those it hands requests to. There must be no loops. */
function inOrder(entry: string, components: Components): readonly Component[] {
  const done = new Set<string>();
  const order: Component[] = [];
  const visit = (name: string): void => {
    const component = components.get(name);
    if (component === undefined || done.has(name)) return;
    done.add(name);
    for (const [to] of ways(component, components)) visit(to);
    order.push(component);
  };
  visit(entry);
  return order.reverse();
}

/** Requests a second of a workload that each pool gets while everything works. */
export function flowOf(workload: WorkloadSpec, components: Components): ReadonlyMap<string, number> {
  const arriving = arrivingOf(workload, components);
  return new Map([...arriving].filter(([name]) => components.get(name)?.traits.includes('pool')));
}

/** Requests a second of a workload that each component on its way gets while everything works. */
export function arrivingOf({ entry, demand }: WorkloadSpec, components: Components): ReadonlyMap<string, number> {
  const arriving = new Map([[entry, demand]]);
  for (const component of inOrder(entry, components)) {
    const rate = arriving.get(component.spec.name)!;
    const onward = ways(component, components);
    const total = onward.reduce((sum, [, weight]) => sum + weight, 0);
    if (total === 0) continue;
    for (const [to, weight] of onward) arriving.set(to, (arriving.get(to) ?? 0) + (rate * weight) / total);
  }
  return arriving;
}

/** Writes a second of workloads that each store gets while everything works. */
export function writesOf(workloads: readonly WorkloadSpec[], components: Components): ReadonlyMap<string, number> {
  const writes = new Map<string, number>();
  for (const workload of workloads) {
    for (const [pool, rate] of flowOf(workload, components)) {
      for (const { role, store } of components.get(pool)!.roles) {
        if (workload.writes.includes(role)) writes.set(store, (writes.get(store) ?? 0) + rate);
      }
    }
  }
  return writes;
}
