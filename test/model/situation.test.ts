import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { Arena } from '../../src/engine/index.ts';
import { Situation } from '../../src/model/index.ts';

const WORDS = 3;

it('gives the same number to the same words only, whatever changes have led to them', () => {
  const change = fc.tuple(fc.nat(WORDS - 1), fc.integer({ min: 0, max: 2 }));
  fc.assert(
    fc.property(fc.array(fc.array(change, { maxLength: 15 }), { minLength: 1, maxLength: 400 }), (instants) => {
      const situation = new Situation(new Arena());
      const first = situation.declare(WORDS);
      situation.seal();
      const words = new Array<number>(WORDS).fill(0);
      const known = new Map<number, string>();
      for (const changes of instants) {
        for (const [word, value] of changes) {
          words[word] = value;
          situation.put(first + word, value);
        }
        const number = situation.number();
        expect(known.get(number) ?? words.join()).toBe(words.join());
        known.set(number, words.join());
      }
      // All the words there can be have room: none has had to give way, so none has had two numbers.
      expect(new Set(known.values()).size).toBe(known.size);
    }),
    { numRuns: 200 },
  );
});

it('keeps the situation that it has given a number, so that what follows from frequent ones is not worked out again and again', () => {
  const VALUES = 4096;
  fc.assert(
    fc.property(fc.array(fc.nat(VALUES - 1), { minLength: 100, maxLength: 1000 }), (values) => {
      const situation = new Situation(new Arena());
      const word = situation.declare(1);
      // Few places, so that many situations oust one another.
      situation.seal(true);
      // The second time all changes are known that led from one situation to the next.
      for (const value of [...values, ...values]) {
        situation.put(word, value);
        expect(situation.keeps(situation.number())).toBe(true);
      }
    }),
    { numRuns: 50 },
  );
});
