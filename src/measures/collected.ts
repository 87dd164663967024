import { PHASE_COUNT } from '../model/index.ts';
import { Causes } from './causes.ts';
import { Moments, Tally, type Tape, WholeSum } from './estimators/index.ts';
import { Waits } from './waits.ts';

/** Times of one kind by what broke. */
export class ByDomain {
  readonly tallies = new Map<number, Tally>();
  readonly censored = new Map<number, number>();

  /** `domain` is a row of the table of fault domains. */
  add(domain: number, time: number): void {
    this.tally(domain).add(time);
  }

  private tally(domain: number): Tally {
    const known = this.tallies.get(domain);
    if (known !== undefined) return known;
    const fresh = new Tally();
    this.tallies.set(domain, fresh);
    return fresh;
  }

  addCensored(domain: number): void {
    this.censored.set(domain, (this.censored.get(domain) ?? 0) + 1);
  }

  merge(later: ByDomain): void {
    for (const [domain, tally] of later.tallies) this.tally(domain).merge(tally);
    for (const [domain, count] of later.censored) this.censored.set(domain, (this.censored.get(domain) ?? 0) + count);
  }

  /** To or from a tape; one that is read into must be fresh. */
  code(tape: Tape): void {
    const domains = [...this.tallies.keys()];
    const size = tape.number(domains.length);
    for (let i = 0; i < size; i++) this.tally(tape.number(domains[i] ?? 0)).code(tape);
    const cut = [...this.censored];
    const cuts = tape.number(cut.length);
    for (let i = 0; i < cuts; i++) {
      const [domain, count] = cut[i] ?? [0, 0];
      this.censored.set(tape.number(domain), tape.number(count));
    }
  }
}

/** What the replications of one block say about a workload. Blocks are merged in the order of their index. */
export class WorkloadCollected {
  /** Share of requests that were not served, a replication each. */
  readonly unserved = new Moments();
  /** Downtime as a share of time, a replication each; and the part of it that was planned. */
  readonly down = new Moments();
  readonly planned = new Moments();
  /** Share of requests that were answered with wrong data. */
  readonly wrong = new Moments();
  /** Replications with any wrong answer, and with any request that got no right one. */
  withWrong = 0;
  withNotRight = 0;
  /** Share of requests that got no right answer. */
  readonly notRight = new Moments();
  /** The rest of it. */
  readonly unplanned = new Moments();
  readonly incidentRate = new Moments();
  /** Replications with any downtime. */
  withDowntime = 0;
  withUnplanned = 0;
  incidents = 0;
  censored = 0;
  blips = 0;
  readonly durations = new Tally();
  readonly recoveries = new ByDomain();
  /** Microseconds by phase; up-gaps inside incidents stand last. */
  readonly phases = Array.from({ length: PHASE_COUNT + 1 }, () => new WholeSum());
  readonly downTotal = new WholeSum();
  readonly causes = new Causes();
  readonly waits = new Waits();

  merge(later: WorkloadCollected): void {
    this.unserved.merge(later.unserved);
    this.down.merge(later.down);
    this.planned.merge(later.planned);
    this.wrong.merge(later.wrong);
    this.notRight.merge(later.notRight);
    this.withWrong += later.withWrong;
    this.withNotRight += later.withNotRight;
    this.unplanned.merge(later.unplanned);
    this.incidentRate.merge(later.incidentRate);
    this.withDowntime += later.withDowntime;
    this.withUnplanned += later.withUnplanned;
    this.incidents += later.incidents;
    this.censored += later.censored;
    this.blips += later.blips;
    this.durations.merge(later.durations);
    this.recoveries.merge(later.recoveries);
    for (const [phase, sum] of later.phases.entries()) this.phases[phase]!.addExactly(sum.total);
    this.downTotal.addExactly(later.downTotal.total);
    this.causes.merge(later.causes);
    this.waits.merge(later.waits);
  }

  /** To or from a tape. */
  code(tape: Tape): void {
    const { unserved, down, planned, wrong, notRight, unplanned, incidentRate } = this;
    for (const moments of [unserved, down, planned, wrong, notRight, unplanned, incidentRate]) moments.code(tape);
    this.withWrong = tape.number(this.withWrong);
    this.withNotRight = tape.number(this.withNotRight);
    this.withDowntime = tape.number(this.withDowntime);
    this.withUnplanned = tape.number(this.withUnplanned);
    this.incidents = tape.number(this.incidents);
    this.censored = tape.number(this.censored);
    this.blips = tape.number(this.blips);
    this.durations.code(tape);
    this.recoveries.code(tape);
    for (const sum of [...this.phases, this.downTotal]) sum.code(tape);
    this.causes.code(tape);
    this.waits.code(tape);
  }
}

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
  }
}

/** What a block of replications has shown. */
export class Collected {
  readonly workloads: WorkloadCollected[];
  readonly stores: StoreCollected[];
  /** What components have counted, by the order of their counters. */
  readonly counts: number[] = [];
  replications = 0;
  events = 0;

  constructor(workloads: number, stores: number) {
    this.workloads = Array.from({ length: workloads }, () => new WorkloadCollected());
    this.stores = Array.from({ length: stores }, () => new StoreCollected());
  }

  merge(later: Collected): void {
    for (const [i, workload] of later.workloads.entries()) this.workloads[i]!.merge(workload);
    for (const [i, store] of later.stores.entries()) this.stores[i]!.merge(store);
    for (const [i, count] of later.counts.entries()) this.count(i, count);
    this.replications += later.replications;
    this.events += later.events;
  }

  /** To or from a tape; a collection that is read into must be fresh, and of the same scenario. */
  code(tape: Tape): void {
    this.replications = tape.number(this.replications);
    this.events = tape.number(this.events);
    for (const part of [...this.workloads, ...this.stores]) part.code(tape);
    const size = tape.number(this.counts.length);
    for (let i = 0; i < size; i++) this.counts[i] = tape.number(this.counts[i] ?? 0);
  }

  count(counter: number, amount: number): void {
    this.counts[counter] = (this.counts[counter] ?? 0) + amount;
  }
}
