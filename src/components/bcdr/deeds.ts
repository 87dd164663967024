import type { Us } from '../../base/index.ts';
import type { Deed, Thing, World } from '../../model/index.ts';
import type { Counterparts } from './machines.ts';
import type { BcdrSpec } from './schema.ts';

/** What a plan acts on. */
interface Appliance {
  readonly spec: BcdrSpec;
  readonly world: World;
  readonly whole: Thing;
  readonly counterparts: Counterparts;
  readonly reversed: boolean;
  readonly drills: { ending(): Us };
  reverse(): void;
}

/** The copy in the cloud becomes the database and the machines there start, all by one order. The site is not needed. */
export function failover(appliance: Appliance): Deed {
  const { world, spec, counterparts } = appliance;
  const promote = world.deeds.bind(spec.to, 'promote', {});
  const start = world.workshop.registry.draw(`${spec.name} start`, spec.start);
  const up = world.workshop.arena.f64('time', 1);
  return {
    needs: promote.needs,
    mends: [...promote.mends, ...counterparts.wholes],
    begin: () => {
      up[0] = world.clocks.now + appliance.drills.ending() + world.clocks.sample(start);
    },
    takes: () => Math.max(0, up[0]! - world.clocks.now) as Us,
    ready: () => world.clocks.now >= up[0]!,
    lag: () => promote.lag?.() ?? (0 as Us),
    end: () => {
      promote.end();
      counterparts.run(true);
    },
  };
}

/** Home again, when the database of the site has been promoted: the machines in the cloud stop, and copies flow there again. */
export function failback(appliance: Appliance): Deed {
  return {
    needs: [appliance.whole],
    mends: [],
    end: () => {
      appliance.counterparts.run(false);
      if (appliance.reversed) appliance.reverse();
    },
  };
}
