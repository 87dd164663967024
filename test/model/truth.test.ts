import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Us } from '../../src/base/index.ts';
import { Arena } from '../../src/engine/index.ts';
import { type Effect, MANNERS, type MannerName, mannerOf, Truth } from '../../src/model/index.ts';

const effect = (name: MannerName, degree: Partial<Effect> = {}): Effect => ({
  manner: mannerOf(name),
  share: 1,
  probesFail: 1,
  factor: 1,
  destroys: false,
  ...degree,
});

/** One thing, and the faults that may strike it; what its watchers are told is written down. */
class Subject {
  readonly told: string[] = [];
  readonly truth = new Truth({ now: 0 as Us, truth: () => {} });
  readonly thing = this.truth.add('thing', 0);

  constructor(effects: readonly Effect[]) {
    const arena = new Arena();
    this.truth.watch(this.thing, () => this.told.push(this.shown));
    this.truth.seal(arena);
    for (const one of effects) this.truth.foresee([this.thing], one, arena);
  }

  hit(one: Effect): void {
    this.truth.hit([this.thing], 0, one);
  }

  heal(one: Effect): void {
    this.truth.heal([this.thing], 0, one);
  }

  get shown(): string {
    const { truth, thing } = this;
    return `${MANNERS[truth.manner[thing]!]} ${truth.share[thing]} ${truth.probesFail[thing]} ${truth.factor[thing]}`;
  }
}

const EFFECTS: readonly Effect[] = [
  effect('exit'),
  effect('silent'),
  effect('hang'),
  effect('gray', { share: 0.3, probesFail: 0.5 }),
  effect('gray', { share: 0.6, probesFail: 0.1 }),
  effect('slow', { factor: 2 }),
  effect('slow', { factor: 4 }),
];
const WELL = 'ok 0 0 1';

describe('truth', () => {
  it('of several gray or slow faults shows the worst, and tells when it changes', () => {
    const [mild, bad, slow] = [EFFECTS[3]!, EFFECTS[4]!, EFFECTS[5]!];
    const subject = new Subject(EFFECTS);
    for (const one of [mild, bad, slow]) subject.hit(one);
    for (const one of [bad, mild, slow]) subject.heal(one);
    expect(subject.told).toEqual([
      'gray 0.3 0.5 1',
      'gray 0.6 0.5 1',
      'gray 0.6 0.5 2',
      'gray 0.3 0.5 2',
      'slow 0 0 2',
      WELL,
    ]);
  });

  it('of overlapping faults does not depend on the order in which they come and go', () => {
    const some = fc.shuffledSubarray([...EFFECTS], { minLength: 2 });
    fc.assert(
      fc.property(some, fc.gen(), (effects, gen) => {
        const shuffled = () => gen(() => fc.shuffledSubarray([...effects], { minLength: effects.length }));
        const [one, other] = [new Subject(EFFECTS), new Subject(EFFECTS)];
        for (const struck of effects) one.hit(struck);
        for (const struck of shuffled()) other.hit(struck);
        expect(other.shown).toBe(one.shown);
        const [last, ...rest] = effects;
        for (const healed of rest) one.heal(healed);
        for (const healed of shuffled()) if (healed !== last) other.heal(healed);
        expect(other.shown).toBe(one.shown);
        for (const subject of [one, other]) {
          subject.heal(last!);
          expect(subject.shown).toBe(WELL);
        }
      }),
    );
  });
});
