import { parseDuration } from '../../base/index.ts';

/** The ends of a range of numbers with one unit, and how values between them are written. */
export interface QuantityRange {
  readonly low: number;
  readonly high: number;
  /** `s`, `/s`, `GB`, `%`, or empty. */
  readonly unit: string;
  /** Only whole numbers: both ends are whole and have no unit. */
  readonly whole: boolean;
  /** Even on a logarithmic scale. */
  readonly log: boolean;
}

const RANGE = /^(log:)?\s*(.+?)\s*\.\.\s*(.+)$/;
const QUANTITY = /^(\d+(?:\.\d+)?)\s*(|[%/A-Za-z][A-Za-z/]*)$/;

/** `1s..600s`, `log:1s..600s`; a word for anything that is wrong with it, undefined for what is no range. */
export function readRange(text: string): QuantityRange | string | undefined {
  const match = RANGE.exec(text);
  if (match === null) return undefined;
  const log = match[1] !== undefined;
  const ends = sameUnit(match[2]!, match[3]!);
  if (ends === undefined) return 'the ends of a range are two numbers with the same unit';
  if (!(ends.low < ends.high)) return 'a range begins with its lower end';
  if (log && ends.low <= 0) return 'a logarithmic range begins above 0';
  return { ...ends, log };
}

function sameUnit(from: string, to: string): Omit<QuantityRange, 'log'> | undefined {
  const low = QUANTITY.exec(from);
  const high = QUANTITY.exec(to);
  if (low === null || high === null) return undefined;
  if (low[2] === high[2]) {
    const whole = low[2] === '' && [low, high].every(([, digits]) => Number.isInteger(Number(digits)));
    return { low: Number(low[1]), high: Number(high[1]), unit: low[2]!, whole };
  }
  const [a, b] = [parseDuration(from), parseDuration(to)];
  return a === undefined || b === undefined ? undefined : { low: a / 1e6, high: b / 1e6, unit: 's', whole: false };
}

/** Digits of a drawn value: enough for any design, few enough to read. */
const DIGITS = 4;

/** The value at a share from 0 to 1 of a range, as it would be written; whole numbers are all equally likely. */
export function valueAt(range: QuantityRange, share: number): string {
  const { low, high, unit, whole, log } = range;
  const top = whole ? high + 1 : high;
  const value = log ? low * (top / low) ** share : low + share * (top - low);
  if (whole) return String(Math.min(high, Math.floor(value)));
  return decimal(Math.min(high, Math.max(low, Number(value.toPrecision(DIGITS))))) + unit;
}

/** Where a value stands in a range, 0 to 1 from its low end to its high end. */
export function shareOf({ low, high, log }: QuantityRange, value: number): number {
  return log ? Math.log(value / low) / Math.log(high / low) : (value - low) / (high - low);
}

/** Without an exponent: no unit follows one. */
function decimal(value: number): string {
  const text = String(value);
  return text.includes('e') ? value.toFixed(20).replace(/\.?0+$/, '') : text;
}
