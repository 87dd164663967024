import type { Topology, TopologyEdge, TopologyNode } from '../../../experiment/index.ts';
import { clean, shorten } from '../../cells.ts';
import { percent } from '../../figures.ts';
import { span } from '../../spans.ts';
import { TOPOLOGY } from '../../words/page/topology.ts';
import { type Html, html } from '../html.ts';
import { type Said, texts } from '../voices.ts';
import { Bows } from './bows.ts';
import type { Box } from './boxes.ts';
import { copyName } from './copy-name.ts';
import { Figures } from './figures.ts';
import { type Layout, layoutOf } from './layout.ts';
import { type Path, type Point, pathOf } from './paths.ts';

/** By which an element of the drawing is found: names may hold anything. */
export interface Keys {
  readonly node: ReadonlyMap<string, string>;
  readonly place: ReadonlyMap<string, string>;
  readonly edge: readonly string[];
}

export const keysOf = ({ nodes, places, edges }: Topology): Keys => ({
  node: new Map(nodes.map(({ id }, i) => [id, `n${i}`])),
  place: new Map(places.map(({ path }, i) => [path, `p${i}`])),
  edge: edges.map((_, i) => `e${i}`),
});

/** With ways that only a replay shows, behind all others. */
export const withLater = (topology: Topology, later: readonly TopologyEdge[]): Topology => ({
  ...topology,
  edges: [...topology.edges, ...later],
});

/** A drawing shrinks to the room it has, so far and no farther: its letters must be read. */
const SMALLEST = 0.8;

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
  return html`<svg class="topology${many ? ' many' : ''}" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" style="min-width:${Math.round(SMALLEST * width)}px" role="img" aria-labelledby="${title}">
<defs><marker id="arrow" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="9" markerHeight="9" markerUnits="userSpaceOnUse" orient="auto-start-reverse"><path d="M0 0 8 4 0 8z"/></marker></defs>
${layout.places.map((placed) => placeSvg(placed, keys, weak))}
${edgesSvg(all, keys, layout, topology.edges.length)}
${usersSvg(topology, layout)}
${topology.nodes.map((node) => nodeSvg(node, keys, layout, topology, weak))}
</svg>`;
}

/** A text in both languages within a drawing. */
export const svgText = (said: Said, attributes: Html): Html => {
  const { en, zh } = texts(said);
  if (en === zh) return html`<text ${attributes}>${en}</text>`;
  return html`<text ${attributes}><tspan class="l-en">${en}</tspan><tspan class="l-zh">${zh}</tspan></text>`;
};

const rect = ({ x, y, width, height }: Box, round: number): Html =>
  html`<rect x="${x}" y="${y}" width="${width}" height="${height}" rx="${round}"/>`;

function placeSvg({ place, box, depth }: Layout['places'][number], keys: Keys, weak: ReadonlySet<string>): Html {
  const own = place.parent === null ? place.path : place.path.slice(place.parent.length + 1);
  const kind = new Map(Object.entries(TOPOLOGY.kinds)).get(place.kind);
  const label: Said = ({ language }) => `${shorten(clean(own), 26)}${kind === undefined ? '' : ` · ${kind[language]}`}`;
  return html`<g class="place d${depth % 3}" data-key="${keys.place.get(place.path)!}">${rect(box, 10)}${svgText(label, html`x="${box.x + 12}" y="${box.y + 19}" class="pname"`)}${weak.has(place.path) ? badge(box.x + box.width - 8, box.y) : null}<text class="now" x="${box.x + box.width - 12}" y="${box.y + 19}" text-anchor="end"></text></g>\n`;
}

const badge = (right: number, top: number): Html =>
  html`<g class="spof" transform="translate(${right - 40} ${top - 9})"><rect width="40" height="18" rx="9"/>${svgText(TOPOLOGY.spofShort, html`x="20" y="13" text-anchor="middle"`)}</g>`;

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
<text class="name" x="${x + 16}" y="${y + 20}">${shorten(clean(node.component), 16)}</text>${svgText(subtitle(node, node.primary !== null && !isPrimary), html`class="sub" x="${x + 16}" y="${y + 38}"`)}<text class="now" x="${x + 16}" y="${y + 38}"></text><text class="star" x="${x + box.width - 14}" y="${y + 39}" text-anchor="middle">★</text>${weak.has(node.component) ? badge(x + box.width + 8, y) : null}<title>${clean(node.component)} (${node.kind}, ${node.things.length})</title></g>\n`;
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

/** Lines that are told by figures come first to a place for them; empty ones are kept for what a replay writes. */
function edgesSvg(topology: Topology, keys: Keys, layout: Layout, known: number): Html[] {
  const { edges } = topology;
  const boxes = [...layout.nodes.values()];
  const figures = new Figures([...boxes, ...layout.places.map(headOf)]);
  const bows = new Bows();
  const paths = edges.map((edge) => {
    const [from, to] = [layout.nodes.get(edge.from)!, layout.nodes.get(edge.to)!];
    return pathOf(from, to, TWIN * twinsOf(edge, edges).indexOf(edge), boxes, bows.lane(from, to));
  });
  const order = [...edges.keys()].sort(
    (a, b) => Number(labelOf(edges[a]!) === null) - Number(labelOf(edges[b]!) === null),
  );
  const spots = new Map<number, Point>();
  for (const i of order) {
    if (hasFigure(edges[i]!)) spots.set(i, figures.place(paths[i]!.spots, textsOn(edges[i]!)));
  }
  return edges.map((edge, i) =>
    edgeSvg(edge, { path: paths[i]!, spot: spots.get(i), key: keys.edge[i]!, keys, later: i >= known }),
  );
}

/** Lines between the same two stand so far apart, in pixels. */
const TWIN = 14;

const twinsOf = ({ from, to }: TopologyEdge, edges: Topology['edges']): TopologyEdge[] =>
  edges.filter((one) => (one.from === from && one.to === to) || (one.from === to && one.to === from));

/** The heading of a place. */
const headOf = ({ box: { x, y, width } }: Layout['places'][number]): Box => ({
  x,
  y,
  width: Math.min(width, 150),
  height: 24,
});

/** What a replay may write on a line that tells nothing while all is well. */
const LATER = ['100 %'];
const hasFigure = ({ kind, lagSeconds }: TopologyEdge): boolean =>
  kind === 'traffic' || kind === 'store' || (kind === 'copy' && lagSeconds !== null);

function textsOn(edge: TopologyEdge): readonly string[] {
  const said = labelOf(edge);
  return said === null ? LATER : Object.values(texts(said));
}

interface Placed {
  readonly path: Path;
  readonly spot: Point | undefined;
  readonly key: string;
  readonly keys: Keys;
  readonly later: boolean;
}

function edgeSvg(edge: TopologyEdge, { path, spot, key, keys, later }: Placed): Html {
  const still = (edge.kind === 'traffic' || edge.kind === 'store') && (edge.perSecond ?? 0) <= 0;
  return html`<g class="edge ${edge.kind}${still ? ' still' : ''}${later ? ' later' : ''}" data-key="${key}" data-from="${keys.node.get(edge.from)!}" data-to="${keys.node.get(edge.to)!}"><path d="${path.d}" style="stroke-width:${widthOf(edge)}" marker-end="url(#arrow)"/>${spot === undefined ? null : label(edge, spot)}</g>\n`;
}

const widthOf = ({ share }: TopologyEdge): string => (1.3 + 2.7 * Math.min(1, share ?? 0)).toFixed(1);

function label(edge: TopologyEdge, { x, y }: Point): Html {
  const attributes = html`class="figure" x="${Math.round(x)}" y="${Math.round(y)}" text-anchor="middle"`;
  const said = labelOf(edge);
  // A replay writes there what comes this way later.
  return said === null ? html`<text ${attributes}></text>` : svgText(said, attributes);
}

function labelOf(edge: TopologyEdge): Said | null {
  const { kind, share, lagSeconds } = edge;
  if ((kind === 'traffic' || kind === 'store') && share !== null && share > 0) return () => percent(share);
  if (kind !== 'copy' || lagSeconds === null) return null;
  const name = texts(copyName(edge));
  return ({ words, language }) =>
    `${name[language]}${lagSeconds === 0 ? TOPOLOGY.inStep[language] : TOPOLOGY.lag[language](span(lagSeconds, words))}`;
}
