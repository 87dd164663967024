import type * as z from 'zod';
import type { Law } from '../random/index.ts';
import { type FaultCatalogue, type FaultSpec, type FaultsInput, resolveFaults } from './faults.ts';
import { Notebook } from './notebook.ts';
import type { PathPart } from './problem.ts';
import type { Reference, Trait } from './reference.ts';
import { crewsOf } from './repairers.ts';
import { salvage } from './salvage.ts';

/** A component that requests are handed on to. */
export interface Hop {
  readonly to: string;
  readonly path: readonly PathPart[];
}

/** The stores that a replication joins. */
export interface Carries {
  readonly from: string;
  readonly to: string;
  /** Notes what it cannot do between stores that run these engines. */
  readonly check?: (from: string, to: string, notes: Notebook) => void;
}

/** A component as the rest of the language sees it. */
export interface KnownComponent<Spec> {
  readonly spec: Spec;
  readonly traits: readonly Trait[];
  readonly references: readonly Reference[];
  /** Where requests go from here. */
  readonly hops: readonly Hop[];
  /** Roles that stores play for a pool. */
  readonly roles: readonly { readonly role: string; readonly store: string }[];
  /** The stores that a replication joins. */
  readonly carries: Carries | undefined;
  /** What a database runs. */
  readonly engine: string | undefined;
  /** How long a copy of a lost store takes. */
  readonly rebuild: Law | undefined;
  /** Single machines that may break one by one: `app-a/1`. */
  readonly instances: number;
  /** Servers that are paid for. */
  readonly servers: number;
  /** Parts of other sorts that may break by themselves, as they are called after the component: `proxy-1` of `cache/proxy-1`. */
  readonly parts: readonly string[];
}

/** A vendor's availability figure as a share of time, with where it is stated; null where none is known. */
export interface VendorSla {
  readonly sla: number | null;
  readonly source: string;
}

interface Named {
  readonly kind: string;
  readonly name: string;
  readonly faults: readonly FaultSpec[];
}

/** What a kind of component says about itself; one such record is all that the language needs. */
export interface KindWords<Input extends { readonly faults?: FaultsInput | undefined }, Spec extends Named> {
  readonly kind: Spec['kind'];
  /** What people call it elsewhere, small letters: a kind that is written so is answered with this one. */
  readonly alsoCalled?: readonly string[];
  readonly traits: readonly Trait[];
  readonly input: z.ZodType<Input>;
  /** Faults it has unless the scenario says otherwise. */
  readonly catalogue: FaultCatalogue;
  /** More faults that it has because of what is written. */
  readonly catalogueOf?: (given: Input) => FaultCatalogue;
  /** Faults that occur only where they are written, with what is known of them: attacks, people's mistakes. */
  readonly onRequest?: FaultCatalogue;
  readonly resolve: (name: string, given: Input, faults: readonly FaultSpec[], notes: Notebook) => Spec;
  readonly references: (spec: Spec) => readonly Reference[];
  readonly hops?: (spec: Spec) => readonly Hop[];
  readonly roles?: (spec: Spec) => readonly { readonly role: string; readonly store: string }[];
  readonly carries?: (spec: Spec) => Carries;
  readonly engine?: (spec: Spec) => string;
  readonly rebuild?: (spec: Spec) => Law;
  readonly instances?: (spec: Spec) => number;
  /** Servers that are paid for by the month; by default its instances. */
  readonly servers?: (spec: Spec) => number;
  readonly parts?: (spec: Spec) => readonly string[];
  /** What the vendor promises: a refund threshold, never an input of the simulation. */
  readonly sla?: (spec: Spec) => VendorSla;
}

/** A kind with its own types folded away. */
export interface Kind<Spec> {
  readonly kind: string;
  readonly alsoCalled: readonly string[];
  readonly traits: readonly Trait[];
  readonly input: z.ZodType;
  /** The names in a component that cannot be read as a whole, as far as they can be told. */
  readonly references: (name: string, raw: unknown) => readonly Reference[];
  /** Reads one component, or notes what is wrong with it and returns undefined. */
  readonly read: (
    name: string,
    raw: unknown,
    catalogueOn: boolean,
    notes: Notebook,
  ) => KnownComponent<Spec> | undefined;
  /** A component of this kind as the rest of the language sees it; undefined for any other. */
  readonly about: (spec: { readonly kind: string }) => KnownComponent<Spec> | undefined;
  /** The vendor's figure for a component of this kind; undefined for any other, and where the kind states none. */
  readonly sla: (spec: { readonly kind: string }) => VendorSla | undefined;
}

export function defineKind<Input extends { readonly faults?: FaultsInput | undefined }, Spec extends Named>(
  words: KindWords<Input, Spec>,
): Kind<Spec> {
  const isOurs = (spec: { readonly kind: string }): spec is Spec => spec.kind === words.kind;
  return {
    kind: words.kind,
    alsoCalled: words.alsoCalled ?? [],
    traits: words.traits,
    input: words.input,
    about: (spec) => (isOurs(spec) ? known(words, spec) : undefined),
    sla: (spec) => (isOurs(spec) ? words.sla?.(spec) : undefined),
    references: (name, raw) => {
      const given = salvage(words.input, raw);
      if (given === undefined) return [];
      const unheard = new Notebook();
      const faults = resolveFaults(given.faults, catalogueOf(words, given), false, unheard, words.onRequest);
      return known(words, words.resolve(name, given, faults, unheard)).references;
    },
    read: (name, raw, catalogueOn, notes) => {
      const given = notes.read(words.input, raw);
      if (given === undefined) return undefined;
      const faults = resolveFaults(
        given.faults,
        catalogueOf(words, given),
        catalogueOn,
        notes.at('faults'),
        words.onRequest,
      );
      if (!words.traits.includes('store')) refuseCorruption(faults, notes.at('faults'));
      return known(words, words.resolve(name, given, faults, notes));
    },
  };
}

/** What keeps no data has none that could be damaged. */
export function refuseCorruption(faults: readonly FaultSpec[], notes: Notebook): void {
  for (const { name, effect } of faults) {
    if (effect !== 'corruption') continue;
    notes.at(name).error('no-data', 'this has no data that could be damaged', {
      path: ['effect'],
      expected: 'exit, silent, hang, slow or gray here; corruption at a store',
    });
  }
}

const catalogueOf = <Input extends { readonly faults?: FaultsInput | undefined }, Spec extends Named>(
  words: KindWords<Input, Spec>,
  given: Input,
): FaultCatalogue => ({ ...words.catalogue, ...words.catalogueOf?.(given) });

const known = <Input extends { readonly faults?: FaultsInput | undefined }, Spec extends Named>(
  words: KindWords<Input, Spec>,
  spec: Spec,
): KnownComponent<Spec> => ({
  spec,
  traits: words.traits,
  references: [...words.references(spec), ...crewsOf(spec.faults)],
  hops: words.hops?.(spec) ?? [],
  roles: words.roles?.(spec) ?? [],
  carries: words.carries?.(spec),
  engine: words.engine?.(spec),
  rebuild: words.rebuild?.(spec),
  instances: words.instances?.(spec) ?? 1,
  servers: (words.servers ?? words.instances)?.(spec) ?? 1,
  parts: words.parts?.(spec) ?? [],
});

/** The places under `in`, which may be one or a list. */
export const placeReferences = (places: readonly string[]): Reference[] =>
  places.map((place, index) => ({ path: ['in', index], name: place, to: 'place' }));
