import type { PageParts } from '../parts.ts';

/** Who serves less than this share serves nobody. */
const NEARLY_NOTHING = 0.01;

/**
 * Components and places whose loss alone takes a workload away until it is repaired: the way is gone after everything that
 * people and automation do, or most drills of it were not back. A component that stands in several places is no single point.
 */
export function weakPoints({ run, drill, topology }: PageParts): ReadonlySet<string> {
  const lost = Object.values(run?.workloads ?? {}).flatMap(({ headroom }) =>
    headroom.filter(({ share }) => share <= 0).map(({ loss }) => loss),
  );
  const hopeless = (drill?.rows ?? []).filter(({ workloads }) =>
    workloads.some(({ failed, servedAtWorst }) => failed.share > 0.5 && servedAtWorst < NEARLY_NOTHING),
  );
  const weak = new Set([...lost, ...hopeless.map(({ domain }) => domain.replace(/\/\d+$/, ''))]);
  for (const name of weak) {
    if ((topology?.nodes.filter(({ component }) => component === name).length ?? 0) > 1) weak.delete(name);
  }
  return weak;
}
