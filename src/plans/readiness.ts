import type { Us } from '../base/index.ts';
import type { ChanceId, DrawId } from '../engine/index.ts';
import type { World } from '../model/index.ts';
import { fixed, uniform } from '../random/index.ts';
import type { ReadinessSpec } from './readiness-schema.ts';

/** What the plan switches to has never served yet. */
const NEVER_SERVED = -1;

/**
 * Whether what a plan switches to works when it is needed. The last drill's age is arithmetic: no drill is an event. What a
 * plan has switched to in earnest, to its end, has served, as in a drill.
 */
export class Readiness {
  private readonly world: World;
  private readonly spec: ReadinessSpec;
  private readonly works: ChanceId;
  private readonly repair: DrawId;
  private readonly offset: Float64Array;
  /** When it was last known to serve in earnest. */
  private readonly served: Float64Array;
  private readonly drills: readonly (() => number)[];

  /** @param targets what the plan acts on: where the component says when it is drilled, these are asked */
  constructor(world: World, plan: string, spec: ReadinessSpec, targets: readonly string[]) {
    const { registry, arena } = world.workshop;
    const { proved } = spec;
    const first = registry.draw(`${plan} first drill`, typeof proved === 'number' ? uniform(0, proved) : fixed(0));
    this.world = world;
    this.spec = spec;
    this.works = registry.chance(`${plan} is ready`, 1);
    this.repair = registry.draw(`${plan} made to work`, spec.otherwise);
    this.offset = arena.f64('time', 1);
    this.served = arena.f64('time', 1).fill(NEVER_SERVED);
    this.drills = [...new Set(targets)].flatMap((target) => world.drilled.get(target) ?? []);
    world.atStart(() => {
      this.offset[0] = world.clocks.sample(first);
    });
  }

  /** How much longer the switch takes: 0 where it works. */
  delay(): Us {
    const { clocks } = this.world;
    return clocks.choose(this.works, this.chance()) ? (0 as Us) : clocks.sample(this.repair);
  }

  /** It serves in earnest at this moment: the switch has succeeded, or the way back ends. */
  serves(): void {
    this.served[0] = this.world.clocks.now;
  }

  private chance(): number {
    const { proved, serving, never, forgets } = this.spec;
    if (proved === 'serving') return serving;
    if (proved === 'never') return never;
    return never + (serving - never) * Math.exp(-Math.min(this.sinceDrill(proved), this.sinceServed()) / forgets);
  }

  private sinceDrill(proved: 'drills' | Us): number {
    const { now } = this.world.clocks;
    if (proved !== 'drills') return (now + this.offset[0]!) % proved;
    return Math.max(...this.drills.map((last) => now - last()));
  }

  private sinceServed(): number {
    const served = this.served[0]!;
    return served === NEVER_SERVED ? Number.POSITIVE_INFINITY : this.world.clocks.now - served;
  }
}
