import { INTERNET } from '../../language/index.ts';
import type { AlarmSpec } from '../../plans/index.ts';
import type { Component, Draft } from '../draft.ts';
import { Ground, type Reaches } from '../structure/ground.ts';

/** Alarms whose sight hangs on one line: its cut looks like the loss of what users still reach, and plans act on it. */
export function warnOfSight(draft: Draft): void {
  const { places, links, alarms, plans } = draft.scenario;
  // What no plan heeds does no harm.
  const heeded = alarms.filter(({ name }) => plans.some(({ when }) => when.alarm === name));
  if (links.length === 0 || heeded.length === 0) return;
  const ground = new Ground(places, links);
  const whole = ground.without();
  const cuts = links.map(({ name }) => {
    const reaches = ground.without(name);
    return { name, reaches, served: reachedByUsers(reaches, draft) };
  });
  for (const alarm of heeded) {
    for (const { name, reaches, served } of cuts) {
      const target = falselyMissed(alarm, whole, reaches, served, draft);
      if (target === undefined) continue;
      tell(alarm, name, target, draft);
      break;
    }
  }
}

function tell({ name, from }: AlarmSpec, link: string, target: string, { notes }: Draft): void {
  notes
    .at('alarms', name)
    .warn(
      'sight-by-one-line',
      `a cut of \`${link}\` alone raises \`${name}\`: from ${from} it looks like the loss of \`${target}\`, which users still reach`,
      {
        path: ['from'],
        expected: `a place that sees it another way${from === INTERNET ? '' : ', such as `internet`'}, or a second link`,
        zh: {
          message: `仅 \`${link}\` 中断就会发出 \`${name}\`：从 ${from} 看来就像 \`${target}\` 丢失，而用户仍能访问它`,
          expected: `能从另一条路看到它的位置${from === INTERNET ? '' : '（例如 `internet`）'}，或再加一条链路`,
        },
      },
    );
}

/** Something that an alarm, raised by a cut alone, takes for lost though users reach it. */
function falselyMissed(
  { watch, from }: AlarmSpec,
  whole: Reaches,
  cut: Reaches,
  served: ReadonlySet<string>,
  draft: Draft,
): string | undefined {
  if (from === undefined) return undefined;
  const isMissed = (target: string): boolean => {
    const homes = homesOf(target, draft);
    return homes.every((home) => !cut(from, home)) && homes.some((home) => whole(from, home));
  };
  const missed = watch.targets.filter(isMissed);
  if (watch.mode === 'all' && missed.length < watch.targets.length) return undefined;
  return missed.find((target) => served.has(componentOf(target, draft)?.spec.name ?? target));
}

/** The component that a target is, or is a part of; a place is of none. */
const componentOf = (target: string, { components }: Draft): Component | undefined =>
  components.get(target.split('/')[0]!);

/** Where something that an alarm watches is looked at: a component as a whole where it was declared first. */
function homesOf(target: string, draft: Draft): readonly string[] {
  const component = componentOf(target, draft);
  if (component === undefined) return [target];
  return target === component.spec.name ? placesOf(component).slice(0, 1) : placesOf(component);
}

/** What has no place is where users are. */
const placesOf = ({ spec }: Component): readonly string[] =>
  'places' in spec ? spec.places : 'place' in spec ? [spec.place] : [INTERNET];

/** The components that users reach, and the places in which these stand. */
function reachedByUsers(reaches: Reaches, { scenario, components }: Draft): ReadonlySet<string> {
  const served = new Set<string>();
  const reached = new Set<string>();
  const waiting: (readonly [name: string, from: string])[] = scenario.workloads.map(({ entry }) => [entry, INTERNET]);
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const [name, from] = next;
    const component = components.get(name);
    if (component === undefined) continue;
    for (const place of placesOf(component)) {
      const key = `${name} ${place}`;
      if (reached.has(key) || !reaches(from, place)) continue;
      reached.add(key);
      served.add(name);
      for (let at = place; at !== ''; at = at.slice(0, Math.max(at.lastIndexOf('/'), 0))) served.add(at);
      waiting.push(...onward(component).map((to) => [to, place] as const));
    }
  }
  return served;
}

const onward = ({ hops, references }: Component): readonly string[] => [
  ...hops.map(({ to }) => to),
  ...references.flatMap(({ to, name }) => (to === 'store' || to === 'database' ? [name] : [])),
];
