import { toSeconds } from '../../base/index.ts';
import { masterKey } from '../../random/index.ts';
import type { Breach, Judgement } from './judge.ts';
import type { Limit } from './limits.ts';
import type { Broken, Found, FoundFault } from './result.ts';
import { type FaultSchedule, inOrder, type Strike, scheduleText } from './strike.ts';

/** A schedule and what it breaks, as a result tells it. */
export const foundBy = (schedule: FaultSchedule, { breaches, years }: Judgement): Found => ({
  faults: inOrder(schedule).map(foundFault),
  breaks: breaches.map(broken),
  years,
  yaml: scheduleText(schedule),
});

const foundFault = ({ target, at, for: lasts, effect }: Strike): FoundFault => ({
  class: target.class,
  deed: target.deed,
  target: target.name,
  at: toSeconds(at),
  forSeconds: target.deed === 'damage' ? null : toSeconds(lasts),
  effect: target.deed === 'damage' ? null : effect,
});

const broken = ({ limit, of, measured, broken, times }: Breach): Broken => ({
  objective: limit.objective,
  scope: limit.scopes?.[0] ?? null,
  kind: limit.kind,
  of,
  limit: inUnits(limit, limit.limit),
  measured: Number.isFinite(measured) ? inUnits(limit, measured) : null,
  broken,
  times,
});

/** Microseconds as seconds; counts and shares as they are. */
export const inUnits = ({ kind }: Limit, value: number): number =>
  kind === 'writes-lost' || kind === 'served' ? value : value / 1e6;

/** A seed as one whole number of 32 bits, for libraries that take no text. */
export const seedWord = (seed: string): number => masterKey(seed)[0]!;
