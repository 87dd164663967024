import type { Law } from '../random/index.ts';

export const EFFECTS = ['exit', 'silent', 'hang', 'slow', 'gray'] as const;
/**
 * How a broken thing meets its callers: `exit` refuses at once, `silent` does not answer at all, `hang` accepts and never
 * answers, `slow` has less capacity, `gray` fails a share of requests while probes mostly pass.
 */
export type Effect = (typeof EFFECTS)[number];

export interface FaultSpec {
  readonly name: string;
  /** Time in order until it breaks. */
  readonly arrival: Law;
  /** Time until it is in order again. */
  readonly repair: Law;
  readonly effect: Effect;
  /** `gray`: the share of requests that fail, 0 to 1. */
  readonly share: number;
  /** `gray`: the chance that a probe fails, 0 to 1. */
  readonly probesFail: number;
  /** `slow`: the capacity is divided by this, at least 1. */
  readonly factor: number;
  /** The crew that repairs it; undefined: a crew of its own is always free. */
  readonly crew: string | undefined;
}
