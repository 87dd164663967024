import * as z from 'zod';
import { NO_REGION_FAULTS, PLACE_FAULTS } from '../faults/index.ts';
import {
  choice,
  coordinates,
  crewsOf,
  type Form,
  faultsInput,
  guardKeys,
  INTERNET,
  meaning,
  type Notebook,
  name,
  namedEntries,
  near,
  PLACE_KINDS,
  type PlaceKind,
  type PlaceSpec,
  priceInput,
  type Reference,
  repairedAllBy,
  repairedBy,
  resolveFaults,
  resolvePrice,
  type ServiceSpec,
  wholeCrew,
} from '../language/index.ts';
import { isRawMap } from './raw.ts';

const serviceInput = z.strictObject(meaning({ faults: faultsInput }, { faults: 'what breaks it in this place' }));

const own = {
  kind: choice(PLACE_KINDS).optional(),
  coordinates: coordinates.optional(),
  faults: faultsInput.optional(),
  'repaired-by': repairedBy.optional(),
  price: priceInput.optional(),
};
const shape = meaning(own, {
  kind: 'region, zone, rack or a site of your own (idc); its depth says which unless stated',
  coordinates: 'where it lies; areas take the places within them',
  faults: 'what takes the whole place: faults by name, `none` for none at all',
  'repaired-by': 'the crew that repairs the whole place, unless a fault says otherwise',
  price: 'what it costs, beside what stands in it',
});
const services = z.record(z.string(), serviceInput).optional();
const ownKeys = [...Object.keys(shape), 'services'];
const placeInput = z.strictObject(shape);

/** For the JSON Schema; a place is read level by level, because any key that is not its own names a place inside it. */
export const placeForm: Form<unknown> = z
  .union([
    z.null(),
    z
      .object({
        ...shape,
        ...meaning({ services }, { services: 'a kind of component that fails as a whole in this place' }),
      })
      .catchall(z.lazy((): Form<unknown> => placeForm)),
  ])
  .meta({ id: 'place', description: 'A place; any other key names a place inside it' });

/** Depth gives the kind unless it is stated: a region holds zones, a zone holds racks. */
const BY_DEPTH: readonly PlaceKind[] = ['region', 'zone', 'rack'];

export class PlaceReader {
  readonly places: PlaceSpec[] = [];
  /** The crews that places name, each with the notebook of its place. */
  readonly pending: { readonly crews: readonly Reference[]; readonly notes: Notebook }[] = [];
  readonly #kinds: readonly string[];
  readonly #catalogueOn: boolean;

  /** @param kinds the kinds of component that a service may be of */
  constructor(kinds: readonly string[], catalogueOn: boolean) {
    this.#kinds = kinds;
    this.#catalogueOn = catalogueOn;
  }

  /** Reads the places under one key, the deeper ones after those around them. */
  read(raw: unknown, parent: PlaceSpec | undefined, depth: number, notes: Notebook): void {
    if (!isRawMap(raw)) {
      notes.error('bad-value', 'places are written as a map', {
        expected: 'a map such as {cn-beijing: {a: {}, b: {}}}',
      });
      return;
    }
    for (const [key, value] of Object.entries(raw)) {
      if (parent !== undefined && ownKeys.includes(key)) continue;
      this.#readOne(key, value, parent, depth, notes.at(key));
    }
  }

  #readOne(key: string, raw: unknown, parent: PlaceSpec | undefined, depth: number, notes: Notebook): void {
    if (!isGoodName(key, notes)) return;
    if (!couldBePlace(key, raw, depth, notes)) return;
    const place = this.#resolve(key, isRawMap(raw) ? raw : {}, parent, depth, notes);
    if (place === undefined) return;
    this.places.push(place);
    if (raw !== null) this.read(raw, place, depth + 1, notes);
  }

  #resolve(
    key: string,
    raw: Readonly<Record<string, unknown>>,
    parent: PlaceSpec | undefined,
    depth: number,
    notes: Notebook,
  ): PlaceSpec | undefined {
    const own = Object.fromEntries(
      Object.keys(shape)
        .filter((word) => Object.hasOwn(raw, word))
        .map((word) => [word, raw[word]]),
    );
    const given = notes.read(placeInput, own);
    const kind = given?.kind ?? BY_DEPTH[depth]!;
    if (parent !== undefined && rank(kind) <= rank(parent.kind)) {
      notes.at('kind').error('place-in-place', `a ${kind} cannot stand inside a ${parent.kind}`, {
        expected: 'a smaller place inside a larger one',
      });
    }
    const faults = resolveFaults(given?.faults, PLACE_FAULTS[kind], this.#catalogueOn, notes.at('faults'));
    const crew = given?.['repaired-by'];
    this.pending.push({ crews: [...crewsOf(faults), ...wholeCrew(crew)], notes });
    if (kind === 'region' && given?.faults === undefined) notes.at('faults').assume('none', NO_REGION_FAULTS);
    return {
      path: parent === undefined ? key : `${parent.path}/${key}`,
      kind,
      parent: parent?.path,
      coordinates: given?.coordinates,
      faults: repairedAllBy(faults, crew),
      services: this.#services(raw.services, notes.at('services')),
      price: given?.price && resolvePrice(given.price),
    };
  }

  #services(raw: unknown, notes: Notebook): readonly ServiceSpec[] {
    if (raw === undefined) return [];
    const given = notes.read(z.preprocess(guardKeys, z.partialRecord(choice(this.#kinds), serviceInput)), raw);
    return namedEntries(given ?? {}).flatMap(([kind, service]) =>
      service === undefined ? [] : { kind, faults: resolveFaults(service.faults, {}, true, notes.at(kind, 'faults')) },
    );
  }
}

function couldBePlace(key: string, raw: unknown, depth: number, notes: Notebook): boolean {
  if (depth >= BY_DEPTH.length) {
    notes.error('too-deep', 'a rack holds no places', { expected: 'region, zone and rack at most', atKey: true });
    return false;
  }
  if (raw === null || isRawMap(raw)) return true;
  notes.error('bad-value', `\`${key}\` is neither a key of a place nor a place`, {
    expected: `one of ${ownKeys.join(', ')}, or a map for a place inside this one`,
    ...near(key, ownKeys),
    atKey: true,
  });
  return false;
}

const rank = (kind: PlaceKind): number => (kind === 'idc' ? 0 : BY_DEPTH.indexOf(kind));

function isGoodName(key: string, notes: Notebook): boolean {
  if (key === INTERNET) {
    notes.error('reserved-name', '`internet` is outside all places', { expected: 'another name', atKey: true });
    return false;
  }
  const good = name.safeParse(key).success;
  if (!good)
    notes.error('bad-name', 'this cannot be the name of a place', {
      expected: 'a name without `/` and without spaces at its ends',
      atKey: true,
    });
  return good;
}
