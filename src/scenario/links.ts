import * as z from 'zod';
import {
  bandwidth,
  choice,
  crewsOf,
  duration,
  faultsInput,
  INTERNET,
  LINK_KINDS,
  type LinkKind,
  type LinkSpec,
  meaning,
  type Notebook,
  type PlaceSpec,
  placePath,
  priceInput,
  type Reference,
  refuseCorruption,
  resolveFaults,
  resolvePrice,
} from '../language/index.ts';
import { LINK_BANDWIDTH, LINK_FAULTS, latencyBetween, PLAIN_LINK_FAULTS } from './link-defaults.ts';

const shape = {
  kind: choice(LINK_KINDS).optional(),
  between: z.tuple([placePath, placePath], { error: 'two places such as [cn-beijing/a, cn-beijing/b]' }),
  latency: duration.optional(),
  bandwidth: bandwidth.optional(),
  faults: faultsInput.optional(),
  price: priceInput.optional(),
};
export const linkInput = z.strictObject(
  meaning(shape, {
    kind: 'what the line is; it gives bandwidth and faults. An `egress` is the way out of one place to its users',
    between: 'the two places it joins',
    latency: 'there and back',
    bandwidth: 'what it carries at the most; data of several streams share it evenly',
    faults: 'what cuts it: faults by name, `none` for none at all',
    price: 'what it costs',
  }),
);
type LinkInput = z.output<typeof linkInput>;

/** Where links lead, and whether the default catalogue of faults applies. */
export interface LinkSurroundings {
  readonly places: readonly PlaceSpec[];
  readonly catalogueOn: boolean;
}

export function resolveLink(
  linkName: string,
  given: LinkInput,
  { places, catalogueOn }: LinkSurroundings,
  notes: Notebook,
): LinkSpec {
  const { kind, between } = given;
  checkEnds(kind, between, notes.at('between'));
  const usual = kind === undefined ? PLAIN_LINK_FAULTS : LINK_FAULTS[kind];
  const faults = resolveFaults(given.faults, usual, catalogueOn, notes.at('faults'));
  refuseCorruption(faults, notes.at('faults'));
  return {
    name: linkName,
    kind,
    between,
    latency: notes.filling(latencyBetween(between, places))('latency', given.latency, duration),
    bandwidth: bandwidthOf(kind, given.bandwidth, notes),
    faults,
    price: given.price && resolvePrice(given.price),
  };
}

function bandwidthOf(kind: LinkKind | undefined, given: number | undefined, notes: Notebook): number | undefined {
  const defaults = kind === undefined ? {} : LINK_BANDWIDTH[kind];
  return given ?? (defaults.bandwidth && notes.filling(defaults)('bandwidth', undefined, bandwidth));
}

function checkEnds(kind: LinkKind | undefined, [one, other]: readonly [string, string], notes: Notebook): void {
  if (one === other) notes.error('same-place', 'a link joins two places', { expected: 'two different places' });
  if (kind !== 'egress' || one === INTERNET || other === INTERNET) return;
  notes.error('egress-to-nowhere', 'an egress is the way of a place to its users', {
    expected: '`internet` and a place',
  });
}

export const linkReferences = (spec: LinkSpec): Reference[] => [
  ...spec.between.map((place, index) => ({ path: ['between', index], name: place, to: 'watcher' as const })),
  ...crewsOf(spec.faults),
];
