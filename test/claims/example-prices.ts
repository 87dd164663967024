import { readFileSync } from 'node:fs';
import type { Scenario } from '../../src/scenario/index.ts';

interface Price {
  readonly month: number;
  readonly once: number;
  readonly staff: number;
}
type Component = Scenario['components'][number];

const amount = (cell: string): number => Number(cell.replaceAll(',', ''));

/** The list of docs/example-prices.md, by what it is for. */
const LIST: ReadonlyMap<string, Price> = new Map(
  [
    ...readFileSync('docs/example-prices.md', 'utf8').matchAll(/^\| ([^|]+) \| ([\d,]+) \| ([\d,]+) \| ([\d,]+) \|/gm),
  ].map(([, what, month, once, staff]) => [
    what!,
    { month: amount(month!), once: amount(once!), staff: amount(staff!) },
  ]),
);

/** Bought only when it is needed. */
const LATER: Readonly<Record<string, readonly string[]>> = {
  'cloud-redeploy': ['db-b'],
  'hybrid-backup': ['app-cloud', 'spare'],
  'hybrid-dr': ['app-cloud'],
};
/** What stands for a traditional scheme, once. */
const SCHEMES: Readonly<Record<string, number>> = {
  'traditional-app-replication': 500_000,
  'traditional-cdp': 1_000_000,
  'traditional-storage-replication': 2_000_000,
};
/** What their document says. */
const TEMPLATE: Readonly<Record<string, number>> = { 'cloud-ha': 20, 'cloud-ha-changes': 20, 'cloud-redeploy': 20 };

const LINKS: Readonly<Record<string, string>> = {
  'leased-line': 'leased line',
  'express-connect': 'express connect',
  vpn: 'VPN',
};
const SERVICES: Readonly<Record<string, string>> = {
  slb: 'balancer in a region',
  drds: 'DRDS',
  dts: 'DTS task',
  oss: 'objects',
  'oss-replication': 'objects copied',
  redis: 'Redis',
  'redis-sync': 'Redis channel',
  dbs: 'backup service',
  hbr: 'backup service',
  bcdr: 'appliance',
};

const times = (count: number, what: string): string[] => new Array<string>(count).fill(what);

/** What the list says that a component is made of. */
function partsOf(spec: Component, sites: ReadonlySet<string>): string[] {
  const own = 'places' in spec && sites.has(spec.places[0]!.split('/')[0]!);
  const server = own ? 'server on premises' : 'server in a region';
  if (spec.kind === 'ecs') return times(spec.standby === 'cold' && !spec.reserved ? 0 : spec.count, server);
  if (spec.kind === 'database') return times(spec.on === undefined ? (spec.edition === 'basic' ? 1 : 2) : 0, server);
  if (spec.kind === 'rds') {
    if (own) return times(spec.edition === 'basic' ? 1 : 2, server);
    return [spec.edition === 'basic' ? 'RDS basic' : 'RDS'];
  }
  const service = SERVICES[spec.kind];
  return service === undefined || (spec.kind === 'slb' && own) ? [] : [service];
}

/** What a scenario costs by the list. */
export function byTheList(name: string, { components, links, places, teams }: Scenario): Price {
  const sites = new Set(places.filter(({ kind }) => kind === 'idc').map(({ path }) => path));
  const scheme = SCHEMES[name] ?? 0;
  const parts = components
    .filter((spec) => !LATER[name]?.includes(spec.name) && !(scheme > 0 && spec.kind === 'dts'))
    .flatMap((spec) => partsOf(spec, sites));
  const lines = links.flatMap(({ kind }) => (LINKS[kind ?? ''] === undefined ? [] : [LINKS[kind ?? '']!]));
  const rented = places.some(({ kind }) => kind === 'region');
  const around = [
    ...times(sites.size, 'site'),
    ...(rented ? ['regions'] : []),
    ...(rented && teams.length > 0 ? ['team'] : []),
  ];
  const total = { month: 0, once: scheme + (TEMPLATE[name] ?? 0), staff: 0 };
  for (const what of [...parts, ...lines, ...around]) {
    const { month, once, staff } = LIST.get(what)!;
    total.month += month;
    total.once += once;
    total.staff += staff;
  }
  return total;
}
