import type { ChartSpec } from './charts/spec.ts';
import type { ColourName } from './palette.ts';
import type { Texts } from './texts.ts';

/** What the program of a page reads: all that moves, with its texts in both languages. */
export interface PageData {
  readonly replays: readonly Replay[];
  readonly charts: readonly ChartSpec[];
  readonly words: PageTexts;
}

export interface PageTexts {
  readonly copied: Texts;
  readonly more: Texts;
  readonly play: Texts;
  readonly pause: Texts;
  readonly log: Texts;
  readonly units: UnitTexts;
  /** Before the age of a copy: `lag`. */
  readonly lag: Texts;
  /** Of a copy that lacks nothing, and of one to which nothing is brought. */
  readonly inStep: Texts;
  readonly stopped: Texts;
  /** How a drawing is looked at. */
  readonly nearer: Texts;
  readonly farther: Texts;
  readonly whole: Texts;
  readonly asDrawn: Texts;
}

/** Units of time beside a figure: `h`. */
export type UnitTexts = Readonly<Record<'ms' | 's' | 'min' | 'h' | 'd' | 'y', Texts>>;

/** One incident or drill that can be played. Times are seconds since it began. */
export interface Replay {
  readonly from: number;
  readonly until: number;
  /** In the order of time; each is a line of the runbook. */
  readonly moments: readonly Moment[];
  readonly served: readonly Curve[];
  /** What a disaster at that moment would leave behind, seconds. */
  readonly exposed: readonly Curve[];
  readonly lanes: readonly Lane[];
  /** Which drawing of the page it is played on, from 0. */
  readonly drawing: number;
  /** Edges of that drawing whose figures move. */
  readonly edges: readonly LiveEdge[];
}

/** Edges while time moves, those on which all is alike told once: what part of the demand goes along each, or how old its copy is. */
export interface LiveEdge {
  readonly keys: readonly string[];
  readonly measure: 'share' | 'lag';
  /** What stands before the figure: `sync · `. */
  readonly name: Texts;
  /** null: nothing is brought. */
  readonly points: readonly (readonly [at: number, value: number | null])[];
  /** Whether it goes against the way it is drawn, from each instant on. */
  readonly turned?: readonly (readonly [at: number, turned: boolean])[];
}

export interface Moment {
  readonly at: number;
  readonly clock: string;
  readonly changes: readonly Change[];
}

/** What changes about an element of the drawing; what is not named stays. */
export interface Change {
  readonly key: string;
  readonly truth?: 'ok' | 'part' | 'down';
  readonly belief?: 'good' | 'bad';
  readonly primary?: boolean;
  /** Nothing goes this way. */
  readonly off?: boolean;
  /** What it is doing, in a word or two; empty: nothing worth telling. */
  readonly now?: Texts;
}

/**
 * From each point on the value holds until the next, or leads straight to it. Before the first point there is nothing, and from a null
 * on neither, until the next point.
 */
export interface Curve {
  readonly label: Texts;
  readonly colour: ColourName;
  readonly points: readonly (readonly [at: number, value: number | null])[];
}

/** Somebody or something that is at work, broken, or waited for. */
export interface Lane {
  readonly label: Texts;
  readonly spans: readonly {
    readonly from: number;
    readonly to: number;
    readonly colour: ColourName;
    readonly text: Texts;
  }[];
}
