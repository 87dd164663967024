import type { FaultClass } from '../../experiment/index.ts';
import type { ChangeWords } from './change.ts';
import type { CheckWords } from './check.ts';
import type { CompareWords } from './compare.ts';
import type { DrillWords } from './drill.ts';
import type { CostWords, UseWords } from './economy.ts';
import type { EvidenceWords } from './evidence.ts';
import type { FalsifyWords } from './falsify.ts';
import type { AvailabilityWords, ObjectiveWords } from './objectives.ts';
import type { Phrase } from './phrase.ts';
import type { RareWords } from './rare.ts';
import type { CauseWords, PhaseWords, RecoveryWords } from './recovery.ts';
import type { HeadroomWords, SlaWords } from './resilience.ts';
import type { StandardWords } from './standard-words.ts';
import type { CountWords, StoreWords } from './stores.ts';
import type { SweepWords } from './sweep.ts';
import type { TimelineWords } from './timeline-words.ts';
import type { VerdictWords } from './verdict.ts';

/** Everything a report says, in one language. Figures arrive as text; names come from the scenario. */
export interface Words {
  readonly units: Readonly<Record<'ms' | 's' | 'min' | 'h' | 'd' | 'y', Phrase>>;
  /** `4.0 to 4.6`. */
  readonly range: Phrase<2>;
  readonly listSeparator: string;
  readonly more: Phrase;
  readonly noneSeen: string;
  /** Not seen in so many years: at most one in so many, with a confidence. */
  readonly neverSeen: Phrase<3>;
  readonly perYear: Phrase;
  readonly onceIn: Phrase;
  readonly notKnown: string;
  readonly header: HeaderWords;
  readonly availability: AvailabilityWords;
  readonly objectives: ObjectiveWords;
  readonly recovery: RecoveryWords;
  readonly phases: PhaseWords;
  readonly causes: CauseWords;
  readonly stores: StoreWords;
  readonly counts: CountWords;
  readonly headroom: HeadroomWords;
  readonly sla: SlaWords;
  readonly assumptions: AssumptionWords;
  readonly foot: FootWords;
  readonly names: NameWords;
  readonly classes: Readonly<Record<FaultClass, string>>;
  readonly timeline: TimelineWords;
  readonly progress: ProgressWords;
  readonly compare: CompareWords;
  readonly drill: DrillWords;
  readonly use: UseWords;
  readonly cost: CostWords;
  readonly check: CheckWords;
  readonly standard: StandardWords;
  readonly evidence: EvidenceWords;
  readonly sweep: SweepWords;
  readonly falsify: FalsifyWords;
  readonly change: ChangeWords;
  readonly work: WorkWords;
  readonly rare: RareWords;
  readonly verdict: VerdictWords;
}

/** What is said about the work itself, beside its result. */
export interface WorkWords {
  /** A journal had so many torn lines. */
  readonly repaired: Phrase<2>;
  /** A run failed for which a bundle was asked. */
  readonly notKept: string;
  /** Said before a bundle is written of what somebody has interrupted. */
  readonly keeping: string;
  /** The same when it is written, where no command gives just that; and where nothing was finished. */
  readonly partlyKept: string;
  readonly notFinished: string;
  /** A run for which a bundle was asked has ended after so many runs, fewer than were asked for. */
  readonly keptOf: Readonly<Record<'max-time' | 'interrupted', Phrase>>;
}

/** Names and texts that the model gives in English; what is unknown stays as it is. */
export interface NameWords {
  /** A fault, one or many: `app-a/3 crash`, `app-a host ×2`, `plan move`. */
  readonly fault: Phrase;
  /** What broke as one names it: `ecs in cn-beijing/a` is a service in a place. */
  readonly domain: Phrase;
  /** Who watches: `www monitor`, `alarm dark`. */
  readonly observer: Phrase;
  /** Where a default comes from. */
  readonly source: Phrase;
  /** A step of a plan by its number. */
  readonly step: Phrase<2>;
}

export interface HeaderWords {
  /** Runs, years of each, years in all. */
  readonly simulated: Phrase<3>;
  readonly seed: Phrase;
  readonly interrupted: Phrase<2>;
  readonly timeUp: Phrase<2>;
  readonly failed: Phrase<2>;
  readonly nothingDone: string;
  /** A measure, how well it is known, how well it was to be. */
  readonly precisionReached: Phrase<3>;
  readonly precisionMissed: Phrase<3>;
  /** A measure of which too little was seen, and what is known of it. */
  readonly tooFew: Phrase<2>;
  /** So many were seen, too few. */
  readonly seenOnly: Phrase;
  /** So many were seen, more than a twentieth of them open at the end or left behind. */
  readonly seenEndless: Phrase;
  /** So many measures beside those. */
  readonly moreUnsure: Phrase;
  readonly ofWorkload: Phrase;
  /** Whose, and after which class of faults; an empty text where nobody's was seen. */
  readonly recoveryTime: Phrase<2>;
  readonly recoveryPoint: Phrase<2>;
}

export interface AssumptionWords {
  readonly title: string;
  readonly about: Phrase<2>;
  readonly more: Phrase;
  /** In which order they stand: by the downtime that hangs on them, or where none was measured. */
  readonly byDowntime: string;
  readonly bySource: string;
}

export interface FootWords {
  readonly replay: string;
  readonly trace: string;
}

export interface ProgressWords {
  readonly runs: Phrase<2>;
  readonly rate: Phrase;
  readonly left: Phrase;
}
