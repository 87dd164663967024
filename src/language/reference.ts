import type { PathPart } from './problem.ts';

/**
 * What a component can be to others. A reference asks for one of these, so that a new kind needs no change elsewhere. A
 * `store` plays roles for pools; a `database` is one that plans can fence, promote and rebuild; what is
 * `restorable` can be taken back to an earlier state.
 */
export type Trait =
  | 'entry'
  | 'answer'
  | 'pool'
  | 'store'
  | 'database'
  | 'objects'
  | 'replication'
  | 'appliance'
  | 'switchable'
  | 'restorable'
  | 'backed-up'
  | 'control'
  | 'images';

/** A name that must exist, and what the thing of that name must be. */
export interface Reference {
  /** Where it stands, relative to the thing that refers. */
  readonly path: readonly PathPart[];
  readonly name: string;
  readonly to:
    | Trait
    | 'place'
    | 'image'
    | 'component'
    | 'crew'
    | 'team'
    | 'alarm'
    | 'plan'
    | 'link'
    | 'target'
    | 'watcher'
    | 'watched'
    | 'taken';
  /** The reference is a key of a map. */
  readonly atKey?: boolean;
}
