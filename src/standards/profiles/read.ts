import * as z from 'zod';
import { toSeconds } from '../../base/index.ts';
import {
  choice,
  duration,
  meaning,
  type Notebook,
  numberFrom,
  oneOrMore,
  type Problem,
  positiveDuration,
  probability,
  scalar,
} from '../../language/index.ts';
import { readDocument } from '../../scenario/index.ts';
import { TIER_SCOPES, tier } from '../../service/index.ts';
import { DISASTERS, type Settings } from '../result/index.ts';
import { type Profile, type ProfileRule, RULE } from './profile.ts';

const VERSION = 1;
const version = scalar({
  expected: `the version of profiles that this hasim reads, which is ${VERSION}`,
  json: { const: VERSION },
  read: (raw) => (raw === VERSION ? raw : undefined),
});

const text = z.string().min(1).max(500);
const kilometres = numberFrom(0, 20_000);

const ruleInput = z.strictObject(
  meaning(
    {
      scope: oneOrMore(choice(TIER_SCOPES)).optional(),
      class: choice(DISASTERS).optional(),
      tier: tier.optional(),
      rto: positiveDuration.optional(),
      rpo: duration.optional(),
      strictly: z.boolean().optional(),
      'remote-centre-km': kilometres.optional(),
      'remote-copy-km': kilometres.optional(),
    },
    {
      scope: 'the size of what is lost; by default every sort of site beside which there is another',
      class: 'the disaster that times are about; by default a lost site',
      tier: 'tier of GB/T 20988 at least',
      rto: 'recovery time at the most',
      rpo: 'recovery point at the most',
      strictly: 'the times themselves are too much',
      'remote-centre-km': 'kilometres at least to servers that can take over',
      'remote-copy-km': 'kilometres at least to a copy of the data',
    },
  ),
);
type RuleInput = z.output<typeof ruleInput>;

const settingsInput = z.strictObject(
  meaning(
    {
      'several-minutes': positiveDuration.optional(),
      'several-hours': positiveDuration.optional(),
      'may-fail': probability.optional(),
      band: probability.optional(),
      'gate-logical-damage': z.boolean().optional(),
    },
    {
      'several-minutes': 'how 数分钟 is read',
      'several-hours': 'how 数小时 is read',
      'may-fail': 'the largest share of recoveries that may fail',
      band: 'nearer to a limit than this share of it is too close to call',
      'gate-logical-damage': 'wrong data and mistakes gate tiers too',
    },
  ),
);
type SettingsInput = z.output<typeof settingsInput>;

const profileInput = z.strictObject(
  meaning(
    {
      profile: version,
      name: z.string().min(1).max(100),
      title: text.optional(),
      source: text.optional(),
      rules: z.array(ruleInput).optional(),
      settings: settingsInput.optional(),
    },
    {
      profile: 'version of profiles',
      name: 'what reports call it',
      title: 'what it is about',
      source: 'the document it comes from',
      rules: 'what is asked',
      settings: 'how the standard is read',
    },
  ),
);
type ProfileInput = z.output<typeof profileInput>;

/** A profile, or what keeps the text from being one. */
export interface ProfileReading {
  readonly profile: Profile | undefined;
  readonly problems: readonly Problem[];
}

/** Reads a profile of one's own: company policy, the rules of another country. Every problem is reported at once, with its place. */
export function readProfile(yaml: string): ProfileReading {
  const { value, problems } = readDocument(yaml, profileInput, { noun: 'a profile', begins: 'profile: 1' }, check);
  return { profile: value && profileOf(value), problems };
}

const ASKS = ['tier', 'rto', 'rpo', 'remote-centre-km', 'remote-copy-km'] as const;

function check({ rules }: ProfileInput, notes: Notebook): void {
  for (const [index, rule] of (rules ?? []).entries()) {
    if (ASKS.some((ask) => rule[ask] !== undefined)) continue;
    notes.at('rules', index).error('asks-nothing', 'this rule asks nothing', {
      expected: `at least one of ${ASKS.join(', ')}`,
    });
  }
}

const profileOf = ({ name, title, source, rules, settings }: ProfileInput): Profile => ({
  name,
  title: title ?? name,
  source: source ?? "a profile of one's own",
  confidence: 'stated',
  rules: (rules ?? []).map(ruleOf),
  settings: settingsOf(settings ?? {}),
});

const METRES = 1000;

const ruleOf = (given: RuleInput): ProfileRule => ({
  ...RULE,
  scopes: given.scope,
  disaster: given.class ?? RULE.disaster,
  tier: given.tier,
  rto: given.rto && toSeconds(given.rto),
  rpo: given.rpo === undefined ? undefined : toSeconds(given.rpo),
  strictly: given.strictly ?? false,
  centre: given['remote-centre-km'] === undefined ? undefined : METRES * given['remote-centre-km'],
  copy: given['remote-copy-km'] === undefined ? undefined : METRES * given['remote-copy-km'],
});

const settingsOf = (given: SettingsInput): Partial<Settings> => ({
  ...(given['several-minutes'] !== undefined && { severalMinutes: toSeconds(given['several-minutes']) }),
  ...(given['several-hours'] !== undefined && { severalHours: toSeconds(given['several-hours']) }),
  ...(given['may-fail'] !== undefined && { mayFail: given['may-fail'] }),
  ...(given.band !== undefined && { band: given.band }),
  ...(given['gate-logical-damage'] !== undefined && { gateLogicalDamage: given['gate-logical-damage'] }),
});
