import { type Form, scalar } from './scalar.ts';

const PERCENT = /^(\d+(?:\.\d+)?)\s*%$/;
const PERCENT_PATTERN = '^\\d+(\\.\\d+)?\\s*%$';

const readPercent = (raw: unknown): number | undefined => {
  const match = typeof raw === 'string' ? PERCENT.exec(raw.trim()) : null;
  return match === null ? undefined : Number(match[1]) / 100;
};

const isNumber = (raw: unknown): raw is number => typeof raw === 'number' && Number.isFinite(raw);

function readShare(raw: unknown): number | undefined {
  const value = isNumber(raw) ? raw : readPercent(raw);
  return value !== undefined && value >= 0 && value <= 1 ? value : undefined;
}

const SHARE_JSON = {
  anyOf: [
    { type: 'string', pattern: PERCENT_PATTERN },
    { type: 'number', minimum: 0, maximum: 1 },
  ],
};

/** `50%` or `0.5`: 0 to 1. */
export const share: Form<number> = scalar({
  id: 'share',
  expected: 'a share from 0 to 1 such as 50% or 0.5',
  json: SHARE_JSON,
  read: readShare,
});

/** `95%` or `0.95`: 0 to 1. */
export const probability: Form<number> = scalar({
  id: 'probability',
  expected: 'a chance from 0 to 1 such as 95% or 0.95',
  json: SHARE_JSON,
  read: readShare,
});

/** A weight as written: a percentage of the whole (value 0 to 1), or a number that counts only beside its neighbours. */
export interface Weight {
  readonly value: number;
  readonly percent: boolean;
}

function readWeight(raw: unknown): Weight | undefined {
  const percent = readPercent(raw);
  if (percent !== undefined) return percent > 0 && percent <= 1 ? { value: percent, percent: true } : undefined;
  return isNumber(raw) && raw > 0 && raw <= 1e9 ? { value: raw, percent: false } : undefined;
}

/** `50%`, `3` or `0.5`, above 0. */
export const weight: Form<Weight> = scalar({
  id: 'weight',
  expected: 'a weight above 0 such as 50% or 3',
  json: {
    anyOf: [
      { type: 'string', pattern: PERCENT_PATTERN },
      { type: 'number', exclusiveMinimum: 0 },
    ],
  },
  read: readWeight,
});

const grouped = (value: number): string => String(value).replace(/\B(?=(\d{3})+$)/g, ',');

/** A whole number within limits, both included. */
export const wholeNumber = (minimum: number, maximum: number): Form<number> =>
  scalar({
    expected: `a whole number from ${grouped(minimum)} to ${grouped(maximum)}`,
    json: { type: 'integer', minimum, maximum },
    read: (raw) => (isNumber(raw) && Number.isInteger(raw) && raw >= minimum && raw <= maximum ? raw : undefined),
  });

/** A number within limits, both included. */
export const numberFrom = (minimum: number, maximum: number): Form<number> =>
  scalar({
    expected: `a number from ${minimum} to ${grouped(maximum)}`,
    json: { type: 'number', minimum, maximum },
    read: (raw) => (isNumber(raw) && raw >= minimum && raw <= maximum ? raw : undefined),
  });

/** A number above 0 and up to a million. */
export const positiveNumber: Form<number> = scalar({
  id: 'positive-number',
  expected: 'a number above 0 and up to 1,000,000 such as 0.75',
  json: { type: 'number', exclusiveMinimum: 0, maximum: 1e6 },
  read: (raw) => (isNumber(raw) && raw > 0 && raw <= 1e6 ? raw : undefined),
});
