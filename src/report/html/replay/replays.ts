import type { Topology } from '../../../experiment/index.ts';
import type { ColourName, Curve, Replay } from '../../../visual/index.ts';
import { clock } from '../../timeline/clock.ts';
import { gathered, type ToldLine } from '../../timeline/gathered.ts';
import { texts } from '../voices.ts';
import { liveEdges } from './edges.ts';
import { lanesOf } from './lanes.ts';
import { Scene } from './scene.ts';
import type { Story } from './story.ts';
import { thin } from './thin.ts';

/** Lines of one story at most. */
const MOST = 260;
/** Below this many seconds tenths of a second matter. */
const SHORT = 120;
const CURVE_COLOURS: readonly ColourName[] = ['blue', 'orange', 'green', 'purple', 'red', 'sky'];

export const toldLines = ({ lines }: Story): ToldLine[] => gathered(lines).slice(0, MOST);
export const clockOf = (at: number, { until }: Story): string => clock(at, until < SHORT);

/** A story as the page plays it. */
export function replayOf(story: Story, topology: Topology | undefined, drawing = 0): Replay {
  const scene = topology === undefined ? undefined : new Scene(topology);
  const told = toldLines(story);
  return {
    from: Math.min(0, told[0]?.at ?? 0),
    until: Math.max(story.until, told.at(-1)?.at ?? 0, 1),
    moments: told.map(({ at, event }) => ({ at, clock: clockOf(at, story), changes: scene?.apply(event) ?? [] })),
    served: servedOf(story),
    exposed: exposedOf(story),
    lanes: lanesOf(story),
    drawing,
    edges: topology === undefined ? [] : liveEdges(story, topology),
  };
}

const servedOf = ({ served }: Story): Curve[] =>
  served.map(({ workload, served: points }, i) => ({
    label: texts(() => workload),
    colour: CURVE_COLOURS[i % CURVE_COLOURS.length]!,
    points: thin(points),
  }));

/** What was never behind needs no curve. */
const exposedOf = ({ exposures }: Story): Curve[] =>
  exposures
    .filter(({ seconds }) => seconds.some(([, value]) => (value ?? 0) > 0))
    .map(({ replication, from, to, seconds }, i) => ({
      label: texts(() => labelOf(replication, from, to)),
      colour: CURVE_COLOURS[(i + 2) % CURVE_COLOURS.length]!,
      points: thin(seconds),
    }));

/** Where the copy of a store that keeps it itself stands; else what brings it, between which stores. */
const labelOf = (name: string, from: string, to: string): string =>
  [from, to].every((end) => end.startsWith(`${name}@`))
    ? `${name} (${from.slice(name.length + 1)} → ${to.slice(name.length + 1)})`
    : `${name} (${from} → ${to})`;
