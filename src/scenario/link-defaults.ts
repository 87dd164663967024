import { distance } from '../faults/index.ts';
import type { Default, Defaults, FaultCatalogue, LinkKind, PlaceSpec } from '../language/index.ts';

const PACKETS: Default = { value: 'silent', source: 'assumption: packets vanish' };

const cut = (mtbf: Default, repair: Default): FaultCatalogue => ({ cut: { mtbf, repair, effect: PACKETS } });
const assumed = (value: string, why: string): Default => ({ value, source: `assumption: ${why}` });

/** How links fail that say nothing of what they are. */
export const PLAIN_LINK_FAULTS = cut(
  assumed('2y', 'links between sites fail 0.1 to 1 times a year'),
  assumed('{lognormal: {median: 10m, sigma: 1}}', 'minutes, with a tail of hours'),
);

const EDGE = 'the median edge of a backbone (Meza et al., IMC 2018)';

/** How a link fails, by what it is. */
export const LINK_FAULTS: Readonly<Record<LinkKind, FaultCatalogue>> = {
  backbone: PLAIN_LINK_FAULTS,
  'express-connect': cut(
    assumed('1y', 'with the repair near the 99.95 % of its SLA, a refund threshold and no measurement (sla.directory)'),
    assumed('{lognormal: {median: 2h, sigma: 1}}', 'a carrier switches over or splices within hours'),
  ),
  'leased-line': cut(
    assumed('1710h', `as ${EDGE}`),
    assumed('{exponential: 10h}', `a carrier's repair, as at ${EDGE}`),
  ),
  vpn: cut(
    assumed('30d', 'a tunnel drops with the public network under it'),
    assumed('{lognormal: {median: 5m, sigma: 1}}', 'it is negotiated anew within minutes'),
  ),
  internet: cut(
    assumed('60d', 'a carrier of the public network has trouble a few times a year'),
    assumed('{lognormal: {median: 10m, sigma: 1}}', 'routes move within minutes, with a tail of hours'),
  ),
  egress: cut(
    assumed('5y', 'a zone leaves by more than one fibre; no public rate is known'),
    assumed('{lognormal: {median: 2h, sigma: 1}}', 'a fibre is spliced within hours'),
  ),
};

/** What a line carries unless it is stated; nothing here: it is never the bottleneck. */
export const LINK_BANDWIDTH: Readonly<Record<LinkKind, Defaults>> = {
  backbone: {},
  egress: {},
  'express-connect': { bandwidth: assumed('1Gbps', 'state what you pay for') },
  'leased-line': { bandwidth: assumed('100Mbps', 'state what you pay for') },
  vpn: { bandwidth: assumed('100Mbps', 'state the size of the gateway') },
  internet: { bandwidth: assumed('100Mbps', 'state what you pay for') },
};

const WITHIN_A_REGION = assumed('1ms', 'two zones of one region');
const FAR = assumed('30ms', 'about 2,000 km of fibre and its equipment, both ways');
const BY_DISTANCE = 'by the distance: light in fibre takes 1 ms a 100 km both ways, on a way half as long again';
const DETOUR = 1.5;
const KM_A_MILLISECOND = 100;

const regionOf = (path: string): string => path.split('/')[0]!;

/** There and back, from where the two ends are on the map if that is known. */
export function latencyBetween([one, other]: readonly [string, string], places: readonly PlaceSpec[]): Defaults {
  const [from, to] = [whereIs(one, places), whereIs(other, places)];
  if (from !== undefined && to !== undefined) return { latency: byDistance(distance(from, to)) };
  return { latency: regionOf(one) === regionOf(other) ? WITHIN_A_REGION : FAR };
}

function byDistance(km: number): Default {
  const milliseconds = Math.max(0.1, (km * DETOUR) / KM_A_MILLISECOND);
  return assumed(`${milliseconds.toFixed(1)}ms`, BY_DISTANCE);
}

/** The coordinates of a place, or of the smallest place around it that has some. */
function whereIs(path: string, places: readonly PlaceSpec[]): readonly [number, number] | undefined {
  const place = places.find((candidate) => candidate.path === path);
  if (place === undefined || place.coordinates !== undefined) return place?.coordinates;
  return place.parent === undefined ? undefined : whereIs(place.parent, places);
}
