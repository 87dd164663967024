import { parse } from 'yaml';
import { law } from '../../../language/index.ts';
import { damaging, type Ground, has, type Injection, losing } from './injection.ts';

/** How long a wrong change stays, as for a wrongly configured balancer. */
const ROLLED_BACK = '{lognormal: {median: 20m, sigma: 1}}';
const ROLLED_BACK_SOURCE = 'assumption: people find and roll back a wrong change within the hour';

/** What an operator does wrong: a change that stops all of a component at once, or whatever damages data by the scenario. */
export const mistakes = (ground: Ground): Injection[] => [...changes(ground), ...slips(ground)];

function changes({ scenario, world, notes }: Ground): Injection[] {
  const changed = scenario.components.filter(
    (part) =>
      has(part, 'entry', 'answer', 'pool', 'store', 'database') && (world.units.get(part.name) ?? []).length > 0,
  );
  if (changed.length > 0) notes.at('drill', 'bad-change').assume(ROLLED_BACK, ROLLED_BACK_SOURCE);
  const wrong = { effect: 'exit' as const, for: law.parse(parse(ROLLED_BACK)) };
  return changed.map(({ name }) => losing('mistake', name, 'bad-change', wrong));
}

/** Wrong data in all stores that a domain or a place takes, as its own faults say. */
function slips({ scenario: { domains, places }, world, targets }: Ground): Injection[] {
  const takers = [
    ...domains.map(({ name, faults }) => ({ name, faults })),
    ...places.map(({ path, faults }) => ({ name: path, faults })),
  ];
  return takers.flatMap(({ name, faults }) =>
    faults
      .filter(({ effect }) => effect === 'corruption')
      .flatMap((fault) => {
        const [first, ...others] = targets.storesOn(targets.lost(name)).map((store) => world.stores.names[store]!);
        return first === undefined ? [] : [damaging('mistake', name, fault.name, [first, ...others], fault)];
      }),
  );
}
