import { parseDuration, type Us } from '../base/index.ts';
import type { FaultClass } from '../experiment/index.ts';

/** Which faults strike, when and for how long. Durations are written as in a scenario: `30s`, `4h`, `7d`. */
export interface Faults {
  /** Faults of one schedule at the most; 2 unless said. */
  readonly most?: number;
  /** Classes, names or `class:name`: only these are struck; unless said, all parts, links and sites up to a zone. */
  readonly only?: readonly string[];
  /** Never struck. */
  readonly except?: readonly string[];
  /** Sites up to this size are struck where `only` names none; `zone` unless said. */
  readonly scope?: FaultClass;
  /** The first fault strikes within so long, from the third day on; `7d` unless said. */
  readonly within?: string;
  /** How long a fault lasts at the most; `7d` unless said. */
  readonly longest?: string;
}

/** How a property is looked at. The same options give the same answer, always. */
export interface Looking {
  readonly faults?: Faults;
  /** Schedules by chance, after no fault, every single one and every pair at once; 50 unless said. */
  readonly tries?: number;
  /** Replications of each schedule, under other phases and delays; 5 unless said. The worst of them counts up to 19, their p95 from 20 on. */
  readonly times?: number;
  /** `1` unless said. */
  readonly seed?: string;
  /** What the scenario's file is called in the command that replays a failure. */
  readonly file?: string;
}

/** A duration as it is written; throws where it is none. */
export function durationOf(text: string, what: string): Us {
  const value = parseDuration(text);
  if (value === undefined)
    throw new TypeError(`${what}: expected a duration such as 30s, 4h or 7d, not ${JSON.stringify(text)}`);
  return value;
}

/** A share as it is written, `99.9%`, or as a number from 0 to 1; throws where it is none. */
export function shareOf(given: string | number, what: string): number {
  const match = typeof given === 'number' ? null : /^(\d+(?:\.\d+)?)\s*%$/.exec(given);
  const value = match === null ? Number(given) : Number(match[1]) / 100;
  if (value >= 0 && value <= 1) return value;
  throw new TypeError(`${what}: expected a share such as 99.9% or 0.999, not ${JSON.stringify(given)}`);
}
