import type { Draft } from '../draft.ts';

/** Redundancy that is not there: places that are named twice. */
export function warnOfRedundancy(draft: Draft): void {
  for (const { name, ...spec } of draft.scenario.components)
    if ('places' in spec) warnOfPlaces(name, spec.places, draft);
}

function warnOfPlaces(name: string, places: readonly string[], { notes }: Draft): void {
  const twice = places.findIndex((place, i) => places.indexOf(place) < i);
  if (twice < 0) return;
  const message = `\`${name}\` names ${places[twice]} twice: what stands there is lost together`;
  notes.at('components', name).warn('place-twice', message, {
    path: ['in', twice],
    expected: 'different places, or each once',
    zh: { message: `\`${name}\` 两次写了 ${places[twice]}：那里的会一起丢失`, expected: '不同的位置，或各写一次' },
  });
}
