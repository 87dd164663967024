import * as z from 'zod';
import type { Us } from '../base/index.ts';
import {
  choice,
  duration,
  meaning,
  type Notebook,
  oneOrMore,
  PLACE_KINDS,
  type PlaceKind,
  positiveDuration,
  scalar,
  TIERS,
  type Tier,
} from '../language/index.ts';

/** People of whom the standard asks that they be there: in the computer room, for backups, for hardware and network, for systems. */
export const STAFF = ['room', 'backup', 'hardware-network', 'systems'] as const;
export type StaffWord = (typeof STAFF)[number];

/** What such people do: it is their own work, or some of them are there around the clock. */
export const PRESENCE = ['dedicated', '24x7'] as const;
export type Presence = (typeof PRESENCE)[number];

/** Rules in writing that people work by. */
export const RULES = [
  'media',
  'standby-site',
  'hardware',
  'electronic-transfer',
  'real-time-backup',
  'systems',
] as const;
export type RuleWord = (typeof RULES)[number];

/** Contracts with suppliers for what does not stand in the standby site yet. */
export const CONTRACTS = ['equipment', 'lines'] as const;
export type ContractWord = (typeof CONTRACTS)[number];

/** Who brings service back after the loss of a place: automation, people who decide, or nobody before the place itself is back. */
export const RECOVERERS = ['automation', 'people', 'nobody'] as const;
export type Recoverer = (typeof RECOVERERS)[number];

/** What a document promises for the loss of a place: compared with what is measured. */
export interface DocumentedSpec {
  readonly scope: PlaceKind;
  readonly rto: Us | undefined;
  readonly rpo: Us | undefined;
  readonly tier: Tier | undefined;
  readonly recoveredBy: Recoverer | undefined;
  /** Where it is promised. */
  readonly source: string;
}

/** What no simulation can see. What is missing is not there. */
export interface DeclaredSpec {
  readonly staff: { readonly [word in StaffWord]?: Presence | undefined };
  readonly rules: readonly RuleWord[];
  readonly contracts: readonly ContractWord[];
  /** The day of the last full drill of the plan, as written: `2026-06-30`; undefined: it was never tested. */
  readonly planTested: string | undefined;
  readonly documented: readonly DocumentedSpec[];
}

export const NOTHING_DECLARED: DeclaredSpec = {
  staff: {},
  rules: [],
  contracts: [],
  planTested: undefined,
  documented: [],
};

const DAYS_IN = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

/** A day that there is, as `year-month-day`. */
function dayOf(raw: unknown): string | undefined {
  const parts = typeof raw === 'string' ? /^(\d{4})-(\d{2})-(\d{2})$/.exec(raw) : null;
  if (parts === null) return undefined;
  const [year, month, day] = parts.slice(1).map(Number) as [number, number, number];
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  const last = month === 2 && leap ? 29 : (DAYS_IN[month - 1] ?? 0);
  return day >= 1 && day <= last ? parts[0] : undefined;
}

export const date = scalar({
  id: 'date',
  expected: 'a day such as 2026-06-30',
  json: { type: 'string', pattern: '^\\d{4}-\\d{2}-\\d{2}$' },
  read: dayOf,
});

export const tier = scalar<Tier>({
  id: 'tier',
  expected: 'a tier of GB/T 20988, 1 to 6, such as 5',
  json: { type: 'integer', minimum: 1, maximum: 6 },
  read: (raw) => TIERS.find((one) => one === raw),
});

const presence = choice(PRESENCE).optional();
const staff = z.strictObject(
  meaning(
    { room: presence, backup: presence, 'hardware-network': presence, systems: presence },
    {
      room: 'people of the standby site: tier 3 asks for dedicated ones, tier 4 for 24x7',
      backup: 'people for backups: tier 4 asks for dedicated ones, tier 5 for 24x7',
      'hardware-network': 'people for hardware and network: tier 4 asks for dedicated ones, tier 5 for 24x7',
      systems: 'people for operating systems, databases and applications: tier 6 asks for 24x7',
    },
  ),
);

const documented = z.strictObject(
  meaning(
    {
      scope: choice(PLACE_KINDS),
      rto: positiveDuration.optional(),
      rpo: duration.optional(),
      tier: tier.optional(),
      'recovered-by': choice(RECOVERERS).optional(),
      source: z.string().min(1).max(500),
    },
    {
      scope: 'the sort of place whose loss it is about',
      rto: 'recovery time that a document promises',
      rpo: 'recovery point that a document promises',
      tier: 'tier that a document promises',
      'recovered-by': 'who brings service back by a document; nobody: it stops until the place is back',
      source: 'the document',
    },
  ),
);

const plan = z.strictObject(meaning({ tested: date }, { tested: 'the day of the last full drill of the plan' }));

const declared = {
  staff: staff.optional(),
  rules: oneOrMore(choice(RULES)).optional(),
  contracts: oneOrMore(choice(CONTRACTS)).optional(),
  plan: plan.optional(),
  documented: z.array(documented).optional(),
};
export const declaredInput = z.strictObject(
  meaning(declared, {
    staff: 'who is there',
    rules:
      'rules in writing: media (tier 1), standby-site (2), hardware and electronic-transfer (3), real-time-backup (5), systems (6)',
    contracts: 'contracts for what the standby site lacks: equipment, lines (tier 2)',
    plan: 'the recovery plan, which every tier wants tested',
    documented: 'what documents promise; drills are compared with it',
  }),
);

/** What is declared, duplicates gone. */
export function resolveDeclared(given: z.output<typeof declaredInput>, notes: Notebook): DeclaredSpec {
  for (const [index, one] of (given.documented ?? []).entries()) {
    const { rto, rpo, tier, 'recovered-by': by } = one;
    if ([rto, rpo, tier, by].some((promise) => promise !== undefined)) continue;
    notes.at('documented', index).error('nothing-promised', 'this promises nothing', {
      expected: 'at least one of rto, rpo, tier, recovered-by',
    });
  }
  return {
    staff: given.staff ?? {},
    rules: [...new Set(given.rules ?? [])],
    contracts: [...new Set(given.contracts ?? [])],
    planTested: given.plan?.tested,
    documented: (given.documented ?? []).map(({ scope, rto, rpo, tier, 'recovered-by': by, source }) => ({
      scope,
      rto,
      rpo,
      tier,
      recoveredBy: by,
      source,
    })),
  };
}
