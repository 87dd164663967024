import { fromSeconds, type Us, YEAR } from '../../base/index.ts';
import type { Scenario } from '../../scenario/index.ts';
import { DEFAULT_EDITION, DEFAULT_SETTINGS, EDITION_DATA, type LimitWords, limitOf } from '../../standards/index.ts';
import type { FaultClass } from '../result/index.ts';

/** What a limit is about. */
export type LimitKind =
  /** Time without service, what is half served counting half: the downtime that an availability leaves in a year. */
  | 'unserved'
  /** From the loss of service to the last recovery. */
  | 'rto'
  /** How old the data are that a recovery goes on with. */
  | 'rpo'
  /** Acknowledged writes that a recovery leaves behind. */
  | 'writes-lost'
  /** The lowest share of requests served: a limit from below. */
  | 'served'
  /** Time in which two primaries took writes. */
  | 'split-brain';

/** One thing that no schedule of faults may make worse than stated. */
export interface Limit {
  /** As a reader knows it: `availability`, `site-lost rto`. */
  readonly objective: string;
  readonly kind: LimitKind;
  /** The workload or store it is about; undefined: each of them. */
  readonly of: string | undefined;
  /** Microseconds; a count for `writes-lost`, a share for `served`. */
  readonly limit: number;
  /** Against the loss of what, the one it is stated for first; undefined: against everything. */
  readonly scopes: readonly FaultClass[] | undefined;
  /** Whether it is about wrong data, about anything else, or both. */
  readonly about: 'damage' | 'loss' | 'both';
}

type TierObjective = Extract<Scenario['objectives'][number], { kind: 'tier' }>;

/** The objectives of a scenario as limits on what faults may do. */
export const limitsOf = ({ objectives }: Scenario): readonly Limit[] => objectives.flatMap(limitsOfOne);

function limitsOfOne(objective: Scenario['objectives'][number]): Limit[] {
  switch (objective.kind) {
    case 'availability': {
      const { workload, target } = objective;
      return [availability(workload, target)];
    }
    case 'site-lost':
      return times('site-lost', objective, [objective.scope], 'loss');
    case 'data-damaged':
      return times('data-damaged', objective, undefined, 'damage');
    case 'tier':
      return tier(objective);
    case 'profile':
    case 'reserve':
    case 'cost':
      return [];
  }
}

/** The time without service that an availability leaves in a year. */
export const availability = (workload: string | undefined, target: number): Limit => ({
  objective: 'availability',
  kind: 'unserved',
  of: workload,
  limit: (1 - target) * YEAR,
  scopes: undefined,
  about: 'both',
});

/** The times that a tier allows; what else it asks, no fault can break. Whatever its scope, it answers for single machines too. */
function tier({ atLeast, scope, edition = DEFAULT_EDITION }: TierObjective): Limit[] {
  const row = EDITION_DATA[edition].tiers.find((one) => one.tier === atLeast);
  const time = (words: LimitWords): Us | undefined => {
    const seconds = limitOf(words, DEFAULT_SETTINGS);
    return seconds === null ? undefined : fromSeconds(seconds);
  };
  if (row === undefined) return [];
  return times(
    `tier ${atLeast}`,
    { rto: time(row.rto.value), rpo: time(row.rpo.value) },
    [...new Set([scope, 'instance'] as const)],
    'loss',
  );
}

function times(
  objective: string,
  { rto, rpo }: { readonly rto: Us | undefined; readonly rpo: Us | undefined },
  scopes: readonly FaultClass[] | undefined,
  about: Limit['about'],
): Limit[] {
  const limit = (kind: 'rto' | 'rpo', value: Us | undefined): Limit[] =>
    value === undefined
      ? []
      : [{ objective: `${objective} ${kind}`, kind, of: undefined, limit: value, scopes, about }];
  return [...limit('rto', rto), ...limit('rpo', rpo)];
}
