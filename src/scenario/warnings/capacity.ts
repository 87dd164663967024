import type { DtsSpec, EcsSpec, SlbSpec } from '../../components/index.ts';
import type { Draft } from '../draft.ts';
import { arrivingOf, flowOf, writesOf } from '../flow.ts';

/** Pools too small for their demand, pools of one, replication too slow for what is written. */
export function warnOfCapacity(draft: Draft): void {
  const loads = loadsOf(draft);
  const shared = sharedPools(draft);
  const writes = writesOf(draft.scenario.workloads, draft.components);
  for (const spec of draft.scenario.components) {
    if (spec.kind === 'ecs') warnOfPool(spec, loads.get(spec.name) ?? 0, shared.has(spec.name), draft);
    if (spec.kind === 'slb') warnOfBalancer(spec, draft);
    if (spec.kind === 'dts') warnOfTask(spec, writes, draft);
  }
}

/** Units of capacity a second that each pool is asked for while everything works. */
function loadsOf({ scenario, components }: Draft): ReadonlyMap<string, number> {
  const loads = new Map<string, number>();
  for (const workload of scenario.workloads) {
    for (const [pool, rate] of flowOf(workload, components)) {
      loads.set(pool, (loads.get(pool) ?? 0) + rate * workload.cost);
    }
  }
  return loads;
}

/** Pools to which requests come only through balancers that have another pool to send them to. */
function sharedPools({ components, scenario }: Draft): ReadonlySet<string> {
  const shared = new Set<string>();
  const alone = new Set(scenario.workloads.map(({ entry }) => entry));
  for (const { spec, hops } of components.values()) {
    const side = spec.kind === 'slb' && hops.length > 1 ? shared : alone;
    for (const { to } of hops) side.add(to);
  }
  for (const pool of alone) shared.delete(pool);
  return shared;
}

const rounded = (rate: number): string => String(Number(rate.toPrecision(6)));

function warnOfPool(spec: EcsSpec, load: number, shared: boolean, { notes }: Draft): void {
  const at = notes.at('components', spec.name);
  const capacity = spec.count * spec.capacityEach;
  if (spec.count === 1 && !shared) {
    at.warn('single-instance', `\`${spec.name}\` is a single instance: its failure is an outage of its path`, {
      path: ['count'],
      expected: 'at least 2',
      zh: { message: `\`${spec.name}\` 只有一个实例：它一故障，经过它的路就断`, expected: '至少 2 个' },
    });
  }
  if (load > capacity) {
    at.warn(
      'overloaded',
      `\`${spec.name}\` carries ${rounded(capacity)}/s and is asked for ${rounded(load)}/s while everything works`,
      {
        path: ['capacity-each'],
        expected: 'capacity for the demand, and for that of a lost neighbour',
        zh: {
          message: `\`${spec.name}\` 能承接 ${rounded(capacity)}/s，一切正常时就要 ${rounded(load)}/s`,
          expected: '够用的容量，并能接下丢失的邻居的请求',
        },
      },
    );
  }
}

function warnOfBalancer(spec: SlbSpec, { scenario, components, notes }: Draft): void {
  if (spec.limit === undefined) return;
  const load = scenario.workloads.reduce(
    (sum, workload) => sum + (arrivingOf(workload, components).get(spec.name) ?? 0),
    0,
  );
  if (load <= spec.limit) return;
  const message = `\`${spec.name}\` takes in ${rounded(spec.limit)}/s and is asked for ${rounded(load)}/s while everything works`;
  notes.at('components', spec.name).warn('overloaded', message, {
    path: ['limits'],
    expected: 'a larger size',
    zh: {
      message: `\`${spec.name}\` 能接入 ${rounded(spec.limit)}/s，一切正常时就要 ${rounded(load)}/s`,
      expected: '更大的规格',
    },
  });
}

function warnOfTask(spec: DtsSpec, writes: ReadonlyMap<string, number>, { notes }: Draft): void {
  const rows = (writes.get(spec.from) ?? 0) * spec.rowsPerWrite;
  if (rows <= spec.rowsPerSecond) return;
  const message = `class ${spec.class} carries ${rounded(spec.rowsPerSecond)} rows/s and ${rounded(rows)} rows/s are written: the lag grows without bound`;
  notes.at('components', spec.name).warn('lag-without-bound', message, {
    path: ['class'],
    expected: 'a larger class',
    zh: {
      message: `规格 ${spec.class} 每秒传 ${rounded(spec.rowsPerSecond)} 行，而每秒写入 ${rounded(rows)} 行：延迟会一直增长`,
      expected: '更大的规格',
    },
  });
}
