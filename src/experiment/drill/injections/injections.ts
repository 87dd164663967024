import { Targets } from '../../../faults/index.ts';
import type { Notebook } from '../../../language/index.ts';
import { compileScenario, type Scenario } from '../../../scenario/index.ts';
import { copies, damages } from './data.ts';
import type { Ground, Injection } from './injection.ts';
import { mistakes } from './mistakes.ts';
import { components, parts } from './parts.ts';
import { links, services, sites } from './sites.ts';

/** Where the faults of a scenario are looked for; what drills take for granted goes into `notes`. */
export function groundOf(scenario: Scenario, notes: Notebook): Ground {
  const { world } = compileScenario(scenario, { brief: true });
  return { scenario, world, targets: new Targets(world, scenario), notes };
}

/** Everything that is drilled: sites first, then links, parts, data and people. */
export function injectionsOn(ground: Ground): Injection[] {
  const all = [sites, services, links, components, parts, copies, damages, mistakes].flatMap((some) => some(ground));
  return [...new Map(all.map((one) => [`${one.class}:${one.domain} ${one.fault}`, one])).values()];
}
