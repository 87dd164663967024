import { ByDomain } from './by-domain.ts';
import { RunSums, SumByRun, Tally, type Tape } from './estimators/index.ts';

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

export type StoreCount = (typeof COUNTS)[number];
export type StoreTime = (typeof TIMES)[number];

const byCount = <T>(of: () => T): Record<StoreCount, T> =>
  Object.fromEntries(COUNTS.map((name) => [name, of()])) as Record<StoreCount, T>;

/** What the replications of one block say about a store. Counts of writes need not be whole: writes flow at a rate. Times are in µs. */
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
  readonly wrongTime = new SumByRun();
  /** How far apart the disks of a machine came back, summed. */
  readonly apart = new SumByRun();
  goodDiscarded = 0;
  /** Times that no copy and no backup was left. */
  permanentLosses = 0;
  splitBrains = 0;
  /** Of these, how many began because fencing had not worked. */
  unfenced = 0;
  conflicting = 0;
  /** Writes of two equals that met each other on one key, and were merged. */
  merged = 0;
  readonly splitTime = new SumByRun();
  readonly alone = new SumByRun();
  /** Time in which it took writes and no copy elsewhere received them. */
  readonly uncopied = new SumByRun();
  readonly fallenBack = new SumByRun();
  readonly lagging = new SumByRun();
  /** Time in which copies beside the primary alone answered reads, and how far behind they were when that began. */
  readonly stale = new SumByRun();
  readonly staleness = new Tally();
  /** What readers of a copy saw: its age over time, µs · s, and over how long, µs. */
  readonly seenAge = new SumByRun();
  readonly seenFor = new SumByRun();
  /** What single replications added to each count. */
  readonly runs: Readonly<Record<StoreCount, RunSums>> = byCount(() => new RunSums());
  /** What had been counted when the last replication ended. */
  private readonly before: Record<StoreCount, number> = byCount(() => 0);

  /** A replication has ended: notes what it has added; to the age that readers saw, beside the time that they saw it for. */
  endRun(): void {
    for (const name of COUNTS) {
      this.runs[name].add(this[name] - this.before[name]);
      this.before[name] = this[name];
    }
    const seenFor = this.seenFor.present;
    for (const name of TIMES) this[name].endRun(name === 'seenAge' ? seenFor : 0);
    this.losses.endRun();
    this.staleness.endRun();
  }

  merge(later: StoreCollected): void {
    this.losses.merge(later.losses);
    this.recoveries += later.recoveries;
    this.cleanRecoveries += later.cleanRecoveries;
    this.staleness.merge(later.staleness);
    for (const name of COUNTS) {
      this[name] += later[name];
      this.runs[name].merge(later.runs[name]);
    }
    for (const name of TIMES) this[name].merge(later[name]);
  }

  /** To or from a tape; one that is read into must be fresh. */
  code(tape: Tape): void {
    this.losses.code(tape);
    this.recoveries = tape.number(this.recoveries);
    this.cleanRecoveries = tape.number(this.cleanRecoveries);
    this.staleness.code(tape);
    for (const name of COUNTS) {
      this[name] = tape.number(this[name]);
      this.runs[name].code(tape);
    }
    for (const name of TIMES) this[name].code(tape);
  }
}
