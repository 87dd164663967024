import * as z from 'zod';
import type { Us } from '../base/index.ts';
import {
  choice,
  duration,
  EDITIONS,
  type EditionName,
  meaning,
  money,
  named,
  PLACE_KINDS,
  type PlaceKind,
  PROFILES,
  type ProfileName,
  positiveDuration,
  probability,
  share,
  type Tier,
} from '../language/index.ts';
import { tier } from './declared.ts';

/** The size of what is lost, against which a tier is held. */
export const TIER_SCOPES = ['instance', 'component', 'service', ...PLACE_KINDS, 'area', 'domain', 'link'] as const;
export type TierScope = (typeof TIER_SCOPES)[number];

/** What an objective on cost is about, as a scenario writes it. */
export const COST_ITEMS = ['month', 'once', 'staff-year', 'downtime-year', 'three-years'] as const;
export type CostItem = (typeof COST_ITEMS)[number];

interface Recovery {
  readonly rto: Us | undefined;
  readonly rpo: Us | undefined;
}

/** What is wanted; a run, a drill or a check judges it. */
export type ObjectiveSpec =
  | { readonly kind: 'availability'; readonly workload: string; readonly target: number }
  | (Recovery & { readonly kind: 'site-lost'; readonly scope: PlaceKind })
  | (Recovery & { readonly kind: 'data-damaged' })
  | {
      readonly kind: 'tier';
      readonly atLeast: Tier;
      readonly scope: TierScope;
      /** undefined: whoever judges chooses. */
      readonly edition: EditionName | undefined;
    }
  | { readonly kind: 'profile'; readonly profile: ProfileName }
  | { readonly kind: 'reserve'; readonly atLeast: number }
  | { readonly kind: 'cost'; readonly item: CostItem; readonly atMost: number };

const recovery = { rto: positiveDuration.optional(), rpo: duration.optional() };
const siteLost = z.strictObject(
  meaning(
    { scope: choice(PLACE_KINDS), ...recovery },
    {
      scope: 'the sort of place that is lost',
      rto: 'recovery time wanted: from the loss until users are served',
      rpo: 'recovery point wanted: how much of the last data may be lost',
    },
  ),
);
const dataDamaged = z.strictObject(
  meaning(recovery, {
    rto: 'recovery time wanted: from the end of writing until users are served again',
    rpo: 'recovery point wanted: how long before the damage the data that come back may end',
  }),
);
const tierWanted = z.strictObject(
  meaning(
    { 'at-least': tier, scope: choice(TIER_SCOPES), edition: choice(EDITIONS).optional() },
    {
      'at-least': 'the tier of GB/T 20988 wanted',
      scope: 'the size of what is lost',
      edition: 'the edition that judges',
    },
  ),
);
const costWanted = z.strictObject(
  meaning(
    {
      month: money.optional(),
      once: money.optional(),
      'staff-year': money.optional(),
      'downtime-year': money.optional(),
      'three-years': money.optional(),
    } satisfies Record<CostItem, unknown>,
    {
      month: 'what all of it may cost a month',
      once: 'what it may cost once, at the start',
      'staff-year': 'what the people for it may cost a year',
      'downtime-year': 'what downtime may cost a year, of all workloads that say what an hour costs',
      'three-years': 'what all of it may cost in three years, downtime included',
    },
  ),
);
const objectives = {
  availability: named(probability).optional(),
  'site-lost': siteLost.optional(),
  'data-damaged': dataDamaged.optional(),
  tier: tierWanted.optional(),
  profile: choice(PROFILES).optional(),
  reserve: share.optional(),
  cost: costWanted.optional(),
};
export const objectivesInput = z.strictObject(
  meaning(objectives, {
    availability: 'share of requests to be served, by workload',
    'site-lost': 'what is wanted when a whole place is lost',
    'data-damaged': 'what is wanted when the data of any database turn out to be wrong',
    tier: 'the tier of GB/T 20988 that is to be proven',
    profile: 'the rules of a sector that are to be kept',
    reserve: 'share of the capacity that runs in each place which no load may take in normal times',
    cost: 'budgets, in the currency of the scenario',
  }),
);

/** Availability by workload first, then recoveries, then what standards ask, then the reserve and budgets. */
export function resolveObjectives(given: z.output<typeof objectivesInput>): ObjectiveSpec[] {
  const lost = given['site-lost'];
  const damaged = given['data-damaged'];
  const wanted = given.tier;
  return [
    ...(given.availability ?? []).map(
      ([workload, target]): ObjectiveSpec => ({ kind: 'availability', workload, target }),
    ),
    ...(lost === undefined ? [] : [{ kind: 'site-lost' as const, scope: lost.scope, rto: lost.rto, rpo: lost.rpo }]),
    ...(damaged === undefined ? [] : [{ kind: 'data-damaged' as const, rto: damaged.rto, rpo: damaged.rpo }]),
    ...(wanted === undefined
      ? []
      : [{ kind: 'tier' as const, atLeast: wanted['at-least'], scope: wanted.scope, edition: wanted.edition }]),
    ...(given.profile === undefined ? [] : [{ kind: 'profile' as const, profile: given.profile }]),
    ...(given.reserve === undefined ? [] : [{ kind: 'reserve' as const, atLeast: given.reserve }]),
    ...COST_ITEMS.flatMap((item): ObjectiveSpec[] => {
      const atMost = given.cost?.[item];
      return atMost === undefined ? [] : [{ kind: 'cost', item, atMost }];
    }),
  ];
}
