import type { FaultSpec, Notebook } from '../../language/index.ts';
import { nearPairs, pairOf, TWO_WAY_PAIRS } from './pairs.ts';

/** What a task asks of the pair of engines that it joins. */
interface Asked {
  readonly twoWay: boolean;
  readonly faults: readonly FaultSpec[];
}

/** Notes what DTS does not do between the engines at its two ends. */
export function checkEnds({ twoWay, faults }: Asked, from: string, to: string, notes: Notebook): void {
  const pair = pairOf(from, to);
  if (pair === undefined) {
    notes.error('no-such-pair', `DTS does not carry the writes of ${from} to ${to}`, {
      path: ['to'],
      expected: nearPairs(from, to),
    });
  } else if (twoWay && pair.synchronises !== 'two-way') {
    notes.error('one-way-pair', `DTS carries the writes of ${from} to ${to}, and none back`, {
      path: ['two-way'],
      expected: `false, or one of ${TWO_WAY_PAIRS}`,
    });
  } else if (pair.migrates?.increment === 'all' && faults.some(({ name }) => name === 'ddl')) {
    notes.error('carries-ddl', `between ${from} and ${to} every change of structure is carried; it cuts nothing`, {
      path: ['faults', 'ddl'],
      expected: 'no fault `ddl` between these engines',
      atKey: true,
    });
  }
}
