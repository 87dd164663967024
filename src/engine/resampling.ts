import { type Law, type Life, newLife, steadyLife } from '../random/index.ts';
import type { Slot } from './clocks.ts';
import type { Registry } from './registry.ts';
import type { Sampler } from './sampler.ts';

interface Drawn {
  readonly slot: Slot;
  /** Undefined: what began as new has one end only. */
  readonly fresh: Life | undefined;
  readonly steady: Life;
}

/**
 * Gives what is pending another future: every delay that was drawn from a law is drawn again, given the age that it has
 * reached. The ends of two copies of one state are then independent of each other, and each has the law that it had.
 */
export class Resampler {
  /** 1 for every slot that can be drawn again: they must stay pending where they are due after the last instant. */
  readonly lasting: Uint8Array;
  private readonly sampler: Sampler;
  private readonly drawn: readonly Drawn[];

  constructor(sampler: Sampler, { slots }: Registry) {
    const lives = new Map<Law, Omit<Drawn, 'slot'>>();
    this.sampler = sampler;
    this.lasting = new Uint8Array(slots.length);
    this.drawn = slots.flatMap(({ random }, slot) => {
      if (random === undefined || random.law.kind === 'never') return [];
      const known = lives.get(random.law) ?? livesOf(random.law);
      lives.set(random.law, known);
      this.lasting[slot] = 1;
      return [{ slot: slot as Slot, ...known }];
    });
  }

  /** Draws all of them again, each from its own stream. To be called between two instants. */
  renew(): void {
    const { sampler, drawn } = this;
    for (let i = 0; i < drawn.length; i++) {
      const { slot, fresh, steady } = drawn[i]!;
      if (!sampler.armed(slot)) continue;
      const life = sampler.isSteady(slot) ? steady : fresh;
      if (life !== undefined) sampler.redraw(slot, life.residual(sampler.uniform(slot), sampler.age(slot)));
    }
  }
}

const livesOf = (law: Law): Omit<Drawn, 'slot'> => ({
  fresh: law.kind === 'fixed' ? undefined : newLife(law),
  steady: steadyLife(law),
});
