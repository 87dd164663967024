import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { topologyOf } from '../../src/experiment/index.ts';
import { readScenario } from '../../src/index.ts';
import type { Box } from '../../src/report/html/topology/boxes.ts';
import { layoutOf } from '../../src/report/html/topology/layout.ts';

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
