import type { FaultClass } from '../result/index.ts';
import type { DrillShare } from './amounts.ts';
import type { DrillOutcome } from './outcome.ts';
import { shareOf } from './spreads.ts';

/** A store as drills know it. */
interface Kept {
  readonly name: string;
  /** It holds what somebody would miss, though nothing were ever taken over from it. */
  readonly isKept: boolean;
}

/**
 * The drills of one fault that failed: any workload was not back by the end, or data of any store that count were gone, or still wrong, or left
 * behind. One drill fails once, whatever failed in it: shares of workloads and stores may add up to more, and none of them alone says it.
 */
export function failedOf(
  outcomes: readonly DrillOutcome[],
  struck: { readonly class: FaultClass; readonly domain: string },
  stores: readonly Kept[],
): DrillShare {
  const counted = stores.flatMap(({ name, isKept }, at) => {
    if (!isKept && !outcomes.some((one) => one.stores[at]!.age >= 0)) return [];
    return [{ at, isDamaged: struck.class === 'damage' && name === struck.domain }];
  });
  const failed = outcomes.filter(
    (one) =>
      one.workloads.some((workload) => workload.failed) ||
      counted.some(({ at, isDamaged }) => {
        const { gone, left, age } = one.stores[at]!;
        return left || (isDamaged ? age < 0 : gone);
      }),
  );
  return shareOf(failed.length, outcomes.length);
}
