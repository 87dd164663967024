import * as z from 'zod';
import {
  defineKind,
  type FaultSpec,
  faultsInput,
  law,
  meaning,
  type Notebook,
  oneOrMore,
  placePath,
  placeReferences,
  probability,
} from '../../language/index.ts';
import type { Law } from '../../random/index.ts';
import { CONTROL_DEFAULTS, CONTROL_FAULTS } from './defaults.ts';

/** The control plane of a cloud's machines: starts, stops and creates them. */
export interface EcsControlSpec {
  readonly kind: 'ecs-control';
  readonly name: string;
  /** Where its equal masters stand, one each. */
  readonly places: readonly string[];
  /** Chance that the loss of one of these places takes the middleware with it. */
  readonly lostWithZone: number;
  /** From then until the names of the middleware lead to another place, unless a plan is faster or the place is back. */
  readonly rebind: Law;
  /** Chance that, while one of the places is lost, the others have no machines left to give. */
  readonly capacityExhausted: number;
  readonly faults: readonly FaultSpec[];
}

const shape = {
  kind: z.literal('ecs-control'),
  in: oneOrMore(placePath),
  'lost-with-zone': probability.optional(),
  rebind: law.optional(),
  'capacity-exhausted': probability.optional(),
  faults: faultsInput.optional(),
};
const input = z.strictObject(
  meaning(shape, {
    kind: 'the kind of component',
    in: 'the places of its equal masters, one each',
    'lost-with-zone': 'chance that the loss of one of these places takes its middleware',
    rebind: 'from then until its names lead to another place',
    'capacity-exhausted': 'chance that the other places have no machines left meanwhile',
    faults: 'what breaks a master: faults by name, `none` for none at all',
  }),
);
type Input = z.output<typeof input>;

function resolve(controlName: string, given: Input, faults: readonly FaultSpec[], notes: Notebook): EcsControlSpec {
  const fill = notes.filling(CONTROL_DEFAULTS);
  return {
    kind: 'ecs-control',
    name: controlName,
    places: given.in,
    lostWithZone: fill('lost-with-zone', given['lost-with-zone'], probability),
    rebind: fill('rebind', given.rebind, law),
    capacityExhausted: fill('capacity-exhausted', given['capacity-exhausted'], probability),
    faults,
  };
}

export const ecsControlKind = defineKind<Input, EcsControlSpec>({
  kind: 'ecs-control',
  traits: ['control'],
  input,
  catalogue: CONTROL_FAULTS,
  resolve,
  instances: (spec) => spec.places.length,
  references: (spec) => placeReferences(spec.places),
  sla: () => ({ sla: null, source: 'not on the path of requests' }),
});
