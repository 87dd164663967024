import { Moments, Paired } from '../measures/index.ts';
import type { DataDifferences, DataTotals, Differences, WorkloadDifferences } from './comparison-result.ts';
import type { ReplicationFigures, WorkloadFigures } from './replication-figures.ts';
import { byName } from './summary/by-name.ts';
import { difference, estimate, MINUTES_PER_YEAR, US_PER_YEAR } from './summary/estimates.ts';

type WorkloadPairs = Readonly<Record<keyof WorkloadFigures, Paired>>;

/** One scenario against the first, replication by replication; workloads are the same where their names are. */
export class Pairs {
  private readonly workloads = new Map<string, WorkloadPairs>();
  /** What downtime costs a year. */
  readonly downtimeCost = new Paired();
  private readonly writesLost = new Paired();
  private readonly splitTime = new Paired();
  /** The same of the other by itself. */
  private readonly own = { writesLost: new Moments(), splitTime: new Moments() };

  add(first: readonly ReplicationFigures[], other: readonly ReplicationFigures[]): void {
    for (const [i, figures] of other.entries()) this.addOne(first[i]!, figures);
  }

  private addOne(first: ReplicationFigures, other: ReplicationFigures): void {
    this.downtimeCost.add(first.downtimeCost, other.downtimeCost);
    this.writesLost.add(first.writesLost, other.writesLost);
    this.splitTime.add(first.splitTime, other.splitTime);
    this.own.writesLost.add(other.writesLost);
    this.own.splitTime.add(other.splitTime);
    for (const [name, figures] of other.workloads) {
      const reference = first.workloads.get(name);
      if (reference !== undefined) this.addWorkload(name, reference, figures);
    }
  }

  private addWorkload(name: string, first: WorkloadFigures, other: WorkloadFigures): void {
    const pairs = this.workloads.get(name) ?? fresh();
    this.workloads.set(name, pairs);
    pairs.unserved.add(first.unserved, other.unserved);
    pairs.down.add(first.down, other.down);
    pairs.planned.add(first.planned, other.planned);
    pairs.incidents.add(first.incidents, other.incidents);
  }

  /** In so many years altogether, so many a replication. */
  summary(years: number, yearsPerRun: number): Omit<Differences, 'cost'> {
    const workloads = [...this.workloads].map(([name, pairs]) => [name, ofWorkload(pairs, years)] as const);
    return { workloads: byName(workloads), data: this.data(years, yearsPerRun) };
  }

  /** What all stores of the other come to. */
  totals(years: number, yearsPerRun: number): DataTotals {
    return {
      writesLostPerYear: estimate(this.own.writesLost, 1 / yearsPerRun, years),
      splitBrainMinutesPerYear: estimate(this.own.splitTime, 1 / 60e6 / yearsPerRun, years),
    };
  }

  private data(years: number, yearsPerRun: number): DataDifferences {
    return {
      writesLostPerYear: difference(this.writesLost, 1 / yearsPerRun, years),
      splitBrainMinutesPerYear: difference(this.splitTime, 1 / 60e6 / yearsPerRun, years),
    };
  }
}

const fresh = (): WorkloadPairs => ({
  unserved: new Paired(),
  down: new Paired(),
  planned: new Paired(),
  incidents: new Paired(),
});

const ofWorkload = ({ unserved, down, planned, incidents }: WorkloadPairs, years: number): WorkloadDifferences => ({
  availability: { requests: difference(unserved, -1, years), time: difference(down, -1, years) },
  downtimeMinutesPerYear: difference(down, MINUTES_PER_YEAR, years),
  plannedMinutesPerYear: difference(planned, MINUTES_PER_YEAR, years),
  incidentsPerYear: difference(incidents, US_PER_YEAR, years, true),
});
