import { HIGHEST, Ladder, type Rung } from './ladder.ts';
import type { Lasted, Survey } from './survey.ts';
import { ENDS } from './tree.ts';

/** What is known beside a survey when a ladder is made of it. */
export interface Known {
  /** Copies that follow the most frequent departure from what is usual. */
  readonly copies: number;
  /** By how many levels more the deepest depth is split, while nothing deeper has been seen. */
  readonly push: number;
  /** µs that the surveyed paths lasted. */
  readonly time: number;
  /** Whether every workload has been lost often enough to tell what leads there. */
  readonly lost: boolean;
  /** By how many levels a further rung in time rises before it is known what it is worth; undefined: none is set. */
  readonly rise: number | undefined;
}

/** A depth at which so much of the time passes is usual: nothing is split there. */
const USUAL = 0.1;
/** Once losses are known, the ends of the ladder matter by so much. */
const CURIOSITY = 0.02;
/** A rung is set where this share of what has come so far goes on. */
const GOES_ON = 0.25;
const FEWEST = 24;
const MOST_RUNGS = 24;
/** Rungs lie so far apart at the least: a fixed time is no ladder. */
const APART = 1.02;

/** A ladder by which each rung is stood on as often as it is worth, by what a survey of another one has shown. */
export function learn(survey: Survey, known: Known): Ladder {
  const { depths } = survey.ladder;
  const worths = depths.map((rungs, depth) => rungs.map((_, rung) => worth(survey, cell(survey, depth, rung), known)));
  const usual = depths.map((_, depth) => survey.time[depth]! > USUAL * known.time);
  const reference = referenceOf(survey, worths, usual);
  const deepest = deepestOf(survey);
  return new Ladder(
    depths.map((rungs, depth) => {
      if (usual[depth]!) return [{ after: 0, level: 0 }];
      const extra = depth === deepest ? known.push : 0;
      const levels = rungs.map((_, rung) => levelOf((known.copies * worths[depth]![rung]!) / reference) + extra);
      const risen = rising(rungs, levels);
      return known.rise === undefined ? risen : longer(risen, survey.lasted[depth]!, known.rise);
    }),
  );
}

const cell = ({ ladder }: Survey, depth: number, rung: number): number => ladder.offsets[depth]! + rung;

/** The deepest depth that was reached. */
export const deepestOf = (survey: Survey): number =>
  survey.ladder.depths.findLastIndex((_, depth) => survey.passed[cell(survey, depth, 0)]! > 0);

/** What follows a rung, as shares of all that matters. */
function worth(survey: Survey, at: number, { lost }: Known): number {
  let sum = 0;
  for (let matter = 0; matter < survey.total.length; matter++) {
    sum += (matter < ENDS && lost ? CURIOSITY : 1) * survey.worth(matter, at);
  }
  return sum;
}

/** The worth of the most frequent departure from what is usual. */
function referenceOf(survey: Survey, worths: readonly (readonly number[])[], usual: readonly boolean[]): number {
  let [most, reference] = [0, 1];
  for (let depth = 0; depth < worths.length; depth++) {
    const often = survey.weights[cell(survey, depth, 0)]!;
    if (usual[depth]! || often <= most || worths[depth]![0] === 0) continue;
    most = often;
    reference = worths[depth]![0]!;
  }
  return reference;
}

const levelOf = (copies: number): number => (copies > 1 ? Math.floor(Math.log2(copies)) : 0);

/** The rungs with these levels, which never fall with time: an unknown worth is none. */
function rising(rungs: readonly Rung[], levels: readonly number[]): Rung[] {
  let highest = 0;
  return rungs.map(({ after }, rung) => {
    highest = Math.min(HIGHEST, Math.max(highest, levels[rung]!));
    return { after, level: highest };
  });
}

/** Sets further rungs beyond the last one, where a share of those that have passed it goes on. */
function longer(rungs: readonly Rung[], lasted: readonly Lasted[], rise: number): Rung[] {
  const all = [...rungs];
  let beyond = lasted.filter(({ rungs: passed }) => passed >= rungs.length).sort((a, b) => a.time - b.time);
  while (beyond.length >= FEWEST && all.length < MOST_RUNGS) {
    const { after, level } = all.at(-1)!;
    const at = quantile(beyond, 1 - GOES_ON);
    const rest = beyond.filter(({ time }) => time > at);
    if (!(at > after * APART) || rest.length === 0) break;
    all.push({ after: Math.ceil(at), level: Math.min(HIGHEST, level + rise) });
    beyond = rest;
  }
  return all;
}

/** The least time that so much of the weight does not exceed. */
function quantile(sorted: readonly Lasted[], share: number): number {
  const whole = sorted.reduce((sum, { weight }) => sum + weight, 0);
  let sum = 0;
  for (const { time, weight } of sorted) {
    sum += weight;
    if (sum >= share * whole) return time;
  }
  return sorted.at(-1)!.time;
}
