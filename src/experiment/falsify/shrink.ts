import { DAY, HOUR, MINUTE, SECOND, type Us } from '../../base/index.ts';
import { type FaultSchedule, inOrder, type Strike } from './strike.ts';

/** Spans that people speak of, the shorter first. */
export const SPANS: readonly Us[] = [
  SECOND,
  10 * SECOND,
  30 * SECOND,
  MINUTE,
  2 * MINUTE,
  5 * MINUTE,
  10 * MINUTE,
  15 * MINUTE,
  30 * MINUTE,
  HOUR,
  2 * HOUR,
  4 * HOUR,
  6 * HOUR,
  12 * HOUR,
  DAY,
  2 * DAY,
  4 * DAY,
] as Us[];

/** Asks whether a schedule still breaks what it is to break: it is handed out, and the answer handed back. */
export type Asking<T> = Generator<FaultSchedule, T, boolean>;

/**
 * Makes a schedule that breaks something smaller: fewer faults, then shorter ones, then nearer to each other and to `first`,
 * again and again until nothing can be left out. What comes back broke it, and with any one fault less it does not.
 */
export function* shrink(schedule: FaultSchedule, first: Us): Asking<FaultSchedule> {
  let smallest = inOrder(schedule);
  for (;;) {
    const before = smallest;
    smallest = yield* fewer(smallest);
    smallest = yield* shorter(smallest);
    smallest = yield* nearer(smallest, first);
    if (smallest === before) return smallest;
  }
}

function* fewer(schedule: FaultSchedule): Asking<FaultSchedule> {
  let kept = schedule;
  for (const strike of schedule) {
    const without = kept.filter((one) => one !== strike);
    if (without.length < kept.length && (yield without)) kept = without;
  }
  return kept;
}

function* shorter(schedule: FaultSchedule): Asking<FaultSchedule> {
  let kept = schedule;
  for (const [i, strike] of schedule.entries()) {
    if (strike.target.deed === 'damage') continue;
    const found = yield* leastSpan(strike.for, (span) => exchanged(kept, i, { ...strike, for: span }));
    if (found !== undefined) kept = exchanged(kept, i, { ...kept[i]!, for: found });
  }
  return kept;
}

/** The first strike at the stated time, each later one as soon after the one before as it will do. */
function* nearer(schedule: FaultSchedule, first: Us): Asking<FaultSchedule> {
  let kept = schedule;
  const early = (kept[0]?.at ?? first) - first;
  if (early > 0) {
    const moved = kept.map((strike) => ({ ...strike, at: (strike.at - early) as Us }));
    if (yield moved) kept = moved;
  }
  for (let i = 1; i < kept.length; i++) {
    const now = kept;
    const start = now[i - 1]!.at;
    const together = exchanged(now, i, { ...now[i]!, at: start });
    if (now[i]!.at === start) continue;
    if (yield together) {
      kept = together;
      continue;
    }
    const later = (span: Us): FaultSchedule => exchanged(now, i, { ...now[i]!, at: (start + span) as Us });
    const found = yield* leastSpan((now[i]!.at - start) as Us, later);
    if (found !== undefined) kept = later(found);
  }
  return kept;
}

/** The shortest of the usual spans below one that will do; undefined: none. */
function* leastSpan(below: Us, make: (span: Us) => FaultSchedule): Asking<Us | undefined> {
  for (const span of SPANS) {
    if (span >= below) return undefined;
    if (yield make(span)) return span;
  }
  return undefined;
}

const exchanged = (schedule: FaultSchedule, at: number, strike: Strike): FaultSchedule =>
  schedule.map((one, i) => (i === at ? strike : one));

/** Answers everything that is asked at once. */
export function answered<T>(asking: Asking<T>, breaks: (schedule: FaultSchedule) => boolean): T {
  let next = asking.next();
  while (!next.done) next = asking.next(breaks(next.value));
  return next.value;
}
