import * as z from 'zod';
import type { Us } from '../base/index.ts';
import { duration } from './durations.ts';
import { meaning } from './meaning.ts';
import { numberFrom } from './numbers.ts';
import { type Form, scalar } from './scalar.ts';

/** What a thing costs, in the currency of the scenario; what is not written is 0. */
export interface PriceSpec {
  readonly perMonth: number;
  readonly once: number;
  /** A year, for people. */
  readonly staffPerYear: number;
  /** From the order until it serves. */
  readonly build: Us;
}

/** An amount. Far above any budget; sums of many stay exact enough to print. */
export const money = numberFrom(0, 1e12);

const price = {
  month: money.optional(),
  once: money.optional(),
  'staff-year': money.optional(),
  build: duration.optional(),
};
export const priceInput = z
  .strictObject(
    meaning(price, {
      month: 'what it costs a month',
      once: 'what it costs once, at the start',
      'staff-year': 'what the people for it cost a year',
      build: 'how long it takes to build; times of several things add up',
    }),
  )
  .describe('a price such as {month: 1200, once: 50000, staff-year: 200000, build: 30d}, any of them');

const perServer = { month: money.optional(), once: money.optional() };
/** The price of a component may be told by server. */
export const componentPriceInput = priceInput.extend(
  meaning(
    {
      'per-server': z
        .strictObject(
          meaning(perServer, { month: 'what each server costs a month', once: 'what each costs once, at the start' }),
        )
        .optional(),
    },
    { 'per-server': 'what each of its servers costs, beside the rest' },
  ),
);

/** Adds what so many servers cost; those that are stopped and not kept cost nothing. */
export function resolveComponentPrice(given: z.output<typeof componentPriceInput>, servers: number): PriceSpec {
  const { 'per-server': each, ...whole } = given;
  const price = resolvePrice(whole);
  return {
    ...price,
    perMonth: price.perMonth + servers * (each?.month ?? 0),
    once: price.once + servers * (each?.once ?? 0),
  };
}

export const resolvePrice = (given: z.output<typeof priceInput>): PriceSpec => ({
  perMonth: given.month ?? 0,
  once: given.once ?? 0,
  staffPerYear: given['staff-year'] ?? 0,
  build: given.build ?? (0 as Us),
});

/** `CNY`, `€`: a name or a sign; it only stands beside amounts. */
export const currency: Form<string> = scalar({
  id: 'currency',
  expected: 'a currency such as CNY',
  json: { type: 'string', minLength: 1, maxLength: 12 },
  read: (raw) => (typeof raw === 'string' && /^[\p{L}\p{Sc}]{1,12}$/u.test(raw) ? raw : undefined),
});
