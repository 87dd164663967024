import { DAY, HOUR, MINUTE, SECOND, type Us } from '../../base/index.ts';
import type { Model } from '../../scenario/index.ts';

/** Instants that are evenly spread over what is told. */
const EVEN = 60;
/** So long after the strike most changes, soon after it the most. */
const AFTER: readonly number[] = [
  ...[-1, 0],
  ...[1, 2, 5, 10, 15, 20, 30, 45].map((seconds) => seconds * SECOND),
  ...[1, 1.5, 2, 3, 5, 7, 10, 15, 20, 30, 45].map((minutes) => minutes * MINUTE),
  ...[1, 1.5, 2, 3, 4, 6, 9, 12, 18].map((hours) => hours * HOUR),
  ...[1, 1.5, 2, 3, 5].map((days) => days * DAY),
];

/** When to look at what goes on slowly, while something is told that struck at `zero`; the first and the last instant among them. */
export function looksBetween(from: Us, zero: Us, until: Us): Us[] {
  const even = Array.from({ length: EVEN + 1 }, (_, i) => Math.round(from + ((until - from) * i) / EVEN));
  const struck = AFTER.map((span) => zero + span).filter((at) => at > from && at < until);
  return [...new Set([...even, ...struck])].sort((a, b) => a - b) as Us[];
}

/** Who is told of what goes on while something is told. */
export interface Onlooker {
  /** At an instant that is over: looks at what goes on slowly. */
  look(now: Us): void;
  /** At the end of an instant in which anything has happened. */
  ended(now: Us): void;
}

/** Runs a replication that has begun from one instant to the next, in their order; stopping to look changes nothing of it. */
export function lookThrough({ simulation, service }: Model, instants: readonly Us[], onlooker: Onlooker): void {
  const [first = 0] = instants;
  const instant = {
    end: (): void => {
      service.end();
      if (simulation.now >= first) onlooker.ended(simulation.now);
    },
  };
  for (const time of instants) {
    simulation.run(time, instant);
    onlooker.look(time);
  }
}
