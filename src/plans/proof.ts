import type { Us } from '../base/index.ts';
import type { World } from '../model/index.ts';
import { Readiness } from './readiness.ts';
import type { PlanSpec, StepSpec, Verb } from './schema.ts';

/** Verbs that only keep the old side out: they need nothing of the new one. */
const KEEPING_OUT: readonly Verb[] = ['fence', 'hold-out'];

/** When it turns out, once in each run of a plan, whether what it switches to works: at the first step that leans on that. */
export class Proof {
  private readonly spec: PlanSpec;
  private readonly readiness: Readiness | undefined;
  /** 1 when it has turned out. */
  private readonly proved: Uint8Array;

  constructor(world: World, spec: PlanSpec) {
    const targets = spec.steps.flatMap((step) => step.targets);
    this.spec = spec;
    this.readiness = spec.readiness && new Readiness(world, spec.name, spec.readiness, targets);
    this.proved = world.workshop.arena.u8('logic', 1);
  }

  /** The plan starts: nothing is known yet. */
  begin(): void {
    this.proved[0] = 0;
  }

  /** How much longer a step takes because people must make it work; 0 where it works, or where that is no question any more. */
  delayOf(step: StepSpec): Us {
    if (this.readiness === undefined || this.proved[0] === 1 || !this.leans(step)) return 0 as Us;
    this.proved[0] = 1;
    return this.readiness.delay();
  }

  private leans({ verb }: StepSpec): boolean {
    return !KEEPING_OUT.includes(verb) || this.spec.steps.every((step) => KEEPING_OUT.includes(step.verb));
  }

  /** What the plan switches to serves in earnest at this moment: the switch has succeeded, or the way back ends. */
  serves(): void {
    this.readiness?.serves();
  }
}
