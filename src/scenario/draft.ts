import type { ComponentSpec } from '../components/index.ts';
import type { KnownComponent, Notebook, Trait } from '../language/index.ts';
import type { Designed } from './scenario.ts';
import type { Pending } from './sections.ts';
import type { Upkeep } from './upkeep.ts';

export type Component = KnownComponent<ComponentSpec> & Upkeep;

/** Every name that a scenario uses, also of things that could not be read, so that one mistake is reported once. */
export interface Names {
  /** With their kind as written, and what that kind can be. */
  readonly components: ReadonlyMap<string, { readonly kind: string; readonly traits: readonly Trait[] | undefined }>;
  readonly places: ReadonlySet<string>;
  readonly links: ReadonlySet<string>;
  readonly domains: ReadonlySet<string>;
  readonly areas: ReadonlySet<string>;
  readonly crews: ReadonlySet<string>;
  readonly teams: ReadonlySet<string>;
  readonly alarms: ReadonlySet<string>;
  readonly plans: ReadonlySet<string>;
}

/** A scenario as far as it could be read. */
export interface Draft {
  readonly scenario: Omit<Designed, 'assumptions'>;
  /** The components that could be read, by name. */
  readonly components: ReadonlyMap<string, Component>;
  readonly names: Names;
  /** Names to be checked against them. */
  readonly pending: readonly Pending[];
  readonly notes: Notebook;
}
