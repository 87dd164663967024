import type { DrillResult, Explanation, Result, Topology } from '../../experiment/index.ts';
import type { Html } from './html.ts';
import type { Said } from './voices.ts';

/** What a page tells of: a run, drills, or both, and what was seen on the way. */
export interface PageParts {
  readonly run?: Result;
  readonly drill?: DrillResult;
  readonly explanation?: Explanation;
  /** What is drawn. */
  readonly topology?: Topology;
}

/** A part of a page with a name of its own in the list of sections. */
export interface Section {
  /** As an address within the page. */
  readonly id: string;
  readonly title: Said;
  readonly about?: Said;
  readonly body: Html;
}
