import { distance } from '../../faults/index.ts';
import type { FaultSpec } from '../../language/index.ts';
import type { AlarmSpec, PlanSpec, Verb } from '../../plans/index.ts';
import type { Component, Draft } from '../draft.ts';

/** Alarms that no run ever raises: nothing that breaks in the scenario brings about what they wait for. */
export function warnOfSilence(draft: Draft): void {
  const { scenario, notes } = draft;
  // Where nothing breaks at all the scenario is there to be drilled.
  if (!breaksAnything(draft)) return;
  for (const alarm of scenario.alarms) {
    const idle = alarm.damaged.length > 0 ? undamaged(alarm, draft) : unbroken(alarm, draft);
    if (idle === undefined) continue;
    const wrong = alarm.damaged.length > 0;
    notes
      .at('alarms', alarm.name)
      .warn(
        'never-raised',
        `no run raises \`${alarm.name}\`: nothing ${wrong ? 'damages' : 'makes'} \`${idle}\`${wrong ? '' : ' look bad'}`,
        {
          path: [wrong ? 'damaged' : 'watch'],
          expected: wrong
            ? `a fault of \`${idle}\` with effect: corruption, or a scheduled damage`
            : `a fault of \`${idle}\` or of where it stands, or something else to watch`,
          zh: {
            message: wrong
              ? `运行中不会发出 \`${alarm.name}\`：没有什么会损坏 \`${idle}\``
              : `运行中不会发出 \`${alarm.name}\`：没有什么会使 \`${idle}\` 显得异常`,
            expected: wrong
              ? `\`${idle}\` 的 effect: corruption 的故障，或定时损坏`
              : `\`${idle}\` 或其所在位置的故障，或监视别的对象`,
          },
        },
      );
  }
}

const strikes = ({ arrival }: FaultSpec): boolean => arrival.kind !== 'never';
const spoils = (fault: FaultSpec): boolean => strikes(fault) && fault.effect === 'corruption';
/** Whether what a fault does can be seen from outside: what is slow answers all the same. */
const shows = (fault: FaultSpec): boolean =>
  strikes(fault) &&
  fault.effect !== 'corruption' &&
  fault.effect !== 'slow' &&
  (fault.effect !== 'gray' || fault.probesFail > 0);

function breaksAnything({ scenario }: Draft): boolean {
  const { components, places, links, domains, areas, schedule, maintenance } = scenario;
  return (
    schedule.length + maintenance.length > 0 ||
    [...components, ...places, ...links, ...domains, ...areas].some(({ faults }) => faults.some(strikes))
  );
}

/** A store whose data nothing spoils, where none of those that an alarm asks about can be wrong. */
function undamaged({ damaged }: AlarmSpec, { scenario }: Draft): string | undefined {
  const { components, places, domains, areas, schedule, objectives, plans } = scenario;
  const spoiled =
    schedule.some(({ damage }) => damage !== undefined) ||
    [...components, ...places, ...domains, ...areas].some(({ faults }) => faults.some(spoils)) ||
    // Such an objective is there for drills, and a comparison may find what nobody knew of.
    objectives.some(({ kind }) => kind === 'data-damaged') ||
    plans.some(({ steps }) => steps.some(({ verb }) => verb === 'check-consistency'));
  return spoiled ? undefined : damaged[0];
}

/** Something that never looks bad, though it would have to: one of all that an alarm watches, or each of any. */
function unbroken({ name, watch, from }: AlarmSpec, draft: Draft): string | undefined {
  const { links, schedule, maintenance } = draft.scenario;
  const cut = from !== undefined && links.some(({ faults }) => faults.some(shows));
  if (cut || schedule.length + maintenance.length > 0) return undefined;
  const idle = watch.targets.filter((target) => !looksBad(target, name, draft));
  const silent = watch.mode === 'all' ? idle.length > 0 : idle.length === watch.targets.length;
  return silent ? idle[0] : undefined;
}

/** Whether faults of a component, of what it refers to, of where it stands or of what takes it with others can be seen. */
function looksBad(target: string, alarm: string, draft: Draft): boolean {
  const component = draft.components.get(target) ?? draft.components.get(target.split('/')[0]!);
  if (draft.scenario.domains.some(({ faults }) => faults.some(shows))) return true;
  if (component !== undefined && isMadeBad(component, alarm, draft)) return true;
  return placesOf(component, target).some((place) => placeFalls(place, draft));
}

/** What plans do that may look as if something had failed. */
const TAKING: ReadonlySet<Verb> = new Set([
  'fence',
  'stop-writes',
  'stop',
  'switch',
  'failover',
  'failback',
  'restore',
]);

/** By its own faults, by those of what it refers to, or by a plan that another alarm sets off. */
function isMadeBad({ spec, references }: Component, alarm: string, { components, scenario }: Draft): boolean {
  const isTaken = ({ when, steps }: PlanSpec): boolean =>
    when.alarm !== alarm && steps.some(({ verb, targets }) => TAKING.has(verb) && targets.includes(spec.name));
  return (
    spec.faults.some(shows) ||
    references.some(({ name }) => components.get(name)?.spec.faults.some(shows) === true) ||
    scenario.plans.some(isTaken)
  );
}

const placesOf = (component: Component | undefined, target: string): readonly string[] =>
  component === undefined ? [target] : component.references.flatMap(({ to, name }) => (to === 'place' ? [name] : []));

function placeFalls(path: string, { scenario }: Draft): boolean {
  const isAround = (place: string): boolean => place === path || path.startsWith(`${place}/`);
  return scenario.places
    .filter((place) => isAround(place.path))
    .some(
      ({ faults, coordinates }) => faults.some(shows) || (coordinates !== undefined && isHit(coordinates, scenario)),
    );
}

const isHit = (there: readonly [number, number], { areas }: Draft['scenario']): boolean =>
  areas.some(({ faults, centre, radius }) => faults.some(shows) && distance(there, centre) <= radius);
