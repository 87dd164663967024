import type { Topology } from '../../experiment/index.ts';
import type { ChartSpec, PageData, Replay, UnitTexts } from '../../visual/index.ts';
import { FRAME } from '../words/page/frame.ts';
import { REPLAY } from '../words/page/replay.ts';
import { TOPOLOGY } from '../words/page/topology.ts';
import type { PageParts } from './parts.ts';
import { laterEdges } from './replay/edges.ts';
import { replayOf } from './replay/replays.ts';
import type { Story } from './replay/story.ts';
import { withLater } from './topology/draw.ts';
import { texts, type Voice } from './voices.ts';

const UNITS = ['ms', 's', 'min', 'h', 'd', 'y'] as const;

/** Units of time alone, as they stand beside a figure. */
export const unitTexts = (): UnitTexts => {
  const unit = (name: (typeof UNITS)[number]) => texts(({ words }: Voice) => words.units[name]('').trim());
  return { ms: unit('ms'), s: unit('s'), min: unit('min'), h: unit('h'), d: unit('d'), y: unit('y') };
};

/** What the page's program needs to play and to draw. */
export const pageData = (parts: PageParts, stories: readonly Story[], charts: readonly ChartSpec[]): PageData =>
  dataOf(replaysOf(stories, parts.topology), charts);

function replaysOf(stories: readonly Story[], topology: Topology | undefined): Replay[] {
  const drawn = topology && withLater(topology, laterEdges(stories, topology));
  return stories.map((story) => replayOf(story, drawn));
}

export const dataOf = (replays: readonly Replay[], charts: readonly ChartSpec[]): PageData => ({
  replays,
  charts,
  words: {
    copied: FRAME.footer.copied,
    more: FRAME.more,
    play: REPLAY.play,
    pause: REPLAY.pause,
    log: REPLAY.lanesAbout,
    units: unitTexts(),
    lag: TOPOLOGY.lagWord,
    inStep: TOPOLOGY.inStep,
    stopped: TOPOLOGY.stopped,
    ...TOPOLOGY.zoom,
  },
});
