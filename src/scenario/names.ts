import type { Draft } from './draft.ts';

/** Things that faults can take share one space of names, or `lose: x` would mean two things. */
export function checkDistinctNames({ names, notes }: Draft): void {
  const seen = new Map<string, string>([...names.components.keys()].map((name) => [name, 'component']));
  const others: readonly (readonly [string, string, ReadonlySet<string>])[] = [
    ['place', 'places', names.places],
    ['link', 'links', names.links],
    ['domain', 'domains', names.domains],
    ['area', 'areas', names.areas],
  ];
  for (const [sort, section, set] of others) {
    for (const name of set) {
      const other = seen.get(name);
      if (other === undefined) seen.set(name, sort);
      else {
        notes.at(section, ...name.split('/')).error('name-taken', `\`${name}\` is the name of a ${other} too`, {
          expected: 'a name of its own',
          atKey: true,
        });
      }
    }
  }
}
