import * as z from 'zod';

import { LINK_FAULTS } from '../faults/index.ts';
import {
  bandwidth,
  crewsOf,
  type Defaults,
  duration,
  faultsInput,
  type LinkSpec,
  meaning,
  type Notebook,
  placePath,
  type Reference,
  resolveFaults,
} from '../language/index.ts';

const shape = {
  between: z.tuple([placePath, placePath]),
  latency: duration.optional(),
  bandwidth: bandwidth.optional(),
  faults: faultsInput.optional(),
};
export const linkInput = z.strictObject(
  meaning(shape, {
    between: 'the two places it joins',
    latency: 'there and back',
    bandwidth: 'what it carries at the most',
    faults: 'what cuts it: faults by name, `none` for none at all',
  }),
);

const WITHIN_A_REGION: Defaults = { latency: { value: '1ms', source: 'assumption: two zones of one region' } };
const FAR: Defaults = {
  latency: { value: '30ms', source: 'assumption: about 2,000 km of fibre and its equipment, both ways' },
};

const regionOf = (path: string): string => path.split('/')[0]!;

export function resolveLink(
  linkName: string,
  given: z.output<typeof linkInput>,
  catalogueOn: boolean,
  notes: Notebook,
): LinkSpec {
  const [one, other] = given.between;
  if (one === other)
    notes.at('between').error('same-place', 'a link joins two places', { expected: 'two different places' });
  const defaults = regionOf(one) === regionOf(other) ? WITHIN_A_REGION : FAR;
  return {
    name: linkName,
    between: given.between,
    latency: notes.filling(defaults)('latency', given.latency, duration),
    bandwidth: given.bandwidth,
    faults: resolveFaults(given.faults, LINK_FAULTS, catalogueOn, notes.at('faults')),
  };
}

export const linkReferences = (spec: LinkSpec): Reference[] => [
  ...spec.between.map((place, index) => ({ path: ['between', index], name: place, to: 'watcher' as const })),
  ...crewsOf(spec.faults),
];
