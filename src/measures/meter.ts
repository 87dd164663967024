import type { Us } from '../base/index.ts';
import type { Judge, ServiceMeter, World } from '../model/index.ts';
import type { Collected } from './collected.ts';
import { Domains } from './domains.ts';
import { type Levels, WorkloadMeter } from './incidents.ts';
import type { Abandonable } from './left-behind.ts';
import { PlanSteps } from './plan-steps.ts';
import { StoreMeter } from './stores.ts';

/** All measures of a run. Reads records and what is served; nothing reads it back. */
export class Meter implements ServiceMeter {
  readonly workloads: readonly WorkloadMeter[];
  readonly domains: Domains;
  readonly stores: StoreMeter;
  private readonly world: World;
  private collected: Collected | undefined;
  private readonly isBelow = (workload: number): boolean => this.workloads[workload]!.below;
  /** 1 while a workload is below its level. */
  private readonly below: Uint8Array;

  /**
   * Every source and store must have been declared.
   * @param used stores that users write, with those that may be written in their stead
   */
  constructor(world: World, judge: Judge, levels: readonly Levels[], used: readonly Abandonable[] = []) {
    this.world = world;
    this.domains = new Domains(world);
    const around = { domains: this.domains, steps: new PlanSteps(world) };
    this.workloads = levels.map((level, index) => new WorkloadMeter(world, judge, index, level, around));
    this.stores = new StoreMeter(world, this.domains, levels, used);
    this.below = world.workshop.arena.u8('memo', 1);
  }

  get watching(): boolean {
    return this.below[0] === 1;
  }

  /** A replication begins; what it shows goes into `collected`. */
  begin(collected: Collected): void {
    this.collected = collected;
    for (const [i, workload] of this.workloads.entries()) workload.begin(collected.workloads[i]!);
    this.stores.begin(collected.stores);
  }

  service(served: Float64Array): void {
    const { workloads } = this;
    let below = 0;
    for (let i = 0; i < workloads.length; i++) {
      if (workloads[i]!.service(served)) below = 1;
    }
    this.below[0] = below;
    this.stores.service(this.isBelow);
  }

  unchanged(): void {
    this.stores.service(this.isBelow);
  }

  wrong(shares: Float64Array): void {
    for (let i = 0; i < shares.length; i++) this.workloads[i]!.wrong(shares);
  }

  end(now: Us): void {
    this.endIncidents(now);
    this.stores.end(now);
    const { counters } = this.world;
    for (const counter of counters.list.keys()) this.collected?.count(counter, counters.read(counter));
  }

  /** The end for somebody who follows what happens alone: what stores and components have come to is summed up nowhere. */
  endWatch(now: Us): void {
    this.endIncidents(now);
    this.stores.endLeft(now);
  }

  private endIncidents(now: Us): void {
    for (const workload of this.workloads) workload.end(now);
  }
}
