import type { Defaults, FaultCatalogue } from '../../language/index.ts';
import type { SlbProduct } from './products.ts';

const PAPER = 'Alibaba Cloud disaster-recovery white paper, version 2019-07-18';

export const LISTENER_DEFAULTS: Readonly<Record<SlbProduct, Defaults>> = {
  clb: { listener: { value: 'tcp', source: `${PAPER}, section 8: the example listens on TCP` } },
  alb: { listener: { value: 'http', source: 'assumption: the plainer of the two that an application balancer has' } },
  nlb: { listener: { value: 'tcp', source: 'assumption: the plainer of the two that a network balancer has' } },
};

export const CLUSTER_DEFAULTS: Defaults = {
  lvs: { value: '8', source: 'assumption: the number of nodes of a cluster is not public' },
  tengine: { value: '8', source: 'assumption: the number of nodes of a cluster is not public' },
  'session-sync': { value: 'true', source: `${PAPER}, section 1.1: sessions are synchronised between nodes` },
  'long-connections': { value: '0%', source: 'assumption: every request opens a connection of its own' },
  ecmp: { value: '1s', source: 'assumption: a router that loses a next hop moves its flows within a second' },
  reconnect: { value: '5s', source: 'assumption: clients with timeouts come back within seconds' },
};

const AS_FOR_SERVERS = 'assumption: as CLB looks at servers';

export const TENGINE_CHECK_DEFAULTS: Defaults = {
  interval: { value: '2s', source: AS_FOR_SERVERS },
  timeout: { value: '5s', source: AS_FOR_SERVERS },
  healthy: { value: '3', source: AS_FOR_SERVERS },
  unhealthy: { value: '3', source: AS_FOR_SERVERS },
  spacing: { value: 'from-end', source: AS_FOR_SERVERS },
};

const NODE: Defaults = {
  mtbf: {
    value: '130d',
    source: 'assumption: a node is away for 15 min or more every 4.3 months (Ford et al., OSDI 2010)',
  },
  repair: { value: '{lognormal: {median: 1h, sigma: 1}}', source: 'assumption: the provider replaces it within hours' },
  effect: { value: 'silent', source: 'assumption: a dead machine does not refuse' },
};

/** Faults of single nodes, where a scenario tells them apart. */
export const CLUSTER_FAULTS: FaultCatalogue = { lvs: NODE, tengine: NODE };
