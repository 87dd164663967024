import type { Us } from '../base/index.ts';
import type { DailyWindow, ProbeSpec } from '../language/index.ts';
import type { Law } from '../random/index.ts';
import type { ReadinessSpec } from './readiness-schema.ts';

/** People who decide: as many decisions at a time as the team is large. */
export interface TeamSpec {
  readonly name: string;
  readonly size: number;
}

/** A belief that people have about places and components, seen from somewhere. */
export interface AlarmSpec {
  readonly name: string;
  /** Raised when all, or any, of the targets are believed bad. Targets are sorted. */
  readonly watch: { readonly mode: 'all' | 'any'; readonly targets: readonly string[] };
  /** Raised while the data of any of these stores are known to be wrong, sorted; then nothing is watched. */
  readonly damaged: readonly string[];
  /** A place or `internet`; undefined: an ideal watcher that sees everything at once. */
  readonly from: string | undefined;
  readonly probe: ProbeSpec;
}

export const VERBS = [
  'fence',
  'hold-out',
  'readmit',
  'switch',
  'promote',
  'repoint',
  'rebuild',
  'check-consistency',
  'reverse',
  'stop-writes',
  'failover',
  'failback',
  'restore',
  'move-back',
  'back-up',
  'restart',
  'start',
  'stop',
  'rebind',
] as const;
export type Verb = (typeof VERBS)[number];

export interface AskSpec {
  readonly team: string;
  readonly takes: Law;
  /** Chance that the people asked go on, 0 to 1. */
  readonly promotes: number;
}

export interface StepSpec {
  readonly verb: Verb;
  /** In the order written. */
  readonly targets: readonly string[];
  readonly takes: Law;
  /** Chance that the step works, 0 to 1. */
  readonly succeeds: number;
  /** What follows when it does not. */
  readonly then: 'retry' | 'ask' | 'abort';
  /** Who is asked by `then: ask` and by `else: {ask: …}`. */
  readonly ask: AskSpec | undefined;
  /** `promote`: the lag gate. */
  readonly maxLag: Us | undefined;
  /** `promote`: what happens beyond the gate. */
  readonly elseAction: 'refuse' | 'promote' | 'ask';
  /** `rebuild`: the store to copy from; `restore` and `move-back`: the store or backup service whose backups are used. */
  readonly from: string | undefined;
  /** `restore`: into a clone beside the running store. */
  readonly clone: boolean;
  /** `repoint`: the store that plays the role from now on. */
  readonly use: { readonly role: string; readonly store: string } | undefined;
  /** `switch`: the place where the primary is wanted; nothing is done where it stands there. */
  readonly to: string | undefined;
  /** `stop-writes`: the step ends when the lag of what replicates from the target is no more than this. */
  readonly until: { readonly lag: Us } | undefined;
  /** `check-consistency`: the chance that something differs of which nobody knew, 0 to 1, and how long it takes to put right. */
  readonly comparison: { readonly differs: number; readonly repair: Law } | undefined;
}

export interface WhenSpec {
  /** Exactly one of `alarm` and `cleared`. */
  readonly alarm: string | undefined;
  readonly cleared: string | undefined;
  /** How long without a gap. */
  readonly for: Us;
  /** Only after this plan has run to its end. */
  readonly after: string | undefined;
  /** Only while this database is the one that takes the writes, as everybody knows: a role, no truth. */
  readonly primary: string | undefined;
  /** Time of day at which it may start; wraps midnight when `to` is before `from`. */
  readonly window: DailyWindow | undefined;
}

export type DecidedBy =
  | { readonly kind: 'automation'; readonly takes: Law }
  | { readonly kind: 'people'; readonly team: string; readonly takes: Law };

export interface PlanSpec {
  readonly name: string;
  readonly when: WhenSpec;
  readonly decidedBy: DecidedBy;
  /** The plan is given up if the alarm clears before the first step with this verb starts. */
  readonly giveUpIf: { readonly cleared: string; readonly before: Verb } | undefined;
  readonly steps: readonly StepSpec[];
  /** undefined: it works as often as its steps say. */
  readonly readiness: ReadinessSpec | undefined;
}
