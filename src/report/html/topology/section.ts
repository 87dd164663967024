import type { Topology } from '../../../experiment/index.ts';
import { clean } from '../../cells.ts';
import { count, percent } from '../../figures.ts';
import { FRAME } from '../../words/page/frame.ts';
import { TOPOLOGY } from '../../words/page/topology.ts';
import { spanHtml } from '../figures.ts';
import { type Html, html, NOTHING } from '../html.ts';
import type { PageParts, Section } from '../parts.ts';
import { laterEdges } from '../replay/edges.ts';
import type { Story } from '../replay/story.ts';
import { htmlTable } from '../table.ts';
import { both, type Said } from '../voices.ts';
import { drawing } from './draw.ts';
import { weakPoints } from './weak.ts';

/** The architecture drawn, what its signs mean, and the same as a list for those who do not see it. */
export function topologySection(parts: PageParts, stories: readonly Story[] = []): Section[] {
  const { topology } = parts;
  if (topology === undefined) return [];
  return [
    {
      id: 'architecture',
      title: FRAME.nav.architecture,
      about: TOPOLOGY.about,
      body: html`<figure class="drawing"><div class="canvas" tabindex="0" role="group" aria-label="Architecture / 架构">${drawing(topology, weakPoints(parts), 'architecture-h', laterEdges(stories, topology))}</div>${legend()}</figure>${list(topology)}`,
    },
  ];
}

const SIGNS = ['traffic', 'store', 'copy', 'mention'] as const;

const legend = (): Html =>
  html`<figcaption class="legend">${SIGNS.map((sign) => html`<span><svg width="34" height="10" aria-hidden="true" class="key"><g class="edge ${sign}"><path d="M1 5H33"/></g></svg>${both(TOPOLOGY.legend[sign])}</span>`)}
<span><i class="k-idle"></i>${both(TOPOLOGY.legend.idle)}</span><span><i class="k-broken"></i>${both(TOPOLOGY.legend.broken)}</span><span><i class="k-believed"></i>${both(TOPOLOGY.legend.believed)}</span><span><b class="k-star">★</b>${both(TOPOLOGY.legend.primary)}</span><span><b class="k-spof">${both(TOPOLOGY.spofShort)}</b>${both(TOPOLOGY.spof)}</span></figcaption>`;

function list({ nodes, edges }: Topology): Html {
  if (nodes.length === 0) return NOTHING;
  const goes = (id: string): string =>
    edges
      .filter(({ from }) => from === id)
      .map(({ to }) => to)
      .join(', ');
  return html`<details id="architecture-list"><summary>${both(TOPOLOGY.list)}</summary>${htmlTable({
    id: 'components',
    caption: TOPOLOGY.list,
    rows: nodes,
    shown: 400,
    fields: [
      { title: TOPOLOGY.component, cell: ({ id }) => id },
      { title: TOPOLOGY.kind, cell: ({ kind }) => kind },
      { title: TOPOLOGY.place, cell: ({ place }) => place ?? '–' },
      { title: TOPOLOGY.parts, cell: ({ things }) => count(things.length), figure: ({ things }) => things.length },
      { title: TOPOLOGY.goes, cell: ({ id }) => goes(id), room: 'text' },
    ],
  })}${ways(edges)}</details>`;
}

/** What stands on the lines, for those who do not see them. */
const ways = (edges: Topology['edges']): Html =>
  htmlTable({
    id: 'ways',
    caption: TOPOLOGY.ways,
    rows: edges,
    shown: 400,
    fields: [
      { title: TOPOLOGY.from, cell: ({ from }) => from },
      { title: TOPOLOGY.to, cell: ({ to }) => to },
      { title: TOPOLOGY.what, cell: ({ kind, component, how }) => both(whatGoes(kind, component ?? how)) },
      {
        title: TOPOLOGY.share,
        cell: ({ share }) => (share === null ? '' : percent(share)),
        figure: ({ share }) => share,
      },
      {
        title: TOPOLOGY.lagWord,
        cell: ({ lagSeconds }) => (lagSeconds === null ? '' : spanHtml(lagSeconds)),
        figure: ({ lagSeconds }) => lagSeconds,
      },
    ],
  });

const whatGoes =
  (kind: (typeof SIGNS)[number], by: string | null): Said =>
  ({ language }) =>
    `${TOPOLOGY.legend[kind][language]}${by === null ? '' : ` · ${clean(by)}`}`;
