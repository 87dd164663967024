import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { topologyOf } from '../../src/experiment/index.ts';
import { readScenario } from '../../src/index.ts';

const drawn = (name: string) => {
  const file = new URL(`../../scenarios/${name}.yaml`, import.meta.url);
  return topologyOf(readScenario(readFileSync(file, 'utf8'), name).scenario!);
};
const edge = (name: string, from: string, to: string) =>
  drawn(name).edges.find((one) => one.from === from && one.to === to);

test('half of the users come to each zone, and both zones use the database of the first', () => {
  expect(edge('a-a', 'www', 'slb-a')?.share).toBeCloseTo(0.5, 9);
  expect(edge('a-a', 'slb-b', 'app-b')?.perSecond).toBeCloseTo(600, 6);
  expect(edge('a-a', 'app-b', 'orders-a')).toMatchObject({ kind: 'store', how: 'database' });
  // The way that a plan may open is drawn, and carries nothing.
  expect(edge('a-a', 'app-b', 'orders-b')).toMatchObject({ kind: 'store', share: 0, perSecond: 0 });
});

test('a replication is an edge with its lag, and no node', () => {
  const { nodes, edges } = drawn('a-a');
  const copy = edges.find(({ component }) => component === 'sync');
  expect(copy).toMatchObject({ from: 'orders-a', to: 'orders-b', kind: 'copy' });
  expect(copy!.lagSeconds).toBeGreaterThan(0);
  expect(nodes.map(({ component }) => component)).not.toContain('sync');
});

test('a component that spans zones stands in each of them, the primary in one', () => {
  const cache = drawn('product-redis-two-rooms').nodes.filter(({ component }) => component === 'cache');
  expect(cache.map(({ place, primary }) => [place, primary])).toEqual([
    ['cn-beijing/a', true],
    ['cn-beijing/b', false],
  ]);
});

test('what stands by gets no requests', () => {
  expect(edge('hybrid-dr', 'www', 'slb-cloud')?.perSecond).toBe(0);
});

test('requests that a name sends straight to servers go along an edge as those through a balancer do', () => {
  expect(edge('cloud-redeploy', 'www', 'app-a')).toMatchObject({ kind: 'traffic', perSecond: 200, share: 1 });
  expect(edge('cloud-redeploy', 'www', 'app-b')).toMatchObject({ kind: 'traffic', perSecond: 0, share: 0 });
  const ways = drawn('product-rds-dr-instance').edges.filter(({ from, kind }) => from === 'www' && kind === 'traffic');
  expect(ways.map(({ to, share }) => [to, share])).toEqual([
    ['app@cn-hangzhou/h', 0.5],
    ['app@cn-hangzhou/i', 0.5],
    ['app-far@cn-beijing/a', 0],
    ['app-far@cn-beijing/b', 0],
  ]);
});

test('users who come straight to servers in two zones come to both, and none goes from one to the other', () => {
  const { nodes, edges } = drawn('product-oss');
  expect(nodes.filter(({ entry }) => entry).length).toBeGreaterThan(0);
  const componentOf = (id: string): string => nodes.find((node) => node.id === id)!.component;
  expect(edges.filter(({ kind, from, to }) => kind === 'traffic' && componentOf(from) === componentOf(to))).toEqual([]);
});
