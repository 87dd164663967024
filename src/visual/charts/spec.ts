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
  /** What stands at 0, 1, 2 … where these are not figures. */
  readonly names?: readonly Texts[];
}

/** A value, a stretch from one to another, or nothing. */
export type Value = number | readonly [number, number] | null;

/** The ends of an interval; null where it is not known. */
export type Interval = readonly [low: number, high: number] | null;

export interface Bars {
  readonly kind: 'bars';
  /** Bars lie; else they stand. */
  readonly lying: boolean;
  readonly stacked: boolean;
  /** The bars of a category lie on one line, each from where it begins. */
  readonly overlaid?: boolean;
  readonly categories: readonly Texts[];
  readonly series: readonly {
    readonly label: Texts;
    readonly colour: ColourName;
    readonly values: readonly Value[];
    /** From where to where the interval of each goes. */
    readonly intervals?: readonly Interval[];
  }[];
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
    /** A band of which another tells the name. */
    readonly unnamed?: boolean;
    /** Each point of the line has a mark. */
    readonly marks?: boolean;
    /** Dots alone, without a line between them. */
    readonly dots?: boolean;
    /** Of each dot from where to where its interval goes, up and down. */
    readonly intervals?: readonly Interval[];
    /** What stands beside each dot. */
    readonly names?: readonly string[];
  }[];
}

/** How dark a field of a heat map is: 0 is nothing, 6 the most. */
export type Heat = 0 | 1 | 2 | 3 | 4 | 5 | 6;

/** A field of a heat map: its figures, each with what it lies between, one beneath the other. */
export interface HeatField {
  readonly lines: readonly Texts[];
  readonly heat: Heat;
}

/** Fields in rows and columns, each with its figures. */
export interface HeatMap {
  readonly kind: 'heat';
  readonly columns: readonly Texts[];
  readonly rows: readonly {
    readonly name: Texts;
    /** One for each column; null where there is none. */
    readonly fields: readonly (HeatField | null)[];
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
  readonly body: Bars | Lines | HeatMap;
  readonly limits: readonly Limit[];
}
