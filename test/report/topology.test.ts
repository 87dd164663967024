import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { topologyOf } from '../../src/experiment/index.ts';
import { readScenario } from '../../src/index.ts';
import type { Box } from '../../src/report/html/topology/boxes.ts';
import { drawing } from '../../src/report/html/topology/draw.ts';
import { layoutOf } from '../../src/report/html/topology/layout.ts';
import { pathOf } from '../../src/report/html/topology/paths.ts';
import { manyComponents } from '../browser/many.ts';

const FOLDER = new URL('../../scenarios/', import.meta.url);
const FILES = readdirSync(FOLDER).filter((name) => name.endsWith('.yaml'));

const within = (inner: Box, outer: Box): boolean =>
  inner.x >= outer.x &&
  inner.y >= outer.y &&
  inner.x + inner.width <= outer.x + outer.width &&
  inner.y + inner.height <= outer.y + outer.height;
const apart = (a: Box, b: Box): boolean =>
  a.x + a.width <= b.x || b.x + b.width <= a.x || a.y + a.height <= b.y || b.y + b.height <= a.y;

test.each(FILES)('%s: everything stands in its place, and nothing on anything else', (file) => {
  const { scenario } = readScenario(readFileSync(new URL(file, FOLDER), 'utf8'), file);
  const topology = topologyOf(scenario!);
  const layout = layoutOf(topology);
  const page: Box = { x: 0, y: 0, width: layout.width, height: layout.height };
  const placeOf = new Map(layout.places.map(({ place, box }) => [place.path, box]));
  const boxes = topology.nodes.map((node) => ({ node, box: layout.nodes.get(node.id)! }));
  for (const { node, box } of boxes) {
    expect(within(box, page), node.id).toBe(true);
    if (node.place !== null) expect(within(box, placeOf.get(node.place)!), node.id).toBe(true);
    for (const other of boxes)
      if (other.node !== node) expect(apart(box, other.box), `${node.id} on ${other.node.id}`).toBe(true);
  }
  for (const { place, box } of layout.places) {
    if (place.parent !== null) expect(within(box, placeOf.get(place.parent)!), place.path).toBe(true);
    for (const other of layout.places) {
      if (other.place.parent === place.parent && other.place !== place)
        expect(apart(box, other.box), place.path).toBe(true);
    }
  }
});

const textOf = (file: string): string => readFileSync(new URL(file, FOLDER), 'utf8');
const DRAWN: readonly (readonly [string, string])[] = [
  ...FILES.map((file) => [file, textOf(file)] as const),
  ['200 components', manyComponents()],
];

/** Points along a line of an SVG that is made of moves, straight parts and cubic bends. */
function pointsOf(d: string): { readonly x: number; readonly y: number }[] {
  const points: { x: number; y: number }[] = [];
  let [x, y] = [0, 0];
  for (const [, verb, figures] of d.matchAll(/([MLC])([^MLC]+)/g)) {
    const all = figures!.trim().split(/\s+/).map(Number);
    const [ex, ey] = all.slice(-2) as [number, number];
    const [cx, cy, dx, dy] = verb === 'C' ? (all as [number, number, number, number]) : [x, y, ex, ey];
    for (let k = verb === 'M' ? 20 : 1; k <= 20; k++) {
      const [t, u] = [k / 20, 1 - k / 20];
      const mix = (a: number, b: number, c: number, e: number): number =>
        u ** 3 * a + 3 * u * u * t * b + 3 * u * t * t * c + t ** 3 * e;
      points.push({ x: mix(x, cx, dx, ex), y: mix(y, cy, dy, ey) });
    }
    [x, y] = [ex, ey];
  }
  return points;
}

const isIn = ({ x, y }: { readonly x: number; readonly y: number }, box: Box): boolean =>
  x > box.x + 1 && x < box.x + box.width - 1 && y > box.y + 1 && y < box.y + box.height - 1;

test.each(DRAWN)('%s: no line runs over a component, and no figure stands on one', (file, text) => {
  const topology = topologyOf(readScenario(text, file).scenario!);
  const { nodes } = layoutOf(topology);
  const { markup } = drawing(topology, new Set());
  const lines = [...markup.matchAll(/<g class="edge [^>]*data-from="n(\d+)" data-to="n(\d+)"><path d="([^"]+)"/g)];
  expect(lines.length).toBe(topology.edges.length);
  for (const [, from, to, d] of lines) {
    const ends = [from, to].map((index) => topology.nodes[Number(index)]!.id);
    for (const [id, box] of nodes) {
      if (!ends.includes(id))
        expect(
          pointsOf(d!).filter((point) => isIn(point, box)),
          `${ends} over ${id}`,
        ).toEqual([]);
    }
  }
  for (const [, x, y] of markup.matchAll(/<text class="figure" x="(\d+)" y="(\d+)"/g)) {
    for (const [id, box] of nodes)
      expect(isIn({ x: Number(x), y: Number(y) - 4 }, box), `a figure on ${id}`).toBe(false);
  }
});

test('a bow beneath a row hangs from the boxes that it joins, also where one of them is higher', () => {
  const box = (x: number, height: number): Box => ({ x, y: 0, width: 100, height });
  const [high, between, low] = [box(0, 80), box(200, 50), box(400, 50)];
  expect(pathOf(high, low, 0, [high, between, low]).d).toMatch(/^M50 80C.* 450 52$/);
});

test('the region that users are sent to comes first, and so does the zone of primaries, whatever the names', () => {
  const { scenario } = readScenario(
    `hasim: 1
name: the standby is written first
places: {aside: {a: {}}, main: {a: {}, b: {}}}
components:
  www: {kind: dns, ttl: 60s, answers: {lb: {weight: 100%, priority: 1}, lb-dr: {weight: 100%, priority: 2}}}
  lb-dr: {kind: slb, in: aside/a, backends: [web-dr]}
  web-dr: {kind: ecs, in: aside/a, count: 2, capacity-each: 100/s, uses: {database: rows}}
  lb: {kind: slb, in: {primary: main/b, standby: main/a}, backends: [web]}
  web: {kind: ecs, in: main/b, count: 2, capacity-each: 100/s, uses: {database: rows}}
  rows: {kind: rds, edition: high-availability, in: [main/b, main/a], size: 10GB}
workloads:
  order: {entry: www, demand: 50/s, writes: database}
`,
    'x',
  );
  const { places } = layoutOf(topologyOf(scenario!));
  const boxOf = (path: string): Box => places.find(({ place }) => place.path === path)!.box;
  const isBefore = (a: Box, b: Box): boolean => a.y < b.y || (a.y === b.y && a.x < b.x);
  expect(isBefore(boxOf('main'), boxOf('aside'))).toBe(true);
  expect(isBefore(boxOf('main/b'), boxOf('main/a'))).toBe(true);
});

test.each([
  ['idc-db-to-cloud', 'room', 'cn-shanghai'],
  ['db-hot-backup', 'idc', 'cn-shanghai'],
  ['product-express-connect', 'hq', 'cn-beijing'],
  ['hybrid-backup', 'idc', 'cn-hangzhou'],
])('%s: where users come straight to servers, their place comes first', (name, main, aside) => {
  const { scenario } = readScenario(textOf(`${name}.yaml`), name);
  const { places } = layoutOf(topologyOf(scenario!));
  const [one, other] = [main, aside].map((path) => places.find(({ place }) => place.path === path)!.box);
  expect(one!.y < other!.y || (one!.y === other!.y && one!.x < other!.x)).toBe(true);
});
