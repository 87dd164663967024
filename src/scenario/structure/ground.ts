import type { LinkSpec, PlaceSpec } from '../../language/index.ts';
import { type Line, Network, type PlaceId, Places } from '../../model/index.ts';

const depth = (path: string): number => path.split('/').length;

/** Adds the places of a scenario, those around others before them. */
export const addPlaces = (places: Places, specs: readonly PlaceSpec[]): { readonly path: string; id: PlaceId }[] =>
  [...specs]
    .sort((a, b) => depth(a.path) - depth(b.path))
    .map(({ path, kind, parent }) => ({ path, id: places.add(path, kind, parent) }));

/** Where a link leads, by the places it joins. */
export const lineOf = ({ kind, between }: LinkSpec, places: Places): Line => ({
  a: places.id(between[0]),
  b: places.id(between[1]),
  egress: kind === 'egress',
});

/** Whether one place reaches another, by their paths. */
export type Reaches = (from: string, to: string) => boolean;

/** The places and links of a scenario, to be asked what reaches what while all works, or one link is cut. */
export class Ground {
  private readonly places = new Places();
  private readonly lines: readonly (Line & { readonly name: string })[];
  private readonly network: Network<Line>;

  constructor(places: readonly PlaceSpec[], links: readonly LinkSpec[]) {
    addPlaces(this.places, places);
    this.lines = links.map((link) => ({ name: link.name, ...lineOf(link, this.places) }));
    this.network = new Network(this.places, this.lines);
  }

  /** What reaches what while one link is cut, or none. */
  without(cut?: string): Reaches {
    const joined = this.network.over(this.lines.filter(({ name }) => name !== cut));
    return (from, to) => joined[this.places.id(from) * this.places.count + this.places.id(to)] === 1;
  }
}
