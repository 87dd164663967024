import type { Us } from '../base/index.ts';
import type { ChanceId, DrawId } from '../engine/index.ts';
import type { World } from '../model/index.ts';
import { fixed, uniform } from '../random/index.ts';
import type { ReadinessSpec } from './readiness-schema.ts';

/** Whether what a plan switches to works when it is needed. The last drill's age is arithmetic: no drill is an event. */
export class Readiness {
  private readonly world: World;
  private readonly spec: ReadinessSpec;
  private readonly works: ChanceId;
  private readonly repair: DrawId;
  private readonly offset: Float64Array;

  constructor(world: World, plan: string, spec: ReadinessSpec) {
    const { registry, arena } = world.workshop;
    const { proved } = spec;
    const first = registry.draw(`${plan} first drill`, typeof proved === 'number' ? uniform(0, proved) : fixed(0));
    this.world = world;
    this.spec = spec;
    this.works = registry.chance(`${plan} is ready`, 1);
    this.repair = registry.draw(`${plan} made to work`, spec.otherwise);
    this.offset = arena.f64('time', 1);
    world.atStart(() => {
      this.offset[0] = world.clocks.sample(first);
    });
  }

  /** How much longer the switch takes: 0 where it works. */
  delay(): Us {
    const { clocks } = this.world;
    return clocks.choose(this.works, this.chance()) ? (0 as Us) : clocks.sample(this.repair);
  }

  private chance(): number {
    const { proved, serving, never, forgets } = this.spec;
    if (proved === 'serving') return serving;
    if (proved === 'never') return never;
    const age = (this.world.clocks.now + this.offset[0]!) % proved;
    return never + (serving - never) * Math.exp(-age / forgets);
  }
}
