/** Numbers as a person reads them. Nothing here prints a zero for something that is merely small. */

const grouped = (whole: string): string => whole.replace(/\B(?=(\d{3})+$)/g, ',');

/** Digits grouped by three, with as many decimals as asked: `12,345.6`. */
export function fixedDecimals(value: number, decimals: number): string {
  const [whole, part] = Math.abs(value).toFixed(decimals).split('.');
  const text = part === undefined ? grouped(whole!) : `${grouped(whole!)}.${part}`;
  return value < 0 && /[1-9]/.test(text) ? `-${text}` : text;
}

/** A whole number: `10,000`. */
export const count = (value: number): string => fixedDecimals(value, 0);

/** Decimals that leave `digits` significant digits of a value; never rounds digits before the point. */
const decimalsOf = (value: number, digits: number): number =>
  value === 0 ? 0 : Math.min(12, Math.max(0, digits - 1 - Math.floor(Math.log10(Math.abs(value)))));

/** The value to two significant digits and no fewer than its whole part: `4.2`, `31`, `1,234`, `0.012`. */
export function brief(value: number, digits = 2): string {
  return fixedDecimals(value, briefDecimals(value, digits));
}

/** How many decimals {@link brief} shows. */
export const briefDecimals = (value: number, digits = 2): number =>
  decimalsOf(Number(value.toPrecision(digits)), digits);

/** An amount of money: whole from a hundred on. */
export const money = (value: number): string =>
  Math.abs(value) >= 100 || Number.isInteger(value) ? count(value) : brief(value, 3);

/** A figure as it was written: `10`, `99.95`. */
export const stated = (value: number): string => String(Number(value.toPrecision(12)));

/** Decimals at which an interval shows two significant digits of its width; where it has none, three of the figure itself. */
export function decimalsFor(mean: number, low: number | null, high: number | null): number {
  const width = (high ?? mean) - (low ?? mean);
  return width > 0 ? decimalsOf(width, 2) : decimalsOf(mean, 3);
}

/** Below this a share is told as "less than". */
const SMALLEST_PERCENT = 0.01;

/** A share of a whole, 0 to 1: `48 %`, `4.7 %`, `< 0.01 %`. */
export function percent(share: number): string {
  const value = 100 * share;
  if (value > 0 && value < SMALLEST_PERCENT) return `< ${SMALLEST_PERCENT} %`;
  if (value > 99.9 && value < 100) return '> 99.9 %';
  return `${value >= 9.95 && value < 99 ? value.toFixed(0) : brief(value)} %`;
}

/** Shares that differ by less are the same, in percent. */
const SAME = 1e-7;
const MOST_DECIMALS = 6;

/** {@link percent} with as many decimals as it takes to see on which side of a target it is: `29.6 %` beside 30 %. */
export function percentBeside(share: number, target: number): string {
  const isMet = (value: number): boolean => value >= 100 * target - SAME;
  const told = percent(share);
  if (isMet(Number.parseFloat(told)) === isMet(100 * share)) return told;
  const texts = Array.from({ length: MOST_DECIMALS }, (_, i) => (100 * share).toFixed(i + 1));
  return `${texts.find((text) => isMet(Number(text)) === isMet(100 * share)) ?? texts.at(-1)} %`;
}

/** An availability with enough decimals that its unavailability shows three digits, and never a false 100. */
export function availabilityText(availability: number, decimals = decimalsOf(100 * (1 - availability), 3)): string {
  const text = (100 * availability).toFixed(Math.max(2, decimals));
  return availability < 1 && Number(text) === 100 && decimals < 12
    ? availabilityText(availability, decimals + 1)
    : text;
}
