import type { World } from '../model/index.ts';

/** Which of its kind a part of a component is: `files/chunk-3` is the third of the `total` parts `files/chunk`. */
export interface PartOf {
  readonly of: string;
  readonly number: number;
  readonly total: number;
}

export type Parts = ReadonlyMap<string, PartOf>;

/** Every numbered part of every component, by name. A place may end in a number too and is none. */
export function partsOf({ units, truth }: Pick<World, 'units' | 'truth'>): Parts {
  const found = [...units].flatMap(([component, things]) =>
    things.flatMap((thing) => {
      const name = truth.name(thing);
      const [, of, number] = (name.startsWith(`${component}/`) && NUMBERED.exec(name)) || [];
      return of === undefined ? [] : [{ name, of, number: Number(number) }];
    }),
  );
  const totals = new Map<string, number>();
  for (const { of } of found) totals.set(of, (totals.get(of) ?? 0) + 1);
  return new Map(found.map(({ name, of, number }) => [name, { of, number, total: totals.get(of)! }]));
}

const NUMBERED = /^(.*?)[/-](\d+)$/;
