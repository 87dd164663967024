import type { FaultClass, ObjectiveVerdict, PhaseName } from '../../experiment/index.ts';
import type { CostItem } from '../../service/index.ts';
import type { ChangeWords } from './change.ts';
import type { EvidenceWords } from './evidence.ts';
import type { FalsifyWords } from './falsify.ts';
import type { RareWords } from './rare.ts';
import type { StandardWords } from './standard-words.ts';
import type { SweepWords } from './sweep.ts';
import type { VerdictWords } from './verdict.ts';

/** A phrase with one or more figures or names in it. */
type Phrase<Parts extends number = 1> = Parts extends 1
  ? (a: string) => string
  : Parts extends 2
    ? (a: string, b: string) => string
    : (a: string, b: string, c: string) => string;

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
  readonly notKept: string;
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

export interface CheckWords {
  readonly drills: Phrase;
  readonly verdicts: Readonly<Record<'met' | 'missed' | 'undecided', string>>;
  readonly interrupted: string;
}

export interface DrillWords {
  /** Faults, drills of each. */
  readonly times: Phrase<2>;
  readonly lostFor: Phrase;
  readonly points: Readonly<Record<'title' | 'about' | 'whole' | 'lost' | 'open', string>> & { readonly more: Phrase };
  readonly worst: string;
  readonly bounds: string;
  readonly recovery: string;
  readonly injected: string;
  readonly faults: Readonly<
    Record<'lost' | 'cut' | 'damaged' | 'disk-lost' | 'disks-lost' | 'backups-lost' | 'bad-change', string>
  >;
  readonly failed: string;
  readonly least: string;
  readonly by: string;
  readonly people: string;
  readonly automation: string;
  readonly itself: string;
  readonly notBack: string;
  /** So many faults were never noticed by users. */
  readonly masked: Phrase;
  readonly store: string;
  readonly writesLost: string;
  readonly orphaned: string;
  readonly discarded: string;
  readonly gone: string;
  readonly wrong: string;
  readonly mean: string;
  /** The p95 with and without a phase. */
  readonly without: string;
  readonly ifPerfect: string;
  readonly single: string;
  readonly singleAbout: string;
  /** Nothing but repair helps after these; these stop it until something takes over; these do sometimes. */
  readonly fatal: string;
  readonly stops: string;
  readonly seldom: string;
  readonly pairs: string;
  readonly pairsAbout: string;
  /** Pairs drilled, of so many, drills of each. */
  readonly pairsDone: Phrase<3>;
  /** The second strikes so long after the first, from and to. */
  readonly secondAfter: Phrase<2>;
  readonly noPairs: string;
  readonly implied: Phrase;
  readonly and: string;
  readonly comesOfIt: string;
  readonly harms: Readonly<Record<'never-back' | 'stops' | 'lost-for-good' | 'left-wrong', string>>;
  readonly runbook: string;
  readonly moreRunbooks: Phrase;
  /** The number of a drill. */
  readonly number: Phrase;
  readonly unhurt: string;
  readonly backAfter: Phrase;
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
  /** So many measures beside those. */
  readonly moreUnsure: Phrase;
  readonly ofWorkload: Phrase;
  /** Whose, and after which class of faults; an empty text where nobody's was seen. */
  readonly recoveryTime: Phrase<2>;
  readonly recoveryPoint: Phrase<2>;
}

export interface AvailabilityWords {
  readonly title: string;
  /** The confidence of the intervals. */
  readonly intervals: Phrase;
  readonly byRequests: string;
  readonly rightAnswers: string;
  readonly byTime: string;
  readonly downtime: string;
  readonly ofItPlanned: string;
  /** How much a year, and the availability without it. */
  readonly planned: Phrase<2>;
  readonly incidents: string;
  readonly typicalIncident: string;
  readonly nines: Phrase;
  readonly ninesAtLeast: Phrase;
  readonly atLeast: Phrase;
  readonly aYear: Phrase;
  /** How many a year are blips, and below which span. */
  readonly blips: Phrase<2>;
  readonly noBlips: Phrase;
  /** Median, 95th percentile, longest. */
  readonly incidentSpans: Phrase<3>;
  /** Beside an interval that rests on few runs. */
  readonly rough: string;
  /** The level below which a moment counts as down. */
  readonly upWhen: Phrase;
}

export interface ObjectiveWords {
  readonly title: string;
  readonly verdicts: Readonly<Record<ObjectiveVerdict, string>>;
  /** Of each budget. */
  readonly cost: Readonly<Record<CostItem, string>>;
  readonly availability: string;
  readonly rto: string;
  readonly rpo: string;
  readonly rpoOfDamage: string;
  /** A store, and the good writes that went with its damage. */
  readonly discarded: (store: string, writes: string) => string;
  readonly tier: string;
  readonly reserve: string;
  readonly target: string;
  readonly measured: string;
  readonly objective: string;
  readonly of: string;
  readonly verdict: string;
  readonly undecidedHint: string;
  readonly drillHint: string;
  /** A p95, and of how many losses. */
  readonly p95Of: Phrase<2>;
}

export interface RecoveryWords {
  readonly title: string;
  readonly rto: string;
  readonly rpo: string;
  readonly class: string;
  readonly domain: string;
  readonly count: string;
  readonly open: string;
  readonly max: string;
  /** The 95 % quantile with its bounds. */
  readonly p95: string;
  readonly boundsNote: string;
  readonly openNote: string;
  readonly none: string;
}

export interface PhaseWords {
  readonly title: string;
  readonly names: Readonly<Record<PhaseName | 'flap', string>>;
  /** What happens in it, in a few words. */
  readonly about: Readonly<Record<PhaseName | 'flap', string>>;
  readonly minutesPerYear: string;
  readonly share: string;
  readonly phase: string;
  readonly notSeen: Phrase;
}

export interface CauseWords {
  readonly title: string;
  readonly trigger: string;
  /** The phase on which most of it was lost. */
  readonly mostly: string;
  readonly minutesPerYear: string;
  readonly share: string;
  readonly incidentsPerYear: string;
  readonly together: Phrase;
  readonly single: string;
  readonly pair: string;
  readonly singles: string;
  readonly pairs: string;
  readonly noSingles: string;
  /** Single faults whose incidents are mostly blips. */
  readonly blipSingles: string;
  /** The trigger where nothing was broken: load alone, or a plan. */
  readonly nothingBroken: string;
  readonly others: Phrase;
}

export interface CountWords {
  readonly title: string;
  /** By what is counted, after the name of a component. */
  readonly what: Readonly<Record<string, string>>;
}

export interface StoreWords {
  readonly title: string;
  readonly recoveries: string;
  /** Recoveries, how many were clean, their share. */
  readonly clean: Phrase<3>;
  readonly writesLost: string;
  readonly orphaned: string;
  readonly delivered: string;
  readonly merged: string;
  readonly splitBrain: string;
  /** How often, how long a year. */
  readonly split: Phrase<2>;
  readonly conflicting: Phrase;
  readonly noneConflicting: string;
  readonly lostForGood: string;
  readonly restores: string;
  readonly wrongData: string;
  readonly apart: string;
  /** Length, good writes thrown away. */
  readonly wrongFor: Phrase<2>;
  readonly exposure: string;
  readonly withoutStandby: Phrase;
  readonly withoutCopy: Phrase;
  readonly fallenBack: Phrase;
  readonly lagAboveTarget: Phrase;
  readonly readAge: string;
  readonly seenBehind: Phrase;
  readonly staleReads: string;
  /** How long a year, how far behind at most. */
  readonly readStale: Phrase<2>;
}

export interface HeadroomWords {
  readonly title: string;
  readonly loss: string;
  readonly atOnce: string;
  readonly settled: string;
  readonly component: string;
  readonly share: string;
  readonly remark: string;
  readonly gone: string;
  readonly overloaded: string;
  readonly tight: string;
  readonly ample: string;
}

export interface SlaWords {
  readonly title: string;
  readonly workload: string;
  readonly product: string;
  readonly infrastructure: string;
  readonly measured: string;
  /** The components with their figures. */
  readonly multiplied: Phrase;
  /** SLAs that nobody states: the components. */
  readonly unknownFor: Phrase;
  /** The measured figure is lower, for these workloads: share of downtime spent on finding out and moving, share on waiting for repair. */
  readonly lower: Phrase<3>;
  readonly higher: Phrase;
  /** What people brought about: the workload, the share of its downtime. */
  readonly changed: Phrase<2>;
}

export interface AssumptionWords {
  readonly title: string;
  readonly about: Phrase<2>;
  readonly more: Phrase;
}

export interface FootWords {
  readonly replay: string;
  readonly trace: string;
}

export interface TimelineWords {
  readonly which: Readonly<Record<'typical' | 'worst', string>>;
  /** Which incident of which workload. */
  readonly title: Phrase<2>;
  /** How many incidents of a workload were seen. */
  readonly seen: Phrase<2>;
  /** Steps of one kind that are not told one by one. */
  readonly steps: Phrase;
  readonly moreTimelines: Phrase;
  /** The workload under which the same incident has been told. */
  readonly toldBefore: Phrase;
  readonly lasted: Phrase<2>;
  readonly open: string;
  readonly trigger: Phrase;
  /** Replication, and when in it. */
  readonly where: Phrase<2>;
  readonly none: Phrase;
  readonly actors: Readonly<
    Record<'truth' | 'belief' | 'role' | 'plan' | 'service' | 'recovery' | 'restored' | 'data', string>
  >;
  /** The thing and how it behaves. */
  readonly manners: Readonly<Record<'ok' | 'silent' | 'exit' | 'hang' | 'gray' | 'slow', Phrase>>;
  readonly otherManner: Phrase<2>;
  readonly someOf: Phrase<2>;
  readonly because: Phrase;
  readonly believes: Readonly<Record<'good' | 'bad', Phrase<2>>>;
  readonly roles: Readonly<Record<string, Phrase<2>>>;
  readonly roleEnds: Readonly<Record<string, Phrase>>;
  readonly otherRole: Phrase<3>;
  readonly planEvents: Readonly<Record<string, string>>;
  readonly served: Phrase<2>;
  readonly servedAll: Phrase;
  readonly servedNothing: Phrase;
  readonly diesOn: Phrase<2>;
  /** Store, seconds behind, writes behind. */
  readonly recovered: Phrase<3>;
  readonly recoveredClean: Phrase;
  /** Store, seconds before the damage or the loss, writes lost. */
  readonly restored: Phrase<3>;
  readonly data: Readonly<Record<string, Phrase>>;
}

export interface ProgressWords {
  readonly runs: Phrase<2>;
  readonly rate: Phrase;
  readonly left: Phrase;
}

export interface CompareWords {
  readonly title: string;
  /** What makes differences sure. */
  readonly paired: string;
  /** Of a row of differences to the first scenario. */
  readonly against: string;
  /** Where no run differs. */
  readonly same: string;
  /** A difference of two percentages. */
  readonly points: Phrase;
  readonly downtimeAYear: string;
  /** The 95 % quantile of the worst domain of a class. */
  readonly rto: Phrase;
  readonly rpo: Phrase;
  /** Capacity ÷ load after the worst loss of a place. */
  /** How many recoveries a quantile is of. */
  readonly seen: (count: string) => string;
  readonly leastHeadroom: string;
  readonly writesLostAYear: string;
  readonly splitBrainAYear: string;
}

export interface CostWords {
  readonly title: string;
  readonly perMonth: string;
  readonly once: string;
  readonly staff: string;
  readonly build: string;
  readonly downtime: string;
  /** All that is paid in so many years. */
  readonly total: Phrase;
  readonly downtimeAYear: string;
  readonly withDowntime: Phrase;
  readonly aYear: Phrase;
  readonly atLeast: Phrase;
  /** (Downtime cost avoided − extra cost) ÷ extra cost. */
  readonly return: string;
}

export interface UseWords {
  readonly title: string;
  readonly utilisation: string;
  readonly reserve: string;
  readonly serving: Phrase;
  readonly load: Phrase;
  readonly mean: Phrase;
  /** How long, for which share of the users, who come in where. */
  readonly worst: Phrase<3>;
  /** Of a comparison: the mean latency of a workload. */
  readonly latency: string;
}
