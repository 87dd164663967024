import { toSeconds, type Us } from '../../../base/index.ts';
import type { Scenario } from '../../../scenario/index.ts';
import type { Amounts, DrillShare } from '../amounts.ts';
import { type DrillOutcome, downtime } from '../outcome.ts';
import { amountsOf, shareOf } from '../spreads.ts';

/** What drills of one fault, or of two, have done. */
export interface Harm {
  readonly workloads: readonly {
    readonly failed: DrillShare;
    readonly stopped: DrillShare;
    readonly downSeconds: Amounts;
    readonly servedAtWorst: number;
  }[];
  readonly stores: readonly { readonly gone: DrillShare; readonly wrong: DrillShare }[];
}

/** Sums up what some drills came to. */
export function harmOf({ workloads }: Scenario, outcomes: readonly DrillOutcome[]): Harm {
  const share = (of: (one: DrillOutcome) => boolean): DrillShare =>
    shareOf(outcomes.filter(of).length, outcomes.length);
  return {
    workloads: workloads.map(({ blip }, i) => {
      const seen = outcomes.map((one) => one.workloads[i]!);
      const back = seen.filter(({ failed }) => !failed);
      return {
        failed: share((one) => one.workloads[i]!.failed),
        stopped: share((one) => one.workloads[i]!.failed || downtime(one.workloads[i]!) >= blip),
        downSeconds: amountsOf(back.map((one) => toSeconds(downtime(one) as Us))),
        servedAtWorst: Math.min(...seen.map(({ least }) => least)),
      };
    }),
    stores: outcomes[0]!.stores.map((_, i) => ({
      gone: share((one) => one.stores[i]!.gone),
      wrong: share((one) => one.stores[i]!.wrong),
    })),
  };
}

/**
 * Whether two faults together do something more often than the two do by chance: the lower bound of the pair lies above what
 * their upper bounds would come to if neither minded the other.
 */
export const isBeyond = (both: DrillShare, one: DrillShare, other: DrillShare): boolean =>
  both.low > 1 - (1 - one.high) * (1 - other.high);
