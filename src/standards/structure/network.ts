import type { ComponentSpec } from '../../components/index.ts';
import type { Topology } from '../../scenario/index.ts';
import type { WorkloadSpec } from '../../service/index.ts';
import { plansFor } from './plans.ts';

/** How users get to what is left when a place is lost. */
export type Switching = 'none' | 'by-nobody' | 'central' | 'automatic' | 'both';
const ORDER: readonly Switching[] = ['none', 'by-nobody', 'central', 'automatic', 'both'];
export const atLeast = (one: Switching, wanted: Switching): boolean => ORDER.indexOf(one) >= ORDER.indexOf(wanted);
const weaker = (a: Switching, b: Switching): Switching => (ORDER.indexOf(a) <= ORDER.indexOf(b) ? a : b);
const stronger = (a: Switching, b: Switching): Switching => (ORDER.indexOf(a) >= ORDER.indexOf(b) ? a : b);

export interface NetworkWay {
  readonly workload: string;
  readonly switching: Switching;
  /** What does it: `www monitor`, `plan zone-a-lost`; empty: nothing needs to. */
  readonly by: string;
}

/** The ways of all workloads past a lost place. */
export const networkWays = (lost: string, topology: Topology): readonly NetworkWay[] =>
  topology.scenario.workloads.map((workload) => wayOf(workload, lost, topology));

function wayOf(workload: WorkloadSpec, lost: string, topology: Topology): NetworkWay {
  const by = new Set<string>();
  const found = past(workload.entry, lost, topology, by);
  const both = found === 'automatic' && servesBoth(workload, lost, topology);
  return { workload: workload.name, switching: both ? 'both' : found, by: [...by].join(', ') };
}

/** Whether users reach servers on both sides while everything works; where none is inside, nothing needs to turn. */
function servesBoth({ entry }: WorkloadSpec, lost: string, topology: Topology): boolean {
  const pools = [...topology.serving(entry)].filter((name) => topology.isPool(name));
  const sides = pools.map((pool) => topology.instances(pool, lost));
  return sides.some(({ outside }) => outside > 0);
}

/** How requests get from a component to servers that are left. */
function past(name: string, lost: string, topology: Topology, by: Set<string>): Switching {
  const part = topology.parts.get(name);
  if (part === undefined || !topology.survives(name, lost)) return 'none';
  if (topology.isPool(name)) return topology.instances(name, lost).outside > 0 ? 'automatic' : 'none';
  const ways = part.hops.map(({ to }) => ({ to, way: past(to, lost, topology, by) }));
  const open = ways.filter(({ way }) => way !== 'none');
  if (open.length === 0) return 'none';
  const onward = open.map(({ way }) => way).reduce(stronger);
  // Whom nobody is sent to, nobody needs to be turned away from.
  const usual = topology.normally(part);
  const shut = ways.filter(({ to, way }) => way === 'none' && usual.includes(to)).map(({ to }) => to);
  return shut.length === 0 ? onward : weaker(onward, turns(part.spec, { shut, lost }, topology, by));
}

/** Who turns users away from what is lost. */
function turns(
  spec: ComponentSpec,
  { shut, lost }: { readonly shut: readonly string[]; readonly lost: string },
  topology: Topology,
  by: Set<string>,
): Switching {
  const watches =
    (spec.kind === 'dns' && spec.monitor !== undefined) || (spec.kind === 'slb' && spec.healthCheck !== undefined);
  if (watches) {
    by.add(spec.kind === 'dns' ? `${spec.name} monitor` : spec.name);
    return 'automatic';
  }
  const plan = [...plansFor(lost, topology), ...topology.scenario.plans].find(({ steps }) =>
    steps.some(({ verb, targets }) => verb === 'hold-out' && targets.some((target) => shut.includes(target))),
  );
  if (plan === undefined) return 'by-nobody';
  by.add(plan.name);
  return 'central';
}
