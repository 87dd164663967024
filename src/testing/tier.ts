import type { Us } from '../base/index.ts';
import { Drill, evidenceOf, Falsifier, type Found, type Limit } from '../experiment/index.ts';
import type { EditionName, Tier } from '../language/index.ts';
import type { Scenario } from '../scenario/index.ts';
import type { TierScope } from '../service/index.ts';
import { type Blocker, blockersOfWanted, type ClassResult, type StandardResult } from '../standards/index.ts';
import { FaultsFound, replayOf } from './message.ts';
import { durationOf } from './options.ts';

export interface TierOptions {
  readonly tier: Tier;
  /** Against the loss of what. */
  readonly scope: TierScope;
  /** The edition of GB/T 20988 that judges; the usual one unless said. */
  readonly edition?: EditionName;
  /** Drills of each fault; 100 unless said. Fewer than 59 prove nothing. */
  readonly times?: number;
  readonly seed?: string;
  /** How long what is lost stays lost in a drill; `7d` unless said. */
  readonly lostFor?: string;
  /** What the scenario's file is called in the commands that replay a failure. */
  readonly file?: string;
}

/**
 * Drills everything and judges it: the tier is proven against that scope.
 * @throws FaultsFound with what blocks the tier, the smallest schedule of faults that shows the first of them, and how to
 * replay it; also where drills were too few to decide
 */
export function assertTier(scenario: Scenario, options: TierOptions): void {
  const { tier, scope, edition, times = 100, seed = '1', lostFor = '7d', file = 'scenario.yaml' } = options;
  const others = scenario.objectives.filter(({ kind }) => kind !== 'tier');
  const asked = { ...scenario, objectives: [...others, { kind: 'tier' as const, atLeast: tier, scope, edition }] };
  const drill = new Drill(asked, { times, seed, lostFor: durationOf(lostFor, 'lostFor') });
  while (drill.step());
  const { standard, rows } = drill.result({ file, sha256: '' });
  const judged = standard.tiers.find((one) => one.scope === scope);
  if (judged === undefined) {
    const scopes = standard.tiers.map((one) => one.scope).join(', ');
    throw new FaultsFound(`assertTier: nothing of the scope ${scope} can be lost here; there are ${scopes}`);
  }
  if (judged.tier >= tier) return;
  const blockers = blockersOfWanted(asked, evidenceOf(asked, rows, true));
  const found = smallestOf(scenario, blockers, standard, seed);
  throw new FaultsFound(message(options, judged.tier, judged.undecided, blockers, found, { seed, file, times }), found);
}

const SHRUNK_TIMES = 20;

/** The smallest schedule that shows the first disaster that blocks; undefined where a schedule cannot show it. */
function smallestOf(
  scenario: Scenario,
  blockers: readonly Blocker[],
  { classes }: StandardResult,
  seed: string,
): Found | undefined {
  const blocker = blockers.find((one) => one.kind === 'disaster' && one.verdict === 'fail');
  const judged = classes.find((one) => blocker?.kind === 'disaster' && isOf(one, blocker));
  if (judged === undefined) return undefined;
  const limits = limitsOf(judged);
  const lasts = Math.max(WEEK, ...limits.map(({ kind, limit }) => (kind === 'rto' ? 2 * limit : 0))) as Us;
  const bounds = { seed, times: SHRUNK_TIMES, maxFaults: 1, tries: 50, lasts };
  const search = new Falsifier(scenario, { ...bounds, only: [judged.domain], limits });
  if (search.targets.length === 0) return undefined;
  while (search.step());
  return search.result({ file: '', sha256: '' }).smallest ?? undefined;
}

const WEEK = 7 * 86_400e6;

const isOf = (one: ClassResult, { class: disaster, domain, scope }: Extract<Blocker, { kind: 'disaster' }>): boolean =>
  one.class === disaster && one.domain === domain && one.scope === scope && one.verdict === 'fail';

/** The limits of the tier; what never comes back is beyond any. */
function limitsOf({ rtoSeconds, rpoSeconds, against }: ClassResult): Limit[] {
  const common = { of: undefined, scopes: undefined, about: 'both', objective: `tier ${against}` } as const;
  const rto: Limit = { ...common, kind: 'rto', limit: (rtoSeconds.limit ?? 7 * 86_400) * 1e6 };
  const point = rpoSeconds?.limit ?? null;
  return point === null ? [rto] : [rto, { ...common, kind: 'rpo', limit: point * 1e6 }];
}

function message(
  { tier, scope }: TierOptions,
  proven: number,
  undecided: readonly number[],
  blockers: readonly Blocker[],
  found: Found | undefined,
  { seed, file, times }: { readonly seed: string; readonly file: string; readonly times: number },
): string {
  const open = undecided.includes(tier);
  return [
    `assertTier: tier ${tier} is ${open ? 'not proven' : 'not met'} against the loss of one ${scope}; tier ${proven} is proven`,
    ...blockers.map((one) => `  ${blockerText(one)}`),
    '',
    ...(found === undefined
      ? [`To see it:\n  hasim drill ${file} --times ${times} --seed ${seed}`]
      : [
          'The smallest schedule of faults that shows it:',
          found.yaml,
          'To replay it, put those lines into found.yaml, then',
          replayOf(found, { times: SHRUNK_TIMES, seed, file }),
        ]),
  ].join('\n');
}

/** One thing that blocks, in a line. */
function blockerText(blocker: Blocker): string {
  if (blocker.kind === 'element') {
    const { tier, element, ask, found, basis } = blocker;
    return `tier ${tier} asks ${ask} (${element}, ${basis}): ${found}`;
  }
  const { tier, class: disaster, domain, what, measured, limit, verdict, needs } = blocker;
  const more = needs === null ? '' : `; ${needs} more drills would decide`;
  return `tier ${tier}, ${disaster} ${domain}: ${what} ${figure(what, measured)}, limit ${figure(what, limit)} (${verdict}${more})`;
}

function figure(what: Extract<Blocker, { kind: 'disaster' }>['what'], value: number | null): string {
  if (value === null) return what === 'time' ? 'never' : '–';
  return what === 'failures' ? `${Math.round(1000 * value) / 10} %` : `${Math.round(10 * value) / 10} s`;
}
