import type { ComponentSpec } from '../components/index.ts';
import type { AreaSpec, CrewSpec, DomainSpec, ScheduledFault } from '../faults/index.ts';
import type { Assumption, LinkSpec, PlaceSpec, PriceSpec } from '../language/index.ts';
import type { AlarmSpec, MaintenanceSpec, PlanSpec, TeamSpec } from '../plans/index.ts';
import type { DeclaredSpec, ObjectiveSpec, WorkloadSpec } from '../service/index.ts';

/**
 * A scenario with every default filled in and every reference known to hold. Each list is sorted by name in code units,
 * so that the order in the file changes nothing; the steps of a plan keep their order.
 */
export interface Scenario {
  readonly name: string;
  readonly about: string;
  /** Whether components start in equilibrium or as new. */
  readonly start: 'steady' | 'new';
  readonly places: readonly PlaceSpec[];
  readonly links: readonly LinkSpec[];
  readonly domains: readonly DomainSpec[];
  readonly areas: readonly AreaSpec[];
  readonly crews: readonly CrewSpec[];
  readonly components: readonly ComponentSpec[];
  /** Planned work, by component. */
  readonly maintenance: readonly MaintenanceSpec[];
  /** Of every component, place and link that states one. */
  readonly prices: readonly PriceSpec[];
  /** Of all amounts; undefined: not said. */
  readonly currency: string | undefined;
  readonly workloads: readonly WorkloadSpec[];
  readonly teams: readonly TeamSpec[];
  readonly alarms: readonly AlarmSpec[];
  readonly plans: readonly PlanSpec[];
  readonly objectives: readonly ObjectiveSpec[];
  /** What no simulation can see; it changes no run. */
  readonly declared: DeclaredSpec;
  readonly schedule: readonly ScheduledFault[];
  readonly assumptions: readonly Assumption[];
  /** What follows from the rest: who may go on with the data of whom. */
  readonly served: readonly StoreInUse[];
}

/** A scenario as it was designed: what stands where, and what people do. */
export type Designed = Omit<Scenario, 'served'>;

/** A store that users are served from while everything works. */
export interface StoreInUse {
  readonly store: string;
  /** The other stores that may go on with what it holds. */
  readonly heirs: readonly string[];
  /** The workloads whose users it serves, by number. */
  readonly users: readonly number[];
  /** Those of them that write to it. */
  readonly writers: readonly number[];
  /** Stores that others of their servers, or the same by a plan, use in its stead, and that nothing gives what it holds. */
  readonly rivals: readonly string[];
}
