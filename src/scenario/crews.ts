import { byCodeUnit } from '../base/index.ts';
import type { CrewSpec } from '../faults/index.ts';
import type { FaultSpec, Notebook, PlaceSpec } from '../language/index.ts';

interface Breakable {
  readonly name: string;
  readonly faults: readonly FaultSpec[];
}

/** What may break, by the section that it stands in. */
export interface Breakables {
  readonly components: readonly Breakable[];
  readonly places: readonly PlaceSpec[];
  readonly links: readonly Breakable[];
  readonly domains: readonly Breakable[];
  readonly areas: readonly Breakable[];
}

/** All crews: those of the section, and those that faults declare themselves. Two of one name are the same people. */
export function allCrews(stated: readonly CrewSpec[], things: Breakables, notes: Notebook): readonly CrewSpec[] {
  const sizes = new Map(stated.map(({ name, size }) => [name, size]));
  for (const [path, { crew, crewSize }] of declared(things)) {
    if (crew === undefined || crewSize === undefined) continue;
    const known = sizes.get(crew) ?? crewSize;
    sizes.set(crew, known);
    if (known !== crewSize) {
      notes.at(...path).error('two-sizes', `crew \`${crew}\` does ${known} repairs at a time elsewhere`, {
        expected: `size: ${known}, or another name`,
      });
    }
  }
  return [...sizes].map(([name, size]) => ({ name, size })).sort((a, b) => byCodeUnit(a.name, b.name));
}

/** Every fault, with the path of the thing that has it. */
function declared({
  places,
  components,
  links,
  domains,
  areas,
}: Breakables): (readonly [path: readonly string[], fault: FaultSpec])[] {
  const named = Object.entries({ components, links, domains, areas }).flatMap(([section, things]) =>
    things.flatMap(({ name, faults }: Breakable) => faults.map((fault) => [[section, name], fault] as const)),
  );
  const standing = places.flatMap(({ path, faults, services }) =>
    [faults, ...services.map((service) => service.faults)]
      .flat()
      .map((fault) => [['places', ...path.split('/')], fault] as const),
  );
  return [...named, ...standing];
}
