import * as z from 'zod';
import { byCodeUnit } from '../../base/index.ts';
import {
  choice,
  defineKind,
  type FaultSpec,
  faultsInput,
  law,
  meaning,
  type Notebook,
  name,
  named,
  oneOrMore,
  type ProbeSpec,
  placePath,
  placeReferences,
  probeOrOff,
  type Reference,
  resolveProbe,
  weight,
} from '../../language/index.ts';
import type { Law } from '../../random/index.ts';
import {
  CLUSTER_FAULTS,
  clusterInput,
  clusterOf,
  LISTENERS,
  layerOf,
  partsOf,
  type SlbCluster,
} from './cluster-schema.ts';
import {
  FAIL_OPEN_DEFAULTS,
  HEALTH_CHECK_DEFAULTS,
  SLB_DEFAULTS,
  SLB_FAULTS,
  SLB_FAULTS_ON_REQUEST,
} from './defaults.ts';
import { limitOf, limitsInput } from './limits.ts';
import { persistenceInput, persistenceOf, type SlbPersistence } from './persistence.ts';
import { SLB_PRODUCTS, type SlbProduct } from './products.ts';

export { SLB_PRODUCTS, type SlbProduct } from './products.ts';

export interface SlbZones {
  readonly primary: string;
  readonly standby: string;
  /** From the loss of the primary's zone until the standby serves. */
  readonly switch: Law;
}

export interface SlbBackend {
  readonly pool: string;
  /** Of each of its servers; not normalised, above 0. */
  readonly weight: number;
  /** Written as a percentage. */
  readonly percent: boolean;
}

export interface SlbSpec {
  readonly kind: 'slb';
  readonly name: string;
  readonly product: SlbProduct;
  /** The place, where there is just one. */
  readonly in: string | undefined;
  /** A primary and a standby zone; undefined for one place, and where several zones serve at once. */
  readonly zones: SlbZones | undefined;
  /** Every place it stands in, primary first. */
  readonly places: readonly string[];
  /** undefined: the balancer stands for its nodes, which never fail one by one. */
  readonly cluster: SlbCluster | undefined;
  /** undefined: no client is bound to a server. */
  readonly persistence: SlbPersistence | undefined;
  /** Requests a second that the instance takes in; undefined: never the bottleneck. */
  readonly limit: number | undefined;
  /** Sorted by pool. */
  readonly backends: readonly SlbBackend[];
  /** undefined: off; dead servers stay in rotation. */
  readonly healthCheck: ProbeSpec | undefined;
  /** Route to all when every server looks bad. */
  readonly failOpen: boolean;
  readonly faults: readonly FaultSpec[];
}

const zones = { primary: placePath, standby: placePath, switch: law.optional() };
const ZONE_WORDS = {
  primary: 'the zone that serves',
  standby: 'the zone that serves when the primary is lost',
  switch: 'how long users take to move to the standby zone',
};
const shape = {
  kind: z.literal('slb'),
  product: choice(SLB_PRODUCTS).optional(),
  in: z.union([oneOrMore(placePath), z.strictObject(meaning(zones, ZONE_WORDS))]),
  listener: choice(LISTENERS).optional(),
  cluster: clusterInput.optional(),
  limits: limitsInput.optional(),
  'session-persistence': persistenceInput.optional(),
  backends: z.union([z.array(name).min(1), named(weight)]),
  'health-check': probeOrOff.optional(),
  'fail-open': z.boolean().optional(),
  faults: faultsInput.optional(),
};
const input = z.strictObject(
  meaning(shape, {
    kind: 'the kind of component',
    product: 'classic, application or network load balancer',
    in: 'where it stands: a place, several that serve at once, or a primary and a standby zone',
    listener: 'what it listens for; it says whether requests are looked into',
    cluster: 'the nodes that it is made of, which fail one by one',
    'session-persistence': 'clients come back to the server that holds their session; sessions lost are counted',
    limits: 'what its size lets through',
    backends:
      'the pools it sends to, by the weight of each of their servers: 1 unless stated; a pool gets its weight times its servers in rotation',
    'health-check': 'probes of every server; `off` leaves dead ones in rotation',
    'fail-open': 'send to every server when all look bad',
    faults: 'what breaks it: faults by name, `none` for none at all',
  }),
);
type Input = z.output<typeof input>;
type Standing = Pick<SlbSpec, 'in' | 'zones' | 'places'>;

function standing(given: Input['in'], product: SlbProduct, notes: Notebook): Standing {
  if ('primary' in given) {
    const fill = notes.filling(SLB_DEFAULTS);
    const zones = { primary: given.primary, standby: given.standby, switch: fill('switch', given.switch, law) };
    return { in: undefined, zones, places: [given.primary, given.standby] };
  }
  if (given.length > 1 && product === 'clb') {
    notes.error('one-zone-at-a-time', 'a clb serves from one zone at a time', {
      expected: 'one place, {primary: …, standby: …}, or product: alb or nlb',
    });
  }
  return { in: given.length === 1 ? given[0] : undefined, zones: undefined, places: given };
}

/** A pool that is named twice would get two shares. */
function checkBackends(given: Input['backends'], notes: Notebook): void {
  if (given.length === 0) notes.error('no-backend', 'there is no backend', { expected: 'at least one pool' });
  const names = given.map((one) => (typeof one === 'string' ? one : one[0]));
  const twice = names.findIndex((one, i) => names.indexOf(one) < i);
  if (twice < 0) return;
  notes.error('backend-twice', `${names[twice]} is named twice`, { path: [twice], expected: 'each pool once' });
}

const backendsOf = (given: Input['backends']): SlbBackend[] =>
  given
    .map((one) =>
      typeof one === 'string'
        ? { pool: one, weight: 1, percent: false }
        : { pool: one[0], weight: one[1].value, percent: one[1].percent },
    )
    .sort((a, b) => byCodeUnit(a.pool, b.pool));

function resolve(slbName: string, given: Input, faults: readonly FaultSpec[], notes: Notebook): SlbSpec {
  const fill = notes.filling(SLB_DEFAULTS);
  const product = fill('product', given.product, choice(SLB_PRODUCTS));
  const check = given['health-check'];
  const matters = given.cluster !== undefined || given.limits !== undefined || given.listener !== undefined;
  const layer = matters ? layerOf(given.listener, product, notes) : 4;
  const cluster = given.cluster && clusterOf(given.cluster, layer, notes.at('cluster'));
  checkBackends(given.backends, notes.at('backends'));
  return {
    kind: 'slb',
    name: slbName,
    product,
    ...standing(given.in, product, notes.at('in')),
    cluster,
    persistence:
      given['session-persistence'] && persistenceOf(given['session-persistence'], notes.at('session-persistence')),
    limit: given.limits && limitOf(given.limits, layer, cluster?.longConnections ?? 0, notes.at('limits')),
    backends: backendsOf(given.backends),
    healthCheck:
      check === 'off' ? undefined : resolveProbe(check ?? {}, HEALTH_CHECK_DEFAULTS[product], notes.at('health-check')),
    failOpen: notes.filling(FAIL_OPEN_DEFAULTS[product])('fail-open', given['fail-open'], z.boolean()),
    faults,
  };
}

const placesOf = ({ zones, places }: SlbSpec): readonly Reference[] =>
  zones === undefined
    ? placeReferences(places)
    : [
        { path: ['in', 'primary'], name: zones.primary, to: 'place' },
        { path: ['in', 'standby'], name: zones.standby, to: 'place' },
      ];

const hops = (spec: SlbSpec) => spec.backends.map(({ pool }) => ({ to: pool, path: ['backends', pool] }));

export const slbKind = defineKind<Input, SlbSpec>({
  kind: 'slb',
  alsoCalled: ['alb', 'nlb', 'clb', 'elb', 'lb', 'load-balancer', 'loadbalancer', 'haproxy', 'nginx', 'f5'],
  traits: ['entry', 'answer', 'switchable'],
  input,
  catalogue: SLB_FAULTS,
  catalogueOf: ({ cluster }) => (cluster === undefined ? {} : CLUSTER_FAULTS),
  onRequest: SLB_FAULTS_ON_REQUEST,
  parts: ({ cluster, places }) => (cluster === undefined ? [] : partsOf(cluster, places.length)),
  resolve,
  hops,
  references: (spec) => [
    ...placesOf(spec),
    ...hops(spec).map(({ to, path }) => ({ path, name: to, to: 'pool' as const, atKey: true })),
  ],
});
