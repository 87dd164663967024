import { ByDomain } from './by-domain.ts';
import { RunSums, Tally, type Tape, WholeSum } from './estimators/index.ts';

/** What a store counts, and the times it sums up. */
const COUNTS = [
  'writesLost',
  'orphaned',
  'delivered',
  'restores',
  'goodDiscarded',
  'permanentLosses',
  'splitBrains',
  'unfenced',
  'conflicting',
  'merged',
] as const;
const TIMES = [
  'wrongTime',
  'apart',
  'splitTime',
  'alone',
  'uncopied',
  'fallenBack',
  'lagging',
  'stale',
  'seenAge',
  'seenFor',
] as const;
const FIGURES = [...COUNTS, ...TIMES];

type StoreCount = (typeof COUNTS)[number];
export type StoreFigure = (typeof FIGURES)[number];

const isCount = (name: StoreFigure): name is StoreCount => COUNTS.some((one) => one === name);

const byFigure = <T>(of: (name: StoreFigure) => T): Record<StoreFigure, T> =>
  Object.fromEntries(FIGURES.map((name) => [name, of(name)])) as Record<StoreFigure, T>;

/** What the replications of one block say about a store. */
export class StoreCollected {
  /** Ages of the last acknowledged write at recoveries. */
  readonly losses = new ByDomain();
  recoveries = 0;
  cleanRecoveries = 0;
  writesLost = 0;
  orphaned = 0;
  /** Writes left behind that arrived later. */
  delivered = 0;
  /** Restores from a backup; how long wrong data were written on, and good writes thrown away with them. */
  restores = 0;
  readonly wrongTime = new WholeSum();
  /** How far apart the disks of a machine came back, summed. */
  readonly apart = new WholeSum();
  goodDiscarded = 0;
  /** Times that no copy and no backup was left. */
  permanentLosses = 0;
  splitBrains = 0;
  /** Of these, how many began because fencing had not worked. */
  unfenced = 0;
  conflicting = 0;
  /** Writes of two equals that met each other on one key, and were merged. */
  merged = 0;
  readonly splitTime = new WholeSum();
  readonly alone = new WholeSum();
  /** Time in which it took writes and no copy elsewhere received them. */
  readonly uncopied = new WholeSum();
  readonly fallenBack = new WholeSum();
  readonly lagging = new WholeSum();
  /** Time in which copies beside the primary alone answered reads, and how far behind they were when that began. */
  readonly stale = new WholeSum();
  readonly staleness = new Tally();
  /** What readers of a copy saw: its age over time, µs · s, and over how long, µs. */
  readonly seenAge = new WholeSum();
  readonly seenFor = new WholeSum();
  /** The same by replications; of the age that readers saw beside the time that they saw it for. */
  readonly runs: Readonly<Record<StoreFigure, RunSums>> = byFigure(() => new RunSums());
  /** What stood there when the last replication ended. */
  private readonly before: Record<StoreFigure, number | bigint> = byFigure((name) => (isCount(name) ? 0 : 0n));

  /** A replication has ended: notes what it has added. */
  endRun(): void {
    const seenFor = this.added('seenFor');
    for (const name of FIGURES) {
      const value = name === 'seenFor' ? seenFor : this.added(name);
      this.runs[name].add(value, name === 'seenAge' ? seenFor : 0);
    }
  }

  /** Since the last replication. */
  private added(name: StoreFigure): number {
    const before = this.before[name];
    if (isCount(name)) {
      this.before[name] = this[name];
      return this[name] - Number(before);
    }
    this.before[name] = this[name].total;
    return Number(this[name].total - BigInt(before));
  }

  merge(later: StoreCollected): void {
    this.losses.merge(later.losses);
    this.recoveries += later.recoveries;
    this.cleanRecoveries += later.cleanRecoveries;
    this.writesLost += later.writesLost;
    this.orphaned += later.orphaned;
    this.delivered += later.delivered;
    this.restores += later.restores;
    this.wrongTime.addExactly(later.wrongTime.total);
    this.apart.addExactly(later.apart.total);
    this.goodDiscarded += later.goodDiscarded;
    this.permanentLosses += later.permanentLosses;
    this.splitBrains += later.splitBrains;
    this.unfenced += later.unfenced;
    this.conflicting += later.conflicting;
    this.merged += later.merged;
    this.splitTime.addExactly(later.splitTime.total);
    this.alone.addExactly(later.alone.total);
    this.uncopied.addExactly(later.uncopied.total);
    this.fallenBack.addExactly(later.fallenBack.total);
    this.lagging.addExactly(later.lagging.total);
    this.stale.addExactly(later.stale.total);
    this.staleness.merge(later.staleness);
    this.seenAge.addExactly(later.seenAge.total);
    this.seenFor.addExactly(later.seenFor.total);
    for (const name of FIGURES) this.runs[name].merge(later.runs[name]);
  }

  /** To or from a tape. */
  code(tape: Tape): void {
    this.losses.code(tape);
    this.recoveries = tape.number(this.recoveries);
    this.cleanRecoveries = tape.number(this.cleanRecoveries);
    this.writesLost = tape.number(this.writesLost);
    this.orphaned = tape.number(this.orphaned);
    this.delivered = tape.number(this.delivered);
    this.restores = tape.number(this.restores);
    this.goodDiscarded = tape.number(this.goodDiscarded);
    this.permanentLosses = tape.number(this.permanentLosses);
    this.splitBrains = tape.number(this.splitBrains);
    this.unfenced = tape.number(this.unfenced);
    this.conflicting = tape.number(this.conflicting);
    this.merged = tape.number(this.merged);
    const { wrongTime, apart, splitTime, alone, uncopied, fallenBack, lagging, stale } = this;
    for (const sum of [wrongTime, apart, splitTime, alone, uncopied, fallenBack, lagging, stale]) sum.code(tape);
    this.staleness.code(tape);
    for (const sum of [this.seenAge, this.seenFor]) sum.code(tape);
    for (const name of FIGURES) this.runs[name].code(tape);
  }
}
