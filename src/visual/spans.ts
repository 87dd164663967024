import type { UnitTexts } from './page-data.ts';
import type { Tongue } from './texts.ts';

const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const UNITS = [
  { name: 'ms', seconds: 0.001, below: 0.9995 },
  { name: 's', seconds: 1, below: MINUTE },
  { name: 'min', seconds: MINUTE, below: HOUR },
  { name: 'h', seconds: HOUR, below: 1.5 * DAY },
  { name: 'd', seconds: DAY, below: 730 * DAY },
] as const;

/** A span of time on an axis, as short as can be: `30 s`, `1.5 h`. */
export function shortSpan(seconds: number, units: UnitTexts, tongue: Tongue): string {
  if (seconds === 0) return '0';
  const { name, seconds: size } = UNITS.find(({ below }) => Math.abs(seconds) < below) ?? {
    name: 'y' as const,
    seconds: 365 * DAY,
  };
  return `${Number((seconds / size).toPrecision(2))} ${units[name][tongue]}`;
}

/** Steps between figures on an even axis, in each unit. */
const EVEN_STEPS: readonly (readonly [unit: keyof UnitTexts, seconds: number, steps: readonly number[]])[] = [
  ['ms', 0.001, [1, 2, 5, 10, 20, 50, 100, 200]],
  ['s', 1, [0.2, 0.5, 1, 2, 5, 10, 15, 20, 30]],
  ['min', MINUTE, [0.5, 1, 2, 5, 10, 15, 20, 30]],
  ['h', HOUR, [0.5, 1, 2, 3, 4, 6, 8, 12]],
  ['d', DAY, [0.5, 1, 2, 5, 7, 14, 30, 60, 120, 240]],
];
const MOST_TICKS = 8;
/** An axis that ends below so many of a unit counts in the one beneath. */
const FEWEST = 2.5;

/** Places on an even axis of time, and the unit in which all of them are told. */
export interface EvenSpans {
  readonly step: number;
  readonly name: keyof UnitTexts;
  readonly size: number;
}

/** How an axis from so many seconds to so many is divided. */
export function evenSpans(min: number, max: number): EvenSpans {
  const reach = Math.max(Math.abs(min), Math.abs(max));
  const units = EVEN_STEPS.filter(([, size]) => reach >= FEWEST * size);
  const [name, size, steps] = units.at(-1) ?? EVEN_STEPS[0]!;
  const step = steps.find((one) => (max - min) / (one * size) <= MOST_TICKS);
  return { step: size * (step ?? Math.ceil((max - min) / size / MOST_TICKS / 365) * 365), name, size };
}

/** A figure on such an axis. */
export const evenSpan = (seconds: number, { name, size }: EvenSpans, units: UnitTexts, tongue: Tongue): string =>
  seconds === 0 ? '0' : `${Number((seconds / size).toPrecision(6))} ${units[name][tongue]}`;

/** Spans that read well on a logarithmic axis. */
export const SPAN_TICKS: readonly number[] = [
  0.001,
  0.01,
  0.1,
  1,
  10,
  MINUTE,
  10 * MINUTE,
  HOUR,
  6 * HOUR,
  DAY,
  7 * DAY,
  30 * DAY,
  365 * DAY,
];

const upTo = (unit: number, ...steps: readonly number[]): number[] => steps.map((step) => step * unit);

/** The same where the axis is short. */
export const FINE_TICKS: readonly number[] = [
  ...[0.001, 0.01, 0.1].flatMap((unit) => upTo(unit, 1, 2, 5)),
  ...upTo(1, 1, 2, 5, 10, 20, 30),
  ...upTo(MINUTE, 1, 2, 5, 10, 15, 20, 30, 45),
  ...upTo(HOUR, 1, 1.5, 2, 3, 4, 6, 9, 12, 18),
  ...upTo(DAY, 1, 1.5, 2, 3, 5, 7, 10, 14, 21, 30, 60, 90, 180, 365),
];
