import type { Model } from '../../scenario/index.ts';

/** What one path or window adds up for each workload: µs lost, requests lost as µs of demand, incidents. */
export class Booking {
  readonly down: Float64Array;
  readonly unserved: Float64Array;
  readonly incidents: Float64Array;
  private readonly model: Model;
  /** Incidents that had begun before. */
  private readonly known: Float64Array;

  constructor(model: Model) {
    const count = model.meter.workloads.length;
    this.model = model;
    this.down = new Float64Array(count);
    this.unserved = new Float64Array(count);
    this.incidents = new Float64Array(count);
    this.known = new Float64Array(count);
  }

  /** Begins at the present state, from nothing. */
  begin(): void {
    this.down.fill(0);
    this.unserved.fill(0);
    this.incidents.fill(0);
    this.skipIncidents();
  }

  /** Books so many µs of the present state. */
  stretch(length: number, weight: number): void {
    const { workloads } = this.model.meter;
    for (let i = 0; i < workloads.length; i++) {
      const { served, below } = workloads[i]!;
      if (below) this.down[i]! += weight * length;
      this.unserved[i]! += weight * length * (1 - served);
    }
  }

  /** Incidents of a workload that have begun since the last look. */
  fresh(workload: number): number {
    return this.model.meter.workloads[workload]!.incidents - this.known[workload]!;
  }

  /** Books them. */
  look(weight: number): void {
    for (let i = 0; i < this.known.length; i++) this.incidents[i]! += weight * this.fresh(i);
    this.skipIncidents();
  }

  /** Leaves them out. */
  skipIncidents(): void {
    const { workloads } = this.model.meter;
    for (let i = 0; i < workloads.length; i++) this.known[i] = workloads[i]!.incidents;
  }

  /** Adds what another one has booked. */
  take(other: Booking, weight: number): void {
    for (let i = 0; i < this.known.length; i++) {
      this.down[i]! += weight * other.down[i]!;
      this.unserved[i]! += weight * other.unserved[i]!;
      this.incidents[i]! += weight * other.incidents[i]!;
    }
  }
}

/** Whether a workload is not fully served now. */
export function anyLoss({ meter }: Model): boolean {
  for (const { served } of meter.workloads) if (served < 1) return true;
  return false;
}

/** Whether every workload is below its level now. */
export function allDown({ meter }: Model): boolean {
  for (const { below } of meter.workloads) if (!below) return false;
  return true;
}
