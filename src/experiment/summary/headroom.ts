import { DAY, type Us } from '../../base/index.ts';
import { COMPONENT_KINDS } from '../../components/index.ts';
import type { World } from '../../model/index.ts';
import { fixed, masterKey, never } from '../../random/index.ts';
import { compileScenario, type Scenario } from '../../scenario/index.ts';
import { replicateTo } from '../replication.ts';
import type { Headroom } from '../result/index.ts';
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
  const results = losses.map((loss) => afterLoss(scenario, loss));
  return new Map(
    scenario.workloads.map(({ name }) => [
      name,
      results
        .map((byWorkload) => byWorkload.get(name)!)
        .sort((a, b) => a.share - b.share || (a.loss < b.loss ? -1 : 1)),
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
  const model = compileScenario(onlyLosing(scenario, loss), { brief: true });
  const { service } = model;
  const shares = (): number[] => scenario.workloads.map((_, workload) => service.share(workload));
  const [atOnce = [], settled = []] = replicateTo(model, masterKey('headroom'), [STRUCK, SETTLED], shares);
  service.enact();
  const nearest = tightest(model.world);
  return new Map(
    scenario.workloads.map(({ name }, i) => [
      name,
      {
        ...loss,
        ...left(nearest[i]!, settled[i]!),
        served: { atOnce: atOnce[i]!, settled: settled[i]! },
      },
    ]),
  );
}

/** For each workload the pool on its way that is the nearest to its capacity, or over it. */
function tightest({ flow }: World): Pick<Headroom, 'component' | 'share'>[] {
  const tightest = flow.demands.map(() => ({ component: null as string | null, share: Number.POSITIVE_INFINITY }));
  for (const { node, pool, capacityEach } of flow.servers) {
    const load = flow.load[node]!;
    const share = capacityEach / load;
    for (const workload of load > 0 ? flow.workloadsAt(node) : []) {
      if (flow.arriving(node, workload) > 0 && share < tightest[workload]!.share) {
        tightest[workload] = { component: pool, share };
      }
    }
  }
  return tightest;
}

/** The same of a workload of which this share is served. */
function left({ component, share }: Pick<Headroom, 'component' | 'share'>, served: number): typeof NOTHING_LEFT {
  if (component === null || served === 0) return NOTHING_LEFT;
  return { component, share: Number.isFinite(share) ? share : 1e9 };
}

const NOTHING_LEFT: Pick<Headroom, 'component' | 'share'> = { component: null, share: 0 };
