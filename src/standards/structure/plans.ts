import { homesOf } from '../../components/index.ts';
import type { AlarmSpec, PlanSpec } from '../../plans/index.ts';
import { isWithin, type Topology } from '../../scenario/index.ts';
import { brothersOf } from './data.ts';

/** Whether the loss of a place raises an alarm: what it watches is gone, and its watcher is not. */
function isRaised({ watch, from }: AlarmSpec, lost: string, topology: Topology): boolean {
  if (from !== undefined && isWithin(from, lost)) return false;
  const dark = (target: string): boolean => {
    const places = standing(target, topology);
    return places.length > 0 && places.every((place) => isWithin(place, lost));
  };
  if (watch.targets.length === 0) return false;
  return watch.mode === 'all' ? watch.targets.every(dark) : watch.targets.some(dark);
}

/** Where what is watched stands: of `app-a/3` that server, of `db/1` that node, of another part all of its component. */
function standing(target: string, topology: Topology): readonly string[] {
  const places = topology.placesOf(target);
  if (places.length > 0) return places;
  const [owner, part] = target.split('/') as [string, string?];
  const spec = topology.spec(owner);
  const homes = topology.placesOf(owner);
  const number = Number(part) - 1;
  if (spec?.kind === 'ecs') return homes.filter((_, home) => home === homesOf(spec)[number]);
  const isNode = (spec?.kind === 'rds' || spec?.kind === 'database') && number >= 0;
  return isNode ? homes.slice(number % homes.length).slice(0, 1) : homes;
}

/** The plans that start when a place is lost. */
export function plansFor(lost: string, topology: Topology): readonly PlanSpec[] {
  const { alarms, plans } = topology.scenario;
  return plans.filter(({ when }) => {
    const alarm = alarms.find(({ name }) => name === when.alarm);
    return alarm !== undefined && alarm.damaged.length === 0 && isRaised(alarm, lost, topology);
  });
}

/** The plans that start when data are found to be wrong. */
export function plansForDamage(store: string, { scenario: { alarms, plans } }: Topology): readonly PlanSpec[] {
  return plans.filter(({ when }) => alarms.find(({ name }) => name === when.alarm)?.damaged.includes(store) === true);
}

/** Plans that bring something back: they start on an alarm, not on its end. */
export const recoveryPlans = ({ scenario }: Topology): readonly PlanSpec[] =>
  scenario.plans.filter(({ when }) => when.alarm !== undefined);

const STOPS: ReadonlySet<string> = new Set(['fence', 'stop-writes']);

export interface Promotion {
  readonly plan: PlanSpec;
  /** From 1. */
  readonly step: number;
  readonly verb: 'promote' | 'failover';
  readonly store: string;
  /** Stores that may be primary instead. */
  readonly others: readonly string[];
  readonly fenced: boolean;
}

/** Every promotion of a plan to a store that has brothers, and whether the old primary is kept from writing before. */
export function promotionsOf(plan: PlanSpec, topology: Topology): readonly Promotion[] {
  return plan.steps.flatMap((step, index) => {
    if (step.verb !== 'promote' && step.verb !== 'failover') return [];
    const verb = step.verb;
    const stores = verb === 'promote' ? step.targets : step.targets.flatMap((one) => copyOf(one, topology));
    const before = plan.steps.slice(0, index);
    return stores.flatMap((store): Promotion[] => {
      const others = brothersOf(store, topology);
      if (others.length === 0) return [];
      const fenced = before.some((one) => STOPS.has(one.verb) && one.targets.some((target) => others.includes(target)));
      return [{ plan, step: index + 1, verb, store, others, fenced }];
    });
  });
}

const copyOf = (appliance: string, { parts }: Topology): readonly string[] => {
  const carries = parts.get(appliance)?.carries;
  return carries === undefined ? [] : [carries.to];
};

/** Whether another plan makes one of the others primary again. */
export const comesHome = ({ plan, store, others }: Promotion, topology: Topology): boolean =>
  topology.scenario.plans.some(
    (other) =>
      other !== plan &&
      promotionsOf(other, topology).some((back) => back.store !== store && others.includes(back.store)),
  );
