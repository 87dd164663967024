import { invariant } from '../base/index.ts';
import type { Thing, World } from '../model/index.ts';
import { PlanRunner } from './runner.ts';
import type { AlarmSpec, PlanSpec, TeamSpec } from './schema.ts';
import { Team } from './team.ts';
import { Alarm } from './watch.ts';

export interface PlanSpecs {
  readonly teams: readonly TeamSpec[];
  readonly alarms: readonly AlarmSpec[];
  readonly plans: readonly PlanSpec[];
}

/** Declares the alarms and plans of a world. Components must have been wired. */
export function compilePlans(world: World, specs: PlanSpecs): void {
  const alarms = new Map(specs.alarms.map((alarm) => [alarm.name, new Alarm(world, alarm, watched(world, alarm))]));
  const teams = new Map(
    specs.teams.map(({ name, size }) => [name, new Team(world.workshop.arena, size, specs.plans.length)]),
  );
  const runners = new Map(specs.plans.map((plan) => [plan.name, compilePlan(world, plan, alarms, teams)]));
  for (const { name, when } of specs.plans) {
    if (when.after !== undefined) known(runners, name).follow(known(runners, when.after));
  }
}

function compilePlan(
  world: World,
  plan: PlanSpec,
  alarms: ReadonlyMap<string, Alarm>,
  teams: ReadonlyMap<string, Team>,
): PlanRunner {
  const { when, decidedBy, giveUpIf } = plan;
  return new PlanRunner(world, plan, {
    alarm: known(alarms, when.alarm ?? when.cleared ?? ''),
    giveUp: giveUpIf && known(alarms, giveUpIf.cleared),
    team: decidedBy.kind === 'people' ? known(teams, decidedBy.team) : undefined,
    source: world.sources.add(`plan ${plan.name}`, `plan ${plan.name}`, 'plan', plan.name),
  });
}

/** Components, places and instances that an alarm watches, as things. */
function watched(world: World, alarm: AlarmSpec): Thing[] {
  return [...alarm.watch.targets, ...alarm.damaged].map((name) => {
    const unit = [...world.units.values()].flat().find((candidate) => world.truth.name(candidate) === name);
    const thing = world.wholes.get(name) ?? unit;
    invariant(thing !== undefined, `nothing is called ${name}`);
    return thing;
  });
}

function known<T>(map: ReadonlyMap<string, T>, name: string): T {
  const found = map.get(name);
  invariant(found !== undefined, `nothing is called ${name}`);
  return found;
}
