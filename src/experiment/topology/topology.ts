import { MINUTE, toSeconds } from '../../base/index.ts';
import { masterKey } from '../../random/index.ts';
import { compileScenario, type Scenario } from '../../scenario/index.ts';
import { replicate } from '../replication.ts';
import { calm } from '../summary/calm.ts';
import { nodesOf } from './nodes.ts';
import type { Topology } from './result.ts';
import { Serving } from './serving.ts';
import { copyEdges, mentionEdges, readersOf, storeEdges } from './stores.ts';
import { trafficOf } from './traffic.ts';

/** What stands where, and what goes where while all is well. */
export function topologyOf(scenario: Scenario): Topology {
  const model = compileScenario(calm(scenario), { brief: true });
  replicate(model, masterKey('topology'), 0, MINUTE);
  model.service.enact();
  const nodes = nodesOf(model);
  const edges = [
    ...trafficOf(model, nodes),
    ...storeEdges(model, readersOf(model, nodes), new Serving(model.world, nodes)),
    ...copyEdges(model, nodes),
  ];
  return {
    places: scenario.places.map(({ path, kind, parent }) => ({ path, kind, parent: parent ?? null })),
    nodes,
    edges: [...edges, ...mentionEdges(model, nodes, edges)],
    links: scenario.links.map(({ name, between, latency }) => ({ name, between, latencySeconds: toSeconds(latency) })),
  };
}
