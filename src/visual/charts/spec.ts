import type { ColourName } from '../palette.ts';
import type { Texts } from '../texts.ts';

/** What an axis counts: spans of time in seconds, shares 0 to 1, or plain numbers. */
export type Measure = 'span' | 'share' | 'number' | 'minutes';

export interface Axis {
  readonly title: Texts;
  readonly measure: Measure;
  readonly log?: boolean;
  readonly min?: number;
  readonly max?: number;
}

/** A value, a stretch from one to another, or nothing. */
export type Value = number | readonly [number, number] | null;

export interface Bars {
  readonly kind: 'bars';
  /** Bars lie; else they stand. */
  readonly lying: boolean;
  readonly stacked: boolean;
  /** The bars of a category lie on one line, each from where it begins. */
  readonly overlaid?: boolean;
  readonly categories: readonly Texts[];
  readonly series: readonly { readonly label: Texts; readonly colour: ColourName; readonly values: readonly Value[] }[];
  readonly axis: Axis;
}

export interface Lines {
  readonly kind: 'lines';
  /** A value holds until the next. */
  readonly stepped: boolean;
  readonly x: Axis;
  readonly y: Axis;
  readonly series: readonly {
    readonly label: Texts;
    readonly colour: ColourName;
    readonly points: readonly (readonly [number, number])[];
    /** Filled to the series before it, as part of a band; or down to the axis. */
    readonly fills?: 'band' | 'ground';
    /** An edge of a band: no line; only the one that fills it has a name. */
    readonly edge?: boolean;
    /** Dots alone, without a line between them. */
    readonly dots?: boolean;
  }[];
}

/** A line across at a value: a target, a limit. */
export interface Limit {
  readonly at: number;
  /** Of lines: it stands on the axis at the foot, not on the one at the side. */
  readonly upright?: boolean;
  /** Empty: the line speaks for itself. */
  readonly label: Texts;
}

/** What a chart shows, as data: the page draws it, and so does a program that writes pictures. */
export interface ChartSpec {
  /** Unlike that of any other chart of the page; also the name of its picture. */
  readonly id: string;
  readonly title: Texts;
  readonly about: Texts;
  readonly body: Bars | Lines;
  readonly limits: readonly Limit[];
}
