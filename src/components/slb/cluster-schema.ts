import * as z from 'zod';
import {
  choice,
  law,
  meaning,
  type Notebook,
  type ProbeSpec,
  probeShape,
  resolveProbe,
  share,
  wholeNumber,
} from '../../language/index.ts';
import type { Law } from '../../random/index.ts';
import { CLUSTER_DEFAULTS, LISTENER_DEFAULTS, TENGINE_CHECK_DEFAULTS } from './cluster-defaults.ts';
import type { SlbProduct } from './products.ts';

export { CLUSTER_FAULTS } from './cluster-defaults.ts';

export const LISTENERS = ['tcp', 'udp', 'http', 'https'] as const;
export type Listener = (typeof LISTENERS)[number];

/** The nodes that a balancer is made of in each of its zones. */
export interface SlbCluster {
  /** The layer of the listener: 7 stands on both sorts of nodes, 4 on LVS alone. */
  readonly layer: 4 | 7;
  readonly lvs: number;
  readonly tengine: number;
  /** Whether LVS nodes know of one another's established connections. */
  readonly sessionSync: boolean;
  /** The share of requests that come over established long connections, 0 to 1. */
  readonly longConnections: number;
  /** From the loss of an LVS node until its flows go to the others. */
  readonly ecmp: Law;
  /** From a broken long connection until its client is back. */
  readonly reconnect: Law;
  /** How LVS looks at Tengine. */
  readonly healthCheck: ProbeSpec;
}

const nodes = wholeNumber(1, 64);

const shape = {
  lvs: nodes.optional(),
  tengine: nodes.optional(),
  'session-sync': z.boolean().optional(),
  'long-connections': share.optional(),
  ecmp: law.optional(),
  reconnect: law.optional(),
  'health-check': z.strictObject(probeShape).optional(),
};
export const clusterInput = z.strictObject(
  meaning(shape, {
    lvs: 'LVS nodes in each zone; all requests pass them',
    tengine: 'Tengine nodes in each zone; layer-7 requests pass them',
    'session-sync': 'whether LVS nodes know of one another’s established connections',
    'long-connections': 'share of requests that come over established long connections',
    ecmp: 'from the loss of an LVS node until its flows go to the others',
    reconnect: 'from a broken long connection until its client is back',
    'health-check': 'how LVS looks at Tengine',
  }),
);
type ClusterInput = z.output<typeof clusterInput>;

/** A layer-4 listener has Tengine nodes only where they are written: it does not use them. */
export function clusterOf(given: ClusterInput, layer: 4 | 7, notes: Notebook): SlbCluster {
  const fill = notes.filling(CLUSTER_DEFAULTS);
  return {
    layer,
    lvs: fill('lvs', given.lvs, nodes),
    tengine: layer === 4 ? (given.tengine ?? 0) : fill('tengine', given.tengine, nodes),
    sessionSync: fill('session-sync', given['session-sync'], z.boolean()),
    longConnections: fill('long-connections', given['long-connections'], share),
    ecmp: fill('ecmp', given.ecmp, law),
    reconnect: fill('reconnect', given.reconnect, law),
    healthCheck: resolveProbe(given['health-check'] ?? {}, TENGINE_CHECK_DEFAULTS, notes.at('health-check')),
  };
}

/** The layer that a listener works on: 7 looks into requests, 4 does not. */
export function layerOf(given: Listener | undefined, product: SlbProduct, notes: Notebook): 4 | 7 {
  const listener = notes.filling(LISTENER_DEFAULTS[product])('listener', given, choice(LISTENERS));
  const layer = listener === 'tcp' || listener === 'udp' ? 4 : 7;
  if ((product === 'alb' && layer === 4) || (product === 'nlb' && layer === 7)) {
    notes.at('listener').error('wrong-layer', `an ${product} has no ${listener} listener`, {
      expected: product === 'alb' ? 'http or https' : 'tcp or udp',
    });
  }
  return layer;
}

/** The nodes of all zones, one sort after the other. */
export const partsOf = ({ lvs, tengine }: SlbCluster, zones: number): string[] => [
  ...Array.from({ length: lvs * zones }, (_, i) => `lvs-${i + 1}`),
  ...Array.from({ length: tengine * zones }, (_, i) => `tengine-${i + 1}`),
];
