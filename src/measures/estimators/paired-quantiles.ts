import { masterKey, STREAM_WORDS, Streams } from '../../random/index.ts';
import { type QuantileBounds, rankBounds } from './order-statistics.ts';
import { quantile, quantileRank } from './quantile.ts';

/** Times of the trials 0 … n − 1: what of them says where a high quantile lies, and whose it is. */
export interface Longest {
  /** Trials that have no time; the others have one. */
  readonly without: readonly number[];
  /** The trials with the longest times, the longest first, and these times in any unit. */
  readonly trials: readonly number[];
  readonly times: readonly number[];
}

/** The same trials twice. */
export type LongestPair = readonly [before: Longest, after: Longest];

const RESAMPLES = 2_000;
/** In so many standard deviations of the rank of a quantile a resample finds it: but for one in 30,000. */
const REACH = 4;
const NONE: QuantileBounds = { lower: null, upper: null };

/** Of so many trials; `undefined`: no time. Enough of them are kept for {@link pairedQuantiles} at p. */
export function longestOf(times: readonly (number | undefined)[], p: number): Longest {
  const without = times.flatMap((time, trial) => (time === undefined ? [trial] : []));
  const known = times.length - without.length;
  const kept = Math.ceil(known * (1 - p) + REACH * Math.sqrt(known * p * (1 - p))) + 1;
  const longest = times
    .flatMap((time, trial) => (time === undefined ? [] : [{ time, trial }]))
    .sort((a, b) => b.time - a.time || a.trial - b.trial)
    .slice(0, kept);
  return { without, trials: longest.map(({ trial }) => trial), times: longest.map(({ time }) => time) };
}

/**
 * What bounds the differences of p-quantiles, the later less the earlier, of times of the same `trials`: by the bootstrap of pairs
 * (Efron and Tibshirani, 1993, §13.3). Whole trials are drawn again, the same ones for every pair, so that what both times have in
 * common falls out, and times that are the same differ by exactly 0. The truth lies between the time that a resample finds and the next
 * longer one: of the differences at both, the lower bound takes the lower and the upper one the higher. The draws follow from the number of
 * trials alone. Each bound is as sure as is asked; there are none where either quantile has too few times for an upper one, nor of `undefined`.
 */
export function pairedQuantiles(
  pairs: readonly (LongestPair | undefined)[],
  trials: number,
  p: number,
  confidence: number,
): QuantileBounds[] {
  const isKnown = ({ without }: Longest): boolean => rankBounds(trials - without.length, p, confidence).upper !== null;
  const asked = pairs.map((pair) => (pair?.every(isKnown) ? new Differences(pair, p) : undefined));
  if (asked.every((one) => one === undefined)) return pairs.map(() => NONE);
  resampled(trials, (drawn) => {
    for (const one of asked) one?.add(drawn);
  });
  return asked.map((one) => one?.bounds(confidence) ?? NONE);
}

/** Tells how often each of so many trials is drawn, resample after resample. */
function resampled(trials: number, tell: (drawn: Uint32Array) => void): void {
  const streams = new Streams();
  const stream = streams.declare('trial');
  streams.bind(new Int32Array(STREAM_WORDS));
  const key = masterKey('paired quantiles');
  const drawn = new Uint32Array(trials);
  for (let resample = 0; resample < RESAMPLES; resample++) {
    streams.seed(key, resample);
    drawn.fill(0);
    for (let i = 0; i < trials; i++) drawn[Math.floor(streams.uniform(stream) * trials)]! += 1;
    tell(drawn);
  }
}

/** By how much the quantiles of a pair differ, resample by resample: at the least and at the most. */
class Differences {
  private readonly pair: LongestPair;
  private readonly p: number;
  private readonly least = new Float64Array(RESAMPLES);
  private readonly most = new Float64Array(RESAMPLES);
  private count = 0;

  constructor(pair: LongestPair, p: number) {
    this.pair = pair;
    this.p = p;
  }

  add(drawn: Uint32Array): void {
    const [before, after] = this.pair;
    const [was, is] = [rankOf(before, drawn, this.p), rankOf(after, drawn, this.p)];
    const found = after.times[is]! - before.times[was]!;
    const longer = after.times[Math.max(0, is - 1)]! - before.times[Math.max(0, was - 1)]!;
    this.least[this.count] = Math.min(found, longer);
    this.most[this.count] = Math.max(found, longer);
    this.count += 1;
  }

  bounds(confidence: number): QuantileBounds {
    const { least, most } = this;
    return { lower: quantile(least.sort(), 1 - confidence), upper: quantile(most.sort(), confidence) };
  }
}

/** Which of the longest times is the p-quantile of what was drawn, each trial so many times. */
function rankOf({ without, trials }: Longest, drawn: Uint32Array, p: number): number {
  let known = drawn.length;
  for (const trial of without) known -= drawn[trial]!;
  let longer = known - quantileRank(known, p);
  for (let i = 0; i < trials.length; i++) {
    longer -= drawn[trials[i]!]!;
    if (longer < 0) return i;
  }
  return trials.length - 1;
}
