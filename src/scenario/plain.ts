import { invariant } from '../base/index.ts';
import { isLaw, lawFrom, type PlainLaw } from '../random/index.ts';
import type { Scenario } from './scenario.ts';

/** What can be copied to another thread: no methods, no classes. */
export type Plain = null | undefined | boolean | number | string | readonly Plain[] | { readonly [key: string]: Plain };

/** The one key of what stands for a law: no name is empty. */
const LAW = '';

/** A scenario as data. {@link scenarioFrom} makes the same scenario of it, to the last bit. */
export const plainScenario = (scenario: Scenario): Plain => plainOf(scenario);

/** The scenario that {@link plainScenario} made plain. */
export const scenarioFrom = (plain: Plain): Scenario => read(plain) as Scenario;

/** A part of a scenario on its way to a thread, such as what strikes it. */
export interface Packed<T> {
  readonly plain: Plain;
  /** What it is when it has been unpacked; nothing stands there. */
  readonly of?: T;
}

export const pack = <T extends object>(part: T): Packed<T> => ({ plain: plainOf(part) });

/** The part that {@link pack} has packed. */
export const unpack = <T extends object>({ plain }: Packed<T>): T => read(plain) as T;

function plainOf(value: unknown): Plain {
  if (value === null || typeof value !== 'object') return value as Plain;
  if (Array.isArray(value)) return value.map(plainOf);
  if (isLaw(value)) return { [LAW]: value.plain() };
  invariant(Object.getPrototypeOf(value) === Object.prototype, 'a scenario holds lists, objects and laws only');
  return mapped(value, plainOf);
}

function read(plain: unknown): unknown {
  if (plain === null || typeof plain !== 'object') return plain;
  if (Array.isArray(plain)) return plain.map(read);
  return LAW in plain ? lawFrom(plain[LAW] as PlainLaw) : mapped(plain, read);
}

const mapped = <T>(value: object, map: (part: unknown) => T): { [key: string]: T } =>
  Object.fromEntries(Object.entries(value).map(([key, part]) => [key, map(part)]));
