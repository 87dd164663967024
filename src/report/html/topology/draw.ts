import type { Topology, TopologyEdge, TopologyNode, TopologyPlace } from '../../../experiment/index.ts';
import { cells, clean, shorten } from '../../cells.ts';
import { TOPOLOGY } from '../../words/page/topology.ts';
import { type Html, html } from '../html.ts';
import { type Said, texts } from '../voices.ts';
import type { Box, Size } from './boxes.ts';
import { type Keys, keysOf } from './keys.ts';
import { type Layout, layoutOf } from './layout.ts';
import { pathOf } from './paths.ts';
import { svgText } from './text.ts';
import { waysSvg } from './ways.ts';

/** With ways that only a replay shows, behind all others. */
export const withLater = (topology: Topology, later: readonly TopologyEdge[]): Topology => ({
  ...topology,
  edges: [...topology.edges, ...later],
});

/**
 * A drawing shrinks to the room it has, so far and no farther: its letters must be read. It becomes smaller yet where all of it is
 * then seen on one screen.
 */
const SMALLEST = { across: 0.8, down: 0.67 };

/** More edges than this tell their figures only when one looks at them. */
const QUIET = 48;

/** The drawing: places as boxes within boxes, components in them, edges with what flows; `later`: ways that only a replay shows. */
export function drawing(
  topology: Topology,
  weak: ReadonlySet<string>,
  title = 'architecture-h',
  later: readonly TopologyEdge[] = [],
): Html {
  const layout = layoutOf(topology);
  const all = withLater(topology, later);
  const keys = keysOf(all);
  const { width, height } = layout;
  const many = topology.edges.length > QUIET;
  const taken = [...layout.nodes.values(), ...layout.places.map(headOf), ...badgesOf(topology, layout, weak)];
  const { lines, figures } = waysSvg(all, layout, { keys, known: topology.edges.length, taken });
  return html`<svg class="topology${many ? ' many' : ''}" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" style="min-width:${Math.round(SMALLEST.across * width)}px;--least:${Math.round(SMALLEST.down * height)}px" role="img" aria-labelledby="${title}">
<defs><marker id="arrow" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="9" markerHeight="9" markerUnits="userSpaceOnUse" orient="auto-start-reverse"><path d="M0 0 8 4 0 8z"/></marker></defs>
${layout.places.map((placed) => placeSvg(placed, keys))}
${lines}
${layout.places.map((placed) => headSvg(placed, keys, weak))}
${figures}
${usersSvg(topology, layout)}
${topology.nodes.map((node) => nodeSvg(node, keys, layout, topology, weak))}
</svg>`;
}

const rect = ({ x, y, width, height }: Box, round: number): Html =>
  html`<rect x="${x}" y="${y}" width="${width}" height="${height}" rx="${round}"/>`;

const placeSvg = ({ place, box, depth }: Layout['places'][number], keys: Keys): Html =>
  html`<g class="place d${depth % 3}" data-key="${keys.place.get(place.path)!}">${rect(box, 10)}</g>\n`;

const nameOf = ({ path, parent, kind }: TopologyPlace): Said => {
  const own = shorten(clean(parent === null ? path : path.slice(parent.length + 1)), 26);
  const said = new Map(Object.entries(TOPOLOGY.kinds)).get(kind);
  return ({ language }) => `${own}${said === undefined ? '' : ` · ${said[language]}`}`;
};

/** Of a letter of half width in the name of a place, pixels. */
const LETTER = 7.3;

/** Where the name of a place stands. */
function headOf({ place, box: { x, y, width } }: Layout['places'][number]): Box {
  const most = Math.max(...Object.values(texts(nameOf(place))).map((text) => cells(text)));
  return { x, y, width: Math.min(width, 12 + LETTER * most), height: 24 };
}

/** What a place is called, which no line may strike out. */
const headSvg = ({ place, box, depth }: Layout['places'][number], keys: Keys, weak: ReadonlySet<string>): Html =>
  html`<g class="head d${depth % 3}" data-key="${keys.place.get(place.path)!}">${svgText(nameOf(place), html`x="${box.x + 12}" y="${box.y + 18}" class="pname"`)}${weak.has(place.path) ? badge(cornerOf(box)) : null}<text class="now" x="${box.x + box.width - 12}" y="${box.y + 18}" text-anchor="end"></text></g>\n`;

const BADGE: Size = { width: 40, height: 18 };
/** Over the right upper corner of what it marks. */
const cornerOf = ({ x, y, width }: Box): Box => ({ ...BADGE, x: x + width - 32, y: y - 9 });

/** Where the marks of single points of failure stand. */
const badgesOf = ({ nodes }: Topology, layout: Layout, weak: ReadonlySet<string>): Box[] => [
  ...layout.places.flatMap(({ place, box }) => (weak.has(place.path) ? [cornerOf(box)] : [])),
  ...nodes.flatMap(({ id, component }) => (weak.has(component) ? [cornerOf(layout.nodes.get(id)!)] : [])),
];

const badge = ({ x, y, width, height }: Box): Html =>
  html`<g class="spof" transform="translate(${x} ${y})"><rect width="${width}" height="${height}" rx="9"/>${svgText(TOPOLOGY.spofShort, html`x="20" y="13" text-anchor="middle"`)}</g>`;

/** What sort of thing a kind is, by which it is coloured. */
const SORTS: ReadonlyMap<string, string> = new Map([
  ['dns', 'way'],
  ['slb', 'way'],
  ['ecs', 'work'],
  ['ecs-control', 'other'],
  ['rds', 'store'],
  ['database', 'store'],
  ['drds', 'store'],
  ['redis', 'cache'],
  ['oss', 'keep'],
]);

function nodeSvg(node: TopologyNode, keys: Keys, layout: Layout, topology: Topology, weak: ReadonlySet<string>): Html {
  const box = layout.nodes.get(node.id)!;
  const { x, y } = box;
  const isPrimary = node.primary === true && !topology.edges.some(({ kind, to }) => kind === 'copy' && to === node.id);
  return html`<g class="node s-${SORTS.get(node.kind) ?? 'other'}${idle(node, topology) ? ' idle' : ''}" data-key="${keys.node.get(node.id)!}"${isPrimary ? html` data-primary="1"` : null}>${rect(box, 8)}<path class="strip" d="M${x + 8} ${y}h-2a6 6 0 0 0-6 6v${box.height - 12}a6 6 0 0 0 6 6h2z"/>
<text class="name" x="${x + 16}" y="${y + 20}">${shorten(clean(node.component), 16)}</text>${svgText(subtitle(node, node.primary !== null && !isPrimary), html`class="sub" x="${x + 16}" y="${y + 38}"`)}<text class="now" x="${x + 16}" y="${y + 38}"></text><text class="star" x="${x + box.width - 14}" y="${y + 39}" text-anchor="middle">★</text>${weak.has(node.component) ? badge(cornerOf(box)) : null}<title>${clean(node.component)} (${node.kind}, ${node.things.length})</title></g>\n`;
}

const subtitle =
  ({ kind, things }: TopologyNode, copy: boolean): Said =>
  ({ language }) =>
    `${kind.length <= 4 ? kind.toUpperCase() : kind}${things.length > 1 ? ` ×${things.length}` : ''}${copy ? ` · ${TOPOLOGY.copy[language]}` : ''}`;

/** Requests could come by and none do. */
const idle = ({ id }: TopologyNode, { edges }: Topology): boolean => {
  const coming = edges.filter(({ to, kind }) => to === id && (kind === 'traffic' || kind === 'store'));
  return coming.length > 0 && coming.every(({ perSecond }) => (perSecond ?? 0) <= 0);
};

function usersSvg({ nodes }: Topology, layout: Layout): Html {
  const { users } = layout;
  const boxes = [...layout.nodes.values()];
  const ways = nodes.filter(({ entry }) => entry).map(({ id }) => pathOf(users, layout.nodes.get(id)!, 0, boxes));
  return html`<g class="edge traffic">${ways.map(({ d }) => html`<path d="${d}" marker-end="url(#arrow)"/>`)}</g><g class="users">${rect(users, users.height / 2)}${svgText(TOPOLOGY.users, html`x="${users.x + users.width / 2}" y="${users.y + 22}" text-anchor="middle"`)}</g>`;
}
