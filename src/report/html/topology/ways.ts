import type { Topology, TopologyEdge } from '../../../experiment/index.ts';
import { percent } from '../../figures.ts';
import { span } from '../../spans.ts';
import { TOPOLOGY } from '../../words/page/topology.ts';
import { type Html, html } from '../html.ts';
import { type Said, texts } from '../voices.ts';
import { Bows } from './bows.ts';
import type { Box } from './boxes.ts';
import { copyName } from './copy-name.ts';
import { Figures } from './figures.ts';
import type { Keys } from './keys.ts';
import type { Layout } from './layout.ts';
import { type Path, type Point, pathOf } from './paths.ts';
import { svgText } from './text.ts';

/** What a drawing of ways must know beside them. */
interface About {
  readonly keys: Keys;
  /** So many of them are drawn while all is well; a replay shows those behind. */
  readonly known: number;
  /** Where no figure may stand. */
  readonly taken: readonly Box[];
}

/**
 * All lines, and the figures that stand over them. Lines that are told by figures come first to a place for them; empty
 * ones are kept for what a replay writes.
 */
export function waysSvg(
  { edges }: Topology,
  layout: Layout,
  { keys, known, taken }: About,
): { readonly lines: Html[]; readonly figures: Html[] } {
  const boxes = [...layout.nodes.values()];
  const figures = new Figures(taken, layout);
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
  const marked = edges.map((edge, i) => ({ edge, marks: marksOf(edge, keys.edge[i]!, keys, i >= known) }));
  return {
    lines: marked.map(({ edge, marks }, i) => lineSvg(edge, marks, paths[i]!)),
    figures: marked.flatMap(({ edge, marks }, i) => (spots.has(i) ? figureSvg(edge, marks, spots.get(i)!) : [])),
  };
}

/** Lines between the same two stand so far apart, in pixels. */
const TWIN = 14;

const twinsOf = ({ from, to }: TopologyEdge, edges: Topology['edges']): TopologyEdge[] =>
  edges.filter((one) => (one.from === from && one.to === to) || (one.from === to && one.to === from));

/** What a replay may write on a line that tells nothing while all is well. */
const LATER = ['100 %'];
const hasFigure = ({ kind, lagSeconds }: TopologyEdge): boolean =>
  kind === 'traffic' || kind === 'store' || (kind === 'copy' && lagSeconds !== null);

function textsOn(edge: TopologyEdge): readonly string[] {
  const said = labelOf(edge);
  return said === null ? LATER : Object.values(texts(said));
}

/** By which a line and its figure are found and coloured alike. */
function marksOf(edge: TopologyEdge, key: string, keys: Keys, later: boolean): Html {
  const still = (edge.kind === 'traffic' || edge.kind === 'store') && (edge.perSecond ?? 0) <= 0;
  return html`${edge.kind}${still ? ' still' : ''}${later ? ' later' : ''}" data-key="${key}" data-from="${keys.node.get(edge.from)!}" data-to="${keys.node.get(edge.to)!}"`;
}

const lineSvg = (edge: TopologyEdge, marks: Html, { d }: Path): Html =>
  html`<g class="edge ${marks}><path d="${d}" style="stroke-width:${widthOf(edge)}" marker-end="url(#arrow)"/></g>\n`;

const widthOf = ({ share }: TopologyEdge): string => (1.3 + 2.7 * Math.min(1, share ?? 0)).toFixed(1);

function figureSvg(edge: TopologyEdge, marks: Html, { x, y }: Point): Html {
  const attributes = html`class="figure" x="${Math.round(x)}" y="${Math.round(y)}" text-anchor="middle"`;
  const said = labelOf(edge);
  // A replay writes there what comes this way later.
  return html`<g class="flow ${marks}>${said === null ? html`<text ${attributes}></text>` : svgText(said, attributes)}</g>\n`;
}

function labelOf(edge: TopologyEdge): Said | null {
  const { kind, share, lagSeconds } = edge;
  if ((kind === 'traffic' || kind === 'store') && share !== null && share > 0) return () => percent(share);
  if (kind !== 'copy' || lagSeconds === null) return null;
  const name = texts(copyName(edge));
  return ({ words, language }) =>
    `${name[language]}${lagSeconds === 0 ? TOPOLOGY.inStep[language] : TOPOLOGY.lag[language](span(lagSeconds, words))}`;
}
