import { DAY, type Us } from '../../base/index.ts';
import { COMPONENT_KINDS } from '../../components/index.ts';
import type { World } from '../../model/index.ts';
import { fixed, masterKey, never } from '../../random/index.ts';
import { compileScenario, type Scenario } from '../../scenario/index.ts';
import { replicateTo } from '../replication.ts';
import type { Headroom } from '../result.ts';
import { calm } from './calm.ts';

/** Long enough for automation and people to have done what they do. */
const SETTLED = (4 * DAY) as Us;
const STRUCK = DAY as Us;
/** Each loss is a simulation of its own; places come first. */
const MOST_LOSSES = 60;

/** Kinds that no request passes. */
const BESIDE_THE_WAY: ReadonlySet<string> = new Set(
  COMPONENT_KINDS.filter(
    ({ traits }) => traits.length === 0 || traits.includes('replication') || traits.includes('control'),
  ).map(({ kind }) => kind),
);

/** For each workload, what is left after each single loss of a place or a component, worst first. */
export function headroomOf(scenario: Scenario): ReadonlyMap<string, readonly Headroom[]> {
  const losses = lossesOf(scenario);
  const left = losses.map((loss) => afterLoss(scenario, loss));
  return new Map(
    scenario.workloads.map(({ name }) => [
      name,
      left.map((byWorkload) => byWorkload.get(name)!).sort((a, b) => a.share - b.share || (a.loss < b.loss ? -1 : 1)),
    ]),
  );
}

/** Zones and sites, then every component that requests pass. */
function lossesOf({ places, components }: Scenario): Loss[] {
  const sites = places.filter(({ kind }) => kind === 'zone' || kind === 'idc');
  const parts = components.filter(({ kind }) => kind !== 'dns' && !BESIDE_THE_WAY.has(kind));
  return [
    ...sites.map(({ path }): Loss => ({ loss: path, of: 'place' })),
    ...parts.map(({ name }): Loss => ({ loss: name, of: 'component' })),
  ].slice(0, MOST_LOSSES);
}

type Loss = Pick<Headroom, 'loss' | 'of'>;

/** The same architecture in which nothing breaks but one thing, for good. */
function onlyLosing(scenario: Scenario, { loss }: Loss): Scenario {
  const effect = { effect: 'silent', share: 0, probesFail: 0, factor: 1 } as const;
  return {
    ...calm(scenario),
    schedule: [
      {
        name: `loss of ${loss}`,
        at: STRUCK,
        within: 0 as Us,
        for: never(),
        lose: loss,
        cut: undefined,
        damage: undefined,
        noticed: fixed(0),
        ...effect,
      },
    ],
  };
}

function afterLoss(scenario: Scenario, loss: Loss): ReadonlyMap<string, Headroom> {
  const model = compileScenario(onlyLosing(scenario, loss));
  const { service } = model;
  const shares = (): number[] => scenario.workloads.map((_, workload) => service.share(workload));
  const [atOnce = [], settled = []] = replicateTo(model, masterKey('headroom'), [STRUCK, SETTLED], shares);
  service.enact();
  return new Map(
    scenario.workloads.map(({ name }, i) => [
      name,
      {
        ...loss,
        ...tightest(model.world, i, settled[i]!),
        served: { atOnce: atOnce[i]!, settled: settled[i]! },
      },
    ]),
  );
}

/** The pool on the way of a workload that is the nearest to its capacity, or over it. */
function tightest({ flow }: World, workload: number, served: number): Pick<Headroom, 'component' | 'share'> {
  let component: string | null = null;
  let share = Number.POSITIVE_INFINITY;
  for (const { node, pool, capacityEach } of flow.servers) {
    const load = flow.load[node]!;
    if (flow.arrive[node * flow.width + workload]! <= 0 || load <= 0 || capacityEach / load >= share) continue;
    component = pool;
    share = capacityEach / load;
  }
  if (component === null || served === 0) return { component: null, share: 0 };
  return { component, share: Number.isFinite(share) ? share : 1e9 };
}
