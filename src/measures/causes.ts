import { PHASE_COUNT } from '../model/index.ts';
import { RunSums, SumByRun, type Tape } from './estimators/index.ts';

/** What of a cause was lost in a phase, µs: by replications beside all that they lost. */
export class PhaseSum extends SumByRun {
  /** The same beside what these replications lost to the cause. */
  readonly ofCause = new RunSums();

  /** A replication has ended, and lost so much in all and to the cause, µs. */
  override endRun(down = 0, toCause = 0): void {
    this.ofCause.add(this.present, toCause);
    super.endRun(down);
  }

  override merge(later: PhaseSum): void {
    super.merge(later);
    this.ofCause.merge(later.ofCause);
  }

  override code(tape: Tape): void {
    super.code(tape);
    this.ofCause.code(tape);
  }
}

/** What a cause has cost. */
export interface CauseSum {
  /** The group of the fault that struck last; negative where nothing had. */
  readonly trigger: number;
  /** Groups that were broken, with how many of each. */
  readonly combination: readonly (readonly [number, number])[];
  /** µs; by replications beside all that they were down. */
  readonly down: SumByRun;
  /** Of it, by phase; where nothing was lost there is none. */
  readonly phases: (PhaseSum | undefined)[];
  readonly incidents: SumByRun;
}

/** More of one group than this cannot be broken at once. */
const MOST = 2 ** 20;

/** What was broken when an incident began whose cause is known. */
interface Met {
  readonly broken: Int32Array;
  cause: CauseSum;
}

/** How many of the only broken group there were when an incident began whose cause is known. */
interface Lone {
  readonly group: number;
  readonly count: number;
  readonly cause: CauseSum;
}

class Branch {
  readonly next = new Map<number, Branch>();
  cause: CauseSum | undefined;

  child(step: number): Branch {
    const known = this.next.get(step);
    if (known !== undefined) return known;
    const fresh = new Branch();
    this.next.set(step, fresh);
    return fresh;
  }
}

/**
 * The causes of incidents, found by trigger and combination. A tree of numbers: an incident finds its cause without making
 * a text of it, which had cost a tenth of the time where small incidents are frequent.
 */
export class Causes {
  readonly list: CauseSum[] = [];
  private readonly root = new Branch();
  /** The last one of each trigger: mostly the next is like it. */
  private readonly met = new Map<number, Met>();
  /** The last one of each trigger that began while only one group was broken, as most do. */
  private readonly lone = new Map<number, Lone>();
  /** Those of the replication under way. */
  private readonly touched: CauseSum[] = [];

  /** The cause of an incident that began while `broken[group]` of each group were broken. */
  of(trigger: number, broken: Int32Array): CauseSum {
    const met = this.met.get(trigger);
    if (met !== undefined && alike(met.broken, broken)) return met.cause;
    const cause = this.find(trigger, broken);
    if (met === undefined) this.met.set(trigger, { broken: broken.slice(), cause });
    else {
      met.broken.set(broken);
      met.cause = cause;
    }
    return cause;
  }

  /** The cause of an incident that began while `count` of one group were broken, and nothing else. */
  ofOne(trigger: number, group: number, count: number): CauseSum {
    const met = this.lone.get(trigger);
    if (met !== undefined && met.group === group && met.count === count) return met.cause;
    const branch = this.root.child(trigger).child(group * MOST + count);
    branch.cause ??= this.add(trigger, [[group, count]]);
    this.lone.set(trigger, { group, count, cause: branch.cause });
    return branch.cause;
  }

  private find(trigger: number, broken: Int32Array): CauseSum {
    let branch = this.root.child(trigger);
    for (let group = 0; group < broken.length; group++) {
      if (broken[group]! > 0) branch = branch.child(group * MOST + broken[group]!);
    }
    branch.cause ??= this.add(trigger, combinationOf(broken));
    return branch.cause;
  }

  /** An incident of a cause has ended, and was down for so long, µs. */
  book(cause: CauseSum, down: number): void {
    if (cause.incidents.present === 0) this.touched.push(cause);
    cause.down.add(down);
    cause.incidents.add(1);
  }

  /** So much of its time was lost in a phase, µs. */
  bookPhase(cause: CauseSum, phase: number, lost: number): void {
    lostOn(cause, phase).add(lost);
  }

  /** A replication has ended, and was down for so long in all, µs. */
  endRun(down: number): void {
    for (const cause of this.touched) {
      for (const spent of cause.phases) spent?.endRun(down, cause.down.present);
      cause.down.endRun(down);
      cause.incidents.endRun();
    }
    this.touched.length = 0;
  }

  /** Takes in the causes of a later block. */
  merge(later: Causes): void {
    for (const { trigger, combination, down, phases, incidents } of later.list) {
      const mine = this.like(trigger, combination);
      mine.down.merge(down);
      for (const [phase, spent] of phases.entries()) if (spent !== undefined) lostOn(mine, phase).merge(spent);
      mine.incidents.merge(incidents);
    }
  }

  /** To or from a tape; causes that are read into must be fresh. */
  code(tape: Tape): void {
    const size = tape.number(this.list.length);
    for (let i = 0; i < size; i++) {
      const known = this.list[i];
      const cause = this.like(tape.number(known?.trigger ?? 0), codedPairs(tape, known?.combination ?? []));
      cause.down.code(tape);
      codePhases(tape, cause);
      cause.incidents.code(tape);
    }
  }

  private like(trigger: number, combination: CauseSum['combination']): CauseSum {
    let branch = this.root.child(trigger);
    for (const [group, count] of combination) branch = branch.child(group * MOST + count);
    branch.cause ??= this.add(trigger, combination);
    return branch.cause;
  }

  private add(trigger: number, combination: CauseSum['combination']): CauseSum {
    const cause = {
      trigger,
      combination,
      down: new SumByRun(),
      phases: Array.from<PhaseSum | undefined>({ length: PHASE_COUNT }),
      incidents: new SumByRun(),
    };
    this.list.push(cause);
    return cause;
  }
}

function alike(some: Int32Array, others: Int32Array): boolean {
  for (let i = 0; i < some.length; i++) if (some[i] !== others[i]) return false;
  return true;
}

/** What of a cause was lost in a phase. */
function lostOn({ phases }: CauseSum, phase: number): PhaseSum {
  phases[phase] ??= new PhaseSum();
  return phases[phase];
}

/** Most incidents go through few phases. */
function codePhases(tape: Tape, cause: CauseSum): void {
  const lost = [...cause.phases.keys()].filter((phase) => cause.phases[phase] !== undefined);
  const size = tape.number(lost.length);
  for (let i = 0; i < size; i++) {
    lostOn(cause, tape.number(lost[i] ?? 0)).code(tape);
  }
}

function combinationOf(broken: Int32Array): CauseSum['combination'] {
  return [...broken].flatMap((count, group) => (count > 0 ? [[group, count] as const] : []));
}

function codedPairs(tape: Tape, pairs: CauseSum['combination']): CauseSum['combination'] {
  return Array.from({ length: tape.number(pairs.length) }, (_, i) => {
    const [group, count] = pairs[i] ?? [0, 0];
    return [tape.number(group), tape.number(count)] as const;
  });
}
