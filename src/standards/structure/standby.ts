import type { Topology } from '../../scenario/index.ts';
import type { WorkloadSpec } from '../../service/index.ts';

const STATES = ['cold', 'warm', 'hot', 'serving'] as const;
/** What stands ready when a place is lost: stopped, running without users, or serving already. */
export type StandbyState = (typeof STATES)[number];

/** Servers that are left for a workload when a place is lost. */
export interface Standby {
  readonly workload: string;
  readonly pools: readonly string[];
  /** Capacity left ÷ demand; 0: nothing. */
  readonly share: number;
  /** Capacity left ÷ capacity lost; Infinity where none is lost. */
  readonly ofProduction: number;
  /** The best in which enough of it stands for the demand, or where all is too little, all; undefined: there is none. */
  readonly state: StandbyState | undefined;
}

const TOLERANCE = 1e-9;
export const isWhole = (share: number): boolean => share >= 1 - TOLERANCE;

/** What is left for each workload when a place is lost. */
export const standbyOf = (lost: string, topology: Topology): readonly Standby[] =>
  topology.scenario.workloads.map((workload) => ofWorkload(workload, lost, topology));

function ofWorkload(workload: WorkloadSpec, lost: string, topology: Topology): Standby {
  const all = [...topology.reachable(workload.entry)].filter((name) => topology.isPool(name));
  const pools = all.filter((pool) => topology.instances(pool, lost).outside > 0);
  const capacity = (side: 'inside' | 'outside', of: readonly string[]): number =>
    of.reduce((sum, pool) => sum + topology.instances(pool, lost)[side] * capacityOf(pool, topology), 0);
  const outside = capacity('outside', pools);
  const inside = capacity('inside', all);
  const load = loadOn(pools, topology);
  const readyAs = (state: StandbyState): number =>
    capacity(
      'outside',
      pools.filter((pool) => STATES.indexOf(stateOf(workload, pool, topology)) >= STATES.indexOf(state)),
    );
  return {
    workload: workload.name,
    pools,
    share: ratio(outside, load),
    ofProduction: Number.isFinite(inside)
      ? ratio(outside, inside)
      : ratio(count('outside', all, lost, topology), count('inside', all, lost, topology)),
    state: STATES.findLast((state) => isWhole(ratio(readyAs(state), Math.min(outside, load)))),
  };
}

const ratio = (a: number, b: number): number => (a === 0 ? 0 : b === 0 ? Number.POSITIVE_INFINITY : a / b);

const count = (side: 'inside' | 'outside', pools: readonly string[], lost: string, topology: Topology): number =>
  pools.reduce((sum, pool) => sum + topology.instances(pool, lost)[side], 0);

function capacityOf(pool: string, topology: Topology): number {
  const spec = topology.spec(pool);
  return spec?.kind === 'ecs' ? spec.capacityEach : Number.POSITIVE_INFINITY;
}

/** Units of capacity a second that all workloads ask of some pools once they carry everything. */
function loadOn(pools: readonly string[], topology: Topology): number {
  return topology.scenario.workloads
    .filter(({ entry }) => pools.some((pool) => topology.reachable(entry).has(pool)))
    .reduce((sum, { demand, cost }) => sum + demand * cost, 0);
}

const stateOf = ({ entry }: WorkloadSpec, pool: string, topology: Topology): StandbyState =>
  topology.serving(entry).has(pool) ? 'serving' : topology.stateOf(pool);
