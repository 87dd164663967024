import { InvalidArgumentError } from 'commander';
import { parseDuration, type Us } from '../base/index.ts';
import type { FaultClass, PrecisionOf } from '../index.ts';

/** Readers of option values: each says what it expected. */

const LARGEST_COUNT = 1_000_000_000;

/** Reads how many of something, from 1 to `most`; `example` suits what is counted. */
export const countLike =
  (example: number, most = LARGEST_COUNT) =>
  (text: string): number => {
    const value = /^\d[\d_,]*$/.test(text) ? Number(text.replace(/[_,]/g, '')) : Number.NaN;
    if (Number.isInteger(value) && value >= 1 && value <= most) return value;
    throw new InvalidArgumentError(
      `A whole number from 1 to ${most.toLocaleString('en')} such as ${example} is needed.`,
    );
  };

/** As many as a clock of whole microseconds can hold. */
const MOST_YEARS = 285;

export function yearCount(text: string): number {
  const value = /^\d+(\.\d+)?y?$/.test(text) ? Number.parseFloat(text) : Number.NaN;
  if (value > 0 && value <= MOST_YEARS) return value;
  throw new InvalidArgumentError(`Years above 0 and up to ${MOST_YEARS} such as 10 are needed.`);
}

export function precisionShare(text: string): number {
  const match = /^(\d+(?:\.\d+)?)\s*(%?)$/.exec(text);
  const value = match === null ? Number.NaN : Number(match[1]) / (match[2] === '%' ? 100 : 1);
  if (value > 0 && value < 1) return value;
  throw new InvalidArgumentError('A share above 0 % and below 100 % such as 5% is needed.');
}

/** What `--precision-of` names; whether a scenario knows a class is looked at when it has been read. */
export function precisionMeasures(text: string): readonly PrecisionOf[] {
  return text.split(',').map((word) => {
    const match = /^(downtime|rto|rpo)(?::([a-z]+))?$/.exec(word.trim());
    const [, measure, faultClass] = match ?? [];
    if (measure === undefined || (measure === 'downtime' && faultClass !== undefined)) {
      throw new InvalidArgumentError('downtime, rto, rpo, or rto:zone are possible, with commas between them.');
    }
    const one = { measure: measure as PrecisionOf['measure'] };
    return faultClass === undefined ? one : { ...one, class: faultClass as FaultClass };
  });
}

const LONGEST_SEED = 200;

export function seedText(text: string): string {
  if (text !== '' && text.length <= LONGEST_SEED && !/\p{Cc}/u.test(text)) return text;
  throw new InvalidArgumentError(`A word or number of up to ${LONGEST_SEED} characters is needed.`);
}

/** Names between commas. */
export function nameList(text: string): readonly string[] {
  const names = text.split(',').map((name) => name.trim());
  if (names.every((name) => name !== '')) return names;
  throw new InvalidArgumentError('Names between commas such as zone,link are needed.');
}

const LONGEST_LOSS = 366 * 86_400e6;

export function lossDuration(text: string): Us {
  const value = parseDuration(text);
  if (value !== undefined && value > 0 && value <= LONGEST_LOSS) return value;
  throw new InvalidArgumentError('A duration above 0 and up to a year such as 12h or 7d is needed.');
}

export function portNumber(text: string): number {
  const value = /^\d{1,5}$/.test(text) ? Number(text) : Number.NaN;
  if (value <= 65_535) return value;
  throw new InvalidArgumentError('A port from 0 to 65535 is needed.');
}

const LONGEST_WORK = 366 * 86_400e6;

/** Milliseconds of real time. */
export function workingTime(text: string): number {
  const value = parseDuration(text);
  if (value !== undefined && value > 0 && value <= LONGEST_WORK) return value / 1000;
  throw new InvalidArgumentError('A duration above 0 and up to a year such as 90s or 8h is needed.');
}

const MOST_WORKERS = 1_024;

export const workerCount = countLike(4, MOST_WORKERS);

/** A place in the file system. */
export function placeText(text: string): string {
  if (text !== '') return text;
  throw new InvalidArgumentError('The name of a file or a folder is needed.');
}
