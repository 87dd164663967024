import { expect, test } from 'vitest';
import { Ways } from '../../src/experiment/topology/ways.ts';

test('a way is known by where it begins and where it ends, and ways stand as they were met', () => {
  const ways = new Ways<number>();
  ways.add('b', 'a', 1);
  ways.add('a', 'b', 2);
  ways.add('b', 'c', 3);
  expect([ways.get('a', 'b'), ways.get('b', 'a'), ways.get('b', 'c')]).toEqual([2, 1, 3]);
  expect([ways.get('a', 'c'), ways.get('c', 'a')]).toEqual([undefined, undefined]);
  expect(ways.all).toEqual([1, 2, 3]);
});
