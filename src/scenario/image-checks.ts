import type { EcsSpec } from '../components/index.ts';
import type { Notebook, PathPart } from '../language/index.ts';
import type { StepSpec } from '../plans/index.ts';
import type { Draft } from './draft.ts';

const regionOf = (path: string): string => path.split('/')[0]!;

/** Where the images lie that a name stands for: the place of a library, or the place itself; undefined where nobody knows. */
function placeOf(image: string, { components, names }: Draft): string | undefined {
  const library = components.get(image)?.spec;
  if (library?.kind === 'images') return library.place;
  return names.components.has(image) ? undefined : image;
}

/** The first of these places that lies in another region than the images. */
const beyond = (places: readonly string[], image: string): string | undefined =>
  places.find((place) => regionOf(place) !== regionOf(image));

/** Custom images do not leave their region: what is made of them stands in it, and what they are made of. */
export function checkImages(draft: Draft): void {
  for (const { spec } of draft.components.values()) {
    const at = draft.notes.at('components', spec.name);
    if (spec.kind === 'ecs' && spec.scaling !== undefined) checkImageOf(spec, ['image'], draft, at);
    if (spec.kind !== 'images' || spec.of === undefined) continue;
    const first = beyond(placesOf(spec.of, draft), spec.place);
    if (first === undefined) continue;
    at.error('image-elsewhere', `a custom image of a machine in ${first} does not lie in ${spec.place}`, {
      path: ['in'],
      expected: `a place in ${regionOf(first)}`,
    });
  }
}

/** A pool whose machines are made of an image has them in its region. */
export function checkImageOf(pool: EcsSpec, path: readonly PathPart[], draft: Draft, notes: Notebook): void {
  if (pool.image === undefined) return;
  const place = placeOf(pool.image, draft);
  const first = place === undefined ? undefined : beyond(pool.places, place);
  if (first === undefined) return;
  notes.error('image-elsewhere', `a custom image of ${place} makes no machines in ${first}`, {
    path,
    expected:
      path[0] === 'image'
        ? `an image made in ${regionOf(first)}`
        : 'a pool in the region of its image, or without a custom image',
  });
}

/** What an image holds is restored in its region only. */
export function checkRestoredImage(step: StepSpec, draft: Draft, notes: Notebook): void {
  const library = step.from === undefined ? undefined : draft.components.get(step.from)?.spec;
  if (step.verb !== 'restore' || library?.kind !== 'images') return;
  for (const [index, target] of step.targets.entries()) {
    const first = beyond(placesOf(target, draft), library.place);
    if (first === undefined) continue;
    notes.error('image-elsewhere', `a custom image of ${library.place} restores nothing in ${first}`, {
      path: ['restore', index],
      expected: `a database in ${regionOf(library.place)}`,
    });
  }
}

function placesOf(component: string, { components }: Draft): readonly string[] {
  const spec = components.get(component)?.spec;
  return spec !== undefined && 'places' in spec ? spec.places : [];
}
