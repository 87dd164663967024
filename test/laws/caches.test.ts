import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SECOND, type Us } from '../../src/base/index.ts';
import { blank } from '../../src/experiment/index.ts';
import { masterKey } from '../../src/random/index.ts';
import { compileScenario, type Model } from '../../src/scenario/index.ts';
import { read } from '../simulate.ts';
import { TIMES } from '../times.ts';
import { caches } from './caches.ts';
import { HORIZON, measure, sums, usually } from './measured.ts';
import { textOf } from './scenarios.ts';

const always = (count: number, law: (text: string) => void): void =>
  fc.assert(
    fc.property(caches, (raw) => {
      law(textOf(raw));
    }),
    { seed: 1, numRuns: count * TIMES },
  );

const bytes = ({ world }: Model): string =>
  (['logic', 'time', 'random', 'sums'] as const)
    .map((segment) => world.workshop.arena.bytes(segment).map((part) => Buffer.from(part).toString('base64')))
    .join('|');

describe('key-value stores of every edition', () => {
  it('literal probes and elided ones give the same trace and the same sums', () => {
    always(10, (text) => expect(sums(measure(text, { probes: 'literal' }))).toEqual(sums(usually(text))));
  });

  it('evaluating service always and when something relevant has changed are the same to the last bit', () => {
    always(25, (text) => expect(measure(text, { evaluateAlways: true })).toEqual(usually(text)));
  });

  it('restored, a store goes on as it would have gone straight on', () => {
    always(10, (text) => {
      const model = compileScenario(read(text));
      const to = (end: number): void => void model.simulation.run(end as Us, model.service);
      model.meter.begin(blank(model));
      model.world.begin(model.simulation, masterKey('caches'), 0);
      to(HORIZON / 2);
      const saved = model.simulation.save();
      to(HORIZON);
      const straight = bytes(model);
      model.simulation.restore(saved);
      to(HORIZON);
      expect(bytes(model)).toBe(straight);
    });
  });

  it('what can be read and written is a share, and nothing is lost that was not written', () => {
    always(25, (text) => {
      const { collected } = usually(text);
      const [store] = collected.stores;
      const written = 50 * 2 * (HORIZON / SECOND);
      expect(store!.writesLost).toBeGreaterThanOrEqual(0);
      expect(store!.writesLost).toBeLessThanOrEqual(written);
      for (const tally of store!.losses.tallies.values()) expect(tally.max).toBeLessThanOrEqual(HORIZON);
    });
  });
});
