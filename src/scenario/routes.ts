import { type Notebook, near, oneOf } from '../language/index.ts';
import type { WorkloadSpec } from '../service/index.ts';
import type { Component, Draft } from './draft.ts';
import { LIMITS } from './limits.ts';

/** Checks that requests find their way: no loops, and every pool on a path has the stores that the workload needs. */
export function checkRoutes(draft: Draft): void {
  checkLoops(draft);
  for (const workload of draft.scenario.workloads) checkWorkload(workload, draft);
  checkInstances(draft);
}

/** Pools listed in one problem. */
const SHOWN = 8;

type Components = ReadonlyMap<string, Component>;

/** The components that requests from `entry` can reach, itself included. */
export function reachable(entry: string, components: Components): Set<string> {
  const reached = new Set<string>();
  const waiting = [entry];
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    const component = components.get(name);
    if (component === undefined || reached.has(name)) continue;
    reached.add(name);
    waiting.push(...component.hops.map((hop) => hop.to));
  }
  return reached;
}

/** Walks from everywhere; a hop back to a component the walk is still inside closes a loop. */
function checkLoops({ components, notes }: Draft): void {
  const inside = new Set<string>();
  const done = new Set<string>();
  const walk = (name: string): void => {
    inside.add(name);
    for (const hop of components.get(name)?.hops ?? []) {
      if (inside.has(hop.to)) {
        notes
          .at('components', name)
          .error('loop', `requests that \`${name}\` hands to \`${hop.to}\` come back to \`${name}\``, {
            path: hop.path,
            expected: 'a path that ends at a pool',
            atKey: true,
          });
      } else if (!done.has(hop.to)) walk(hop.to);
    }
    inside.delete(name);
    done.add(name);
  };
  for (const name of components.keys()) if (!done.has(name)) walk(name);
}

function checkWorkload(workload: WorkloadSpec, { components, notes }: Draft): void {
  const at = notes.at('workloads', workload.name);
  const path = [...reachable(workload.entry, components)].map((name) => components.get(name)!);
  const pools = path.filter((component) => component.traits.includes('pool'));
  const whole = path.every(({ hops }) => hops.every(({ to }) => components.has(to)));
  if (components.has(workload.entry) && pools.length === 0 && whole) {
    at.error('no-path', `no pool of servers is behind \`${workload.entry}\``, {
      path: ['entry'],
      expected: 'an entry whose path ends at a pool',
    });
  }
  for (const key of ['reads', 'writes'] as const) {
    for (const role of workload[key]) checkRole(role, pools, at.at(key, role));
  }
}

/** Every pool on a path needs the role; one problem names all that lack it. */
function checkRole(role: string, pools: readonly Component[], notes: Notebook): void {
  const without = pools.filter(({ roles }) => !roles.some((use) => use.role === role)).map(({ spec }) => spec.name);
  if (without.length === 0) return;
  const roles = [...new Set(pools.flatMap((pool) => pool.roles.map((use) => use.role)))].filter(
    (other) => other !== role,
  );
  notes.error(
    'no-such-role',
    `no store plays \`${role}\` for ${without.slice(0, SHOWN).join(', ')} on the path of this workload`,
    {
      expected:
        roles.length === 0
          ? `uses: {${role}: …} in ${without[0]}`
          : `${oneOf(roles)}, or uses: {${role}: …} in ${without[0]}`,
      ...near(role, roles),
    },
  );
}

function checkInstances({ components, notes }: Draft): void {
  const total = [...components.values()].reduce((sum, { instances }) => sum + instances, 0);
  if (total > LIMITS.instances) {
    notes.at('components').error('too-many-instances', `there are ${total} instances`, {
      expected: `at most ${LIMITS.instances}`,
      atKey: true,
    });
  }
}
