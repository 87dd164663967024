import * as z from 'zod';
import { toSeconds } from '../../base/index.ts';
import {
  choice,
  type Defaults,
  meaning,
  type Notebook,
  positiveDuration,
  rate,
  wholeNumber,
} from '../../language/index.ts';

interface Size {
  /** Concurrent ones. */
  readonly connections: number;
  /** A second. */
  readonly newConnections: number;
  /** A second, on layer 7. */
  readonly requests: number;
}

const FROM_MEMORY = "assumption: from memory of the vendor's table of CLB sizes";

/** Sizes of guaranteed performance of CLB, as it sold them until it charged by use. */
const SIZES: Readonly<Record<SizeName, Size>> = {
  'slb.s1.small': { connections: 5_000, newConnections: 3_000, requests: 1_000 },
  'slb.s2.small': { connections: 50_000, newConnections: 5_000, requests: 5_000 },
  'slb.s2.medium': { connections: 100_000, newConnections: 10_000, requests: 10_000 },
  'slb.s3.small': { connections: 200_000, newConnections: 20_000, requests: 20_000 },
  'slb.s3.medium': { connections: 500_000, newConnections: 50_000, requests: 30_000 },
  'slb.s3.large': { connections: 1_000_000, newConnections: 100_000, requests: 50_000 },
};
const SIZE_NAMES = [
  'slb.s1.small',
  'slb.s2.small',
  'slb.s2.medium',
  'slb.s3.small',
  'slb.s3.medium',
  'slb.s3.large',
] as const;
type SizeName = (typeof SIZE_NAMES)[number];

const DEFAULTS: Defaults = {
  size: { value: 'slb.s2.small', source: 'assumption: the default of ACK clusters, an API of the same vendor' },
  'connection-lasts': { value: '1s', source: 'assumption: a short connection carries one request within a second' },
};

const count = wholeNumber(1, 1e9);

const shape = {
  size: choice(SIZE_NAMES).optional(),
  connections: count.optional(),
  'new-connections': rate.optional(),
  requests: rate.optional(),
  'connection-lasts': positiveDuration.optional(),
};
export const limitsInput = z.strictObject(
  meaning(shape, {
    size: 'the size bought; it gives the figures that are not stated',
    connections: 'connections open at a time',
    'new-connections': 'connections opened a second',
    requests: 'requests a second, on layer 7',
    'connection-lasts': 'how long a short connection stays open',
  }),
);
type LimitsInput = z.output<typeof limitsInput>;

function sizeOf(given: LimitsInput, notes: Notebook): Size {
  const all = [given.connections, given['new-connections'], given.requests].every((figure) => figure !== undefined);
  const fill = notes.filling(DEFAULTS);
  const size = SIZES[all ? (given.size ?? 'slb.s2.small') : fill('size', given.size, choice(SIZE_NAMES))];
  const figure = (key: 'connections' | 'new-connections' | 'requests', known: number): number => {
    const written = given[key];
    if (written === undefined) notes.at(key).assume(String(known), FROM_MEMORY);
    return written ?? known;
  };
  return {
    connections: figure('connections', size.connections),
    newConnections: figure('new-connections', size.newConnections),
    requests: figure('requests', size.requests),
  };
}

/**
 * Requests a second that an instance takes in: the tightest of its limits. Requests over long connections open none; on
 * layer 4 nobody counts requests.
 */
export function limitOf(given: LimitsInput, layer: 4 | 7, longConnections: number, notes: Notebook): number {
  const { connections, newConnections, requests } = sizeOf(given, notes);
  const lasts = notes.filling(DEFAULTS)('connection-lasts', given['connection-lasts'], positiveDuration);
  const opening = longConnections < 1 ? newConnections / (1 - longConnections) : Number.POSITIVE_INFINITY;
  return Math.min(opening, connections / toSeconds(lasts), layer === 7 ? requests : Number.POSITIVE_INFINITY);
}
