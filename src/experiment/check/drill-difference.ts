import { differenceInterval, type Longest, type LongestPair, Paired, pairedQuantiles } from '../../measures/index.ts';
import { LONGEST_OF } from '../drill/index.ts';
import { CONFIDENCE } from '../options.ts';
import type { Bounds } from '../result/index.ts';
import { apartBounds } from '../summary/bounds.ts';
import type { Both, Figure } from './drill-figures.ts';

/**
 * What bounds by how much each figure has changed: of the same drills those of the pairs, else the reaches of the two put together. `times`:
 * so many drills of each fault, the same ones in both; undefined where they are others.
 */
export function drillDifferences(changed: readonly Both[], times: number | undefined): Bounds[] {
  if (times === undefined) return changed.map(apart);
  const pairs = changed.map((both) => pairOf(both, times));
  const quantiles = pairedQuantiles(pairs, times, LONGEST_OF, CONFIDENCE);
  return changed.map((both, at) => {
    const pair = pairs[at];
    if (pair === undefined) return apart(both);
    const { lower: low, upper: high } = quantiles[at]!;
    return both.is.what === 'failed' ? failed(pair, times) : { low, high };
  });
}

const apart = ({ was, is }: Both): Bounds => apartBounds(estimateOf(was), estimateOf(is));

const estimateOf = ({ value: mean, bounds }: Figure) => ({ mean, ...bounds });

/** The same drills, where both documents tell which they are. */
function pairOf({ was, is }: Both, times: number): LongestPair | undefined {
  const isOf = ({ without, trials, times: seconds }: Longest): boolean =>
    trials.length === seconds.length && [...without, ...trials].every((trial) => trial < times);
  if (was.longest === undefined || is.longest === undefined) return undefined;
  return isOf(was.longest) && isOf(is.longest) ? [was.longest, is.longest] : undefined;
}

/** Of the share of drills that did not come back: from −1 to 1. */
function failed([before, after]: LongestPair, times: number): Bounds {
  const [was, is] = [new Set(before.without), new Set(after.without)];
  const differences = Array.from({ length: times }, (_, at) => Number(is.has(at)) - Number(was.has(at)));
  const { low, high } = differenceInterval(Paired.of(differences), CONFIDENCE, true);
  return { low: low === null ? null : Math.max(-1, low), high: high === null ? null : Math.min(1, high) };
}
