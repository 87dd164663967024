import type { FaultSpec } from '../../../language/index.ts';
import type { Thing } from '../../../model/index.ts';
import { type Component, type Ground, has, type Injection, losing, losingAll } from './injection.ts';

/** Of the parts of a component in one place, so many are drilled: a primary, its standby, and one more. Servers are alike. */
const DRILLED = 3;

/** Components as a whole, lost for good; control planes of machines are a class of their own. */
export const components = ({ scenario, world }: Ground): Injection[] =>
  scenario.components
    .filter(({ name }) => (world.units.get(name) ?? []).length > 0)
    .map((part) => losing(has(part, 'control') ? 'control' : 'component', part.name));

/** What breaks in components by itself, with its own repair: on one part of each sort in each place. */
export const parts = (ground: Ground): Injection[] =>
  ground.scenario.components.flatMap((part) =>
    part.faults
      .filter(({ effect, arrival }) => effect !== 'corruption' && arrival.kind !== 'never')
      .flatMap((fault) => faultOf(part, fault, ground)),
  );

function faultOf(part: Component, fault: FaultSpec, ground: Ground): Injection[] {
  const sets = ground.targets.struckBy(part.name, fault.name);
  const { truth } = ground.world;
  const { effect, share, probesFail, factor, repair } = fault;
  const shown = { effect, share, probesFail, factor, for: repair, boots: has(part, 'pool') };
  if (sets.length === 1 && sets[0]!.length > 1) {
    const takes = sets[0]!.map((unit) => truth.name(unit));
    return [losingAll('component', part.name, fault.name, takes, shown)];
  }
  return representatives(part, sets.flat(), ground).map((unit) => {
    const name = truth.name(unit);
    return losing(name === part.name ? 'component' : 'instance', name, fault.name, shown);
  });
}

/** The parts that stand for the others: servers of a pool in one place are alike, so that `alike` of them do; copies of data are not. */
export function representatives(
  part: Component,
  units: readonly Thing[],
  { world: { truth } }: Ground,
  alike = 1,
): Thing[] {
  const most = has(part, 'pool') ? alike : DRILLED;
  const seen = new Map<number, number>();
  return units.filter((unit) => {
    const count = seen.get(truth.home(unit)) ?? 0;
    seen.set(truth.home(unit), count + 1);
    return count < most;
  });
}
