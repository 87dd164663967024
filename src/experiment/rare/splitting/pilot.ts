import type { RareCollected } from '../collected.ts';
import { Ladder } from './ladder.ts';
import { deepestOf, learn } from './learn.ts';
import type { Survey } from './survey.ts';
import { ENDS, OF_WORKLOAD, type Tree } from './tree.ts';

/** Events of copies for one of the path that they are made of: the path shows little, and costs little. */
const EVENTS_IN_COPIES = 20;
/** Stages: all in all, after every loss has been seen, and without anything deeper before time is tried. */
const STAGES = { most: 24, settling: 3, settled: 6, patience: 4 };
/** A stage ends with so many departures from calm and arrivals at the deepest depth, or events, or paths; a longer path is cut off. */
const ENOUGH = { departures: 200, deepest: 24, events: 100_000, paths: 200 };
/** Losses of a workload that tell what leads there. */
const TELLING = 30;
const MOST_COPIES = 4_096;
/** Levels by which the deepest depth is split further, a stage and at the most. */
const PUSH = { by: 3, most: 12 };
/** A rung that is passed by a quarter of those on the one before is two levels higher. */
const RISE = 2;

/**
 * Finds a ladder in stages: each is climbed by the one before, and sees further. It looks for losses in the depth first, by
 * splitting the deepest that was seen ever more; where that shows none, in time. Its paths are not counted.
 */
export class Pilot {
  readonly collected: RareCollected;
  private readonly tree: Tree;
  private readonly horizon: number;
  private replication: number;
  private stages = 0;
  private copies = 4;
  private push = 0;
  private deepest = -1;
  /** Stages since something deeper was seen; since every workload has been lost. */
  private waited = 0;
  private settled = 0;

  constructor(tree: Tree, horizon: number, first: number) {
    this.tree = tree;
    this.horizon = horizon;
    this.replication = first;
    this.collected = tree.collect();
  }

  /** Flies one stage; true when the tree is ready. */
  fly(mostLevels: number): boolean {
    if (mostLevels <= 1) return true;
    const { tree, collected } = this;
    const survey = tree.look();
    const { paths, pathEvents, windowEvents } = collected;
    const left = (): number =>
      ENOUGH.events - (collected.pathEvents + collected.windowEvents - pathEvents - windowEvents);
    do tree.run(this.replication++, collected, survey, left());
    while (!isEnough(survey) && left() > 0 && collected.paths - paths < ENOUGH.paths);
    const ratio = (collected.windowEvents - windowEvents) / Math.max(1, collected.pathEvents - pathEvents);
    return this.conclude(survey, collected.paths - paths, ratio, mostLevels);
  }

  private conclude(survey: Survey, paths: number, ratio: number, mostLevels: number): boolean {
    const lost = allLost(survey);
    this.stages += 1;
    this.settled = lost ? this.settled + 1 : 0;
    this.explore(survey, lost);
    if (this.stages > 1 && this.settled !== 1) this.scale(ratio, lost);
    const { copies, push } = this;
    const known = { copies, push, time: paths * this.horizon, lost, rise: lost ? 0 : this.blind };
    this.tree.climb(cut(learn(survey, known), mostLevels - 1));
    if (this.stages >= STAGES.most || this.settled >= STAGES.settled) return true;
    return this.settled >= STAGES.settling && ratio > EVENTS_IN_COPIES / 4 && ratio < EVENTS_IN_COPIES * 2;
  }

  /** Until losses are seen, what lies far costs too much to tell how many copies there should be near. */
  private scale(ratio: number, lost: boolean): void {
    this.copies = clamp(this.copies * clamp(EVENTS_IN_COPIES / Math.max(ratio, 1e-9), lost ? 1 / 8 : 1, 8));
  }

  private get blind(): number | undefined {
    return this.waited > STAGES.patience ? RISE : undefined;
  }

  /** While a workload has not been lost and nothing deeper is seen, the deepest is split further; then time is tried. */
  private explore(survey: Survey, lost: boolean): void {
    const deepest = deepestOf(survey);
    this.waited = deepest > this.deepest ? 0 : this.waited + 1;
    this.push = lost || this.waited === 0 || this.blind !== undefined ? 0 : Math.min(PUSH.most, this.push + PUSH.by);
    this.deepest = Math.max(deepest, this.deepest);
  }
}

function isEnough(survey: Survey): boolean {
  const { passed, ladder } = survey;
  const arrivals = passed[ladder.offsets[Math.max(1, deepestOf(survey))]!]!;
  return Math.max(passed[0]!, passed[ladder.offsets[1]!]!) >= ENOUGH.departures && arrivals >= ENOUGH.deepest;
}

const clamp = (value: number, least = 1, most = MOST_COPIES): number => Math.min(most, Math.max(least, value));

/** Whether every workload has been seen lost often enough. */
function allLost({ seen }: Survey): boolean {
  for (let matter = ENDS; matter < seen.length; matter += OF_WORKLOAD) if (seen[matter]! < TELLING) return false;
  return true;
}

/** The same with no level above `most`. */
const cut = ({ depths }: Ladder, most: number): Ladder =>
  new Ladder(depths.map((rungs) => rungs.map(({ after, level }) => ({ after, level: Math.min(level, most) }))));
