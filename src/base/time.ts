/**
 * Simulated time is a whole number of microseconds in a JavaScript number: exact up to 2^53 µs, about 285 years.
 * Instants and spans share the type; both are never negative.
 */
declare const microseconds: unique symbol;
export type Us = number & { readonly [microseconds]: true };

/** The last instant that a number holds exactly. A draw beyond it is {@link NEVER}. */
export const LAST_INSTANT = Number.MAX_SAFE_INTEGER as Us;
/** What never happens. */
export const NEVER = Number.POSITIVE_INFINITY as Us;

export const MICROSECOND = 1 as Us;
export const MILLISECOND = 1_000 as Us;
export const SECOND = 1_000_000 as Us;
export const MINUTE = (60 * SECOND) as Us;
export const HOUR = (60 * MINUTE) as Us;
export const DAY = (24 * HOUR) as Us;
/** A year is 365 days, 8,760 hours, as availability figures count it. */
export const YEAR = (365 * DAY) as Us;

const UNITS: readonly (readonly [string, Us])[] = [
  ['y', YEAR],
  ['d', DAY],
  ['h', HOUR],
  ['m', MINUTE],
  ['s', SECOND],
  ['ms', MILLISECOND],
  ['us', MICROSECOND],
];
const SPAN = /^(\d+(?:\.\d+)?)\s*(y|w|d|h|m|min|s|ms|us)$/;
const FACTOR: Readonly<Record<string, number>> = {
  ...Object.fromEntries(UNITS),
  w: 7 * DAY,
  min: MINUTE,
};

/** The longest span that can be written: means of rare faults go far beyond what a clock holds. */
const LONGEST = 1e9 * YEAR;

/**
 * Reads `30s`, `1.5h`, `10y`, or several parts together (`1h 30m`), up to a thousand million years, in microseconds: the
 * parameter of a law, which may lie beyond {@link LAST_INSTANT}. Returns undefined for anything else.
 */
export function parseSpan(text: string): number | undefined {
  const parts = text.trim().match(/\d+(?:\.\d+)?\s*[a-z]+/g);
  if (parts === null || parts.join('').replace(/\s/g, '') !== text.replace(/\s/g, '')) return undefined;
  let total = 0;
  for (const part of parts) {
    const match = SPAN.exec(part);
    if (match === null) return undefined;
    total += Number(match[1]) * FACTOR[match[2]!]!;
  }
  const rounded = Math.round(total);
  return rounded <= LONGEST ? rounded : undefined;
}

/** Reads as {@link parseSpan} does, a span that a clock can hold: up to {@link LAST_INSTANT}. */
export function parseDuration(text: string): Us | undefined {
  const span = parseSpan(text);
  return span !== undefined && span <= LAST_INSTANT ? (span as Us) : undefined;
}

/** Writes a span as {@link parseDuration} reads it, exactly: `90_000_000` is `1m 30s`. */
export function formatDuration(span: Us): string {
  if (span === 0) return '0s';
  const parts: string[] = [];
  let rest: number = span;
  for (const [unit, size] of UNITS) {
    const count = Math.floor(rest / size);
    if (count > 0) parts.push(`${count}${unit}`);
    rest -= count * size;
  }
  return parts.join(' ');
}

export const toSeconds = (span: Us): number => span / SECOND;
export const toMinutes = (span: Us): number => span / MINUTE;
export const toYears = (span: Us): number => span / YEAR;
export const fromSeconds = (seconds: number): Us => Math.round(seconds * SECOND) as Us;
