import type { Component, Draft } from '../draft.ts';
import { reachable } from '../routes.ts';

/** Written data that do not follow users where they may go: nothing feeds the other store, or something feeds it the wrong way round. */
export function warnOfFeeding(draft: Draft): void {
  warnOfUnfed(draft);
  warnOfReversal(draft);
}

type Tie = readonly [from: string, to: string];

/** Which store is carried to which. */
function tieOf({ carries, spec }: Component): Tie | undefined {
  if (carries !== undefined) return [carries.from, carries.to];
  return spec.kind === 'oss-replication' ? [spec.from, spec.to] : undefined;
}

/** The pairs of stores of which one gives the other what it holds, at once or by a step of a plan. */
function pairs({ components, scenario }: Draft): readonly Tie[] {
  const keeper = (name: string): string => {
    const kept = components.get(name);
    if (kept === undefined) return name;
    return (('of' in kept.spec ? kept.spec.of : kept.carries?.from) as string | undefined) ?? name;
  };
  return [
    ...[...components.values()].flatMap((one): readonly Tie[] => {
      const tie = tieOf(one);
      if (tie !== undefined) return [tie];
      return one.spec.kind === 'redis-sync' ? [one.spec.between] : [];
    }),
    ...scenario.plans.flatMap(({ steps }) =>
      steps.flatMap(({ from, targets }) =>
        from === undefined ? [] : targets.map((target): Tie => [keeper(from), target]),
      ),
    ),
  ];
}

/** The stores that hold what these hold, in whole or in part. */
function kin(stores: readonly string[], ties: readonly Tie[]): ReadonlySet<string> {
  const found = new Set(stores);
  for (const member of found) {
    for (const [from, to] of ties) {
      if (from === member) found.add(to);
      if (to === member) found.add(from);
    }
  }
  return found;
}

/** A router stands for the databases behind it. */
function behind(name: string, { components }: Draft): readonly string[] {
  const spec = components.get(name)?.spec;
  return spec?.kind === 'drds' ? spec.shards : [name];
}

const playing = (role: string, pools: ReadonlySet<string>, { components }: Draft): readonly Playing[] =>
  [...pools].flatMap((pool) =>
    (components.get(pool)?.roles ?? []).filter((one) => one.role === role).map(({ store }) => ({ pool, store })),
  );

interface Playing {
  readonly pool: string;
  readonly store: string;
}

/** What users come to from an entry while everything works: no reserve of a name, no pool that stands by. */
function serving(entry: string, { components }: Draft): ReadonlySet<string> {
  const still = (name: string): boolean => {
    const spec = components.get(name)?.spec;
    return spec?.kind === 'ecs' && spec.standby !== undefined && spec.standby !== 'hot';
  };
  const onward = new Map([...components].map(([name, part]) => [name, { ...part, hops: firstHops(part) }]));
  return new Set([...reachable(entry, onward)].filter((name) => !still(name)));
}

function firstHops({ spec, hops }: Component): Component['hops'] {
  if (spec.kind !== 'dns') return hops;
  const first = Math.min(...spec.answers.map(({ priority }) => priority));
  return hops.filter(({ to }) => spec.answers.some(({ target, priority }) => target === to && priority === first));
}

function warnOfUnfed(draft: Draft): void {
  const ties = pairs(draft);
  const told = new Set<string>();
  for (const { name, entry, writes } of draft.scenario.workloads) {
    const usual = serving(entry, draft);
    const reached = reachable(entry, draft.components);
    for (const role of writes) {
      const homes = playing(role, usual, draft).map(({ store }) => store);
      const same = kin(
        homes.flatMap((store) => behind(store, draft)),
        ties,
      );
      for (const { pool, store } of playing(role, reached, draft)) {
        if (usual.has(pool) || homes.length === 0 || behind(store, draft).some((one) => same.has(one))) continue;
        const key = `${pool} ${role}`;
        if (told.has(key)) continue;
        told.add(key);
        tellUnfed({ pool, role, store, home: homes[0]!, workload: name }, draft);
      }
    }
  }
}

interface Unfed extends Playing {
  readonly role: string;
  readonly home: string;
  readonly workload: string;
}

function tellUnfed({ pool, role, store, home, workload }: Unfed, { notes }: Draft): void {
  notes
    .at('components', pool)
    .warn(
      'unfed-store',
      `nothing feeds \`${store}\` from \`${home}\`, which \`${workload}\` writes: users who come to \`${pool}\` find none of it`,
      {
        path: ['uses', role],
        expected: `a component that carries ${home} to ${store}, or a plan that restores it from there`,
        zh: {
          message: `\`${store}\` 没有任何来自 \`${home}\` 的同步，而 \`${workload}\` 写入后者：转到 \`${pool}\` 的用户看不到这些数据`,
          expected: `把 ${home} 同步到 ${store} 的组件，或从它恢复的预案`,
        },
      },
    );
}

/** What carries a store that nobody writes over one that users write. */
function warnOfReversal(draft: Draft): void {
  const written = new Set(
    draft.scenario.workloads.flatMap(({ entry, writes }) => {
      const usual = serving(entry, draft);
      return writes.flatMap((role) => playing(role, usual, draft).flatMap(({ store }) => behind(store, draft)));
    }),
  );
  const fed = new Set([...draft.components.values()].map((one) => tieOf(one)?.[1]));
  for (const one of draft.components.values()) {
    const tie = tieOf(one);
    if (tie === undefined) continue;
    const [from, to] = tie;
    if (!written.has(to) || written.has(from) || fed.has(from)) continue;
    tellReversal(one.spec.name, from, to, draft);
  }
}

function tellReversal(name: string, from: string, to: string, { notes }: Draft): void {
  notes
    .at('components', name)
    .warn(
      'wrong-way',
      `\`${name}\` carries \`${from}\`, which no user writes, to \`${to}\`, which users write: it runs the wrong way`,
      {
        path: ['from'],
        expected: `from: ${to}, to: ${from}`,
        zh: {
          message: `\`${name}\` 把无用户写入的 \`${from}\` 同步到用户写入的 \`${to}\`：方向反了`,
          expected: `from: ${to}, to: ${from}`,
        },
      },
    );
}
