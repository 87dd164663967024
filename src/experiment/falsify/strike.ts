import { byCodeUnit, formatDuration, type Us } from '../../base/index.ts';
import type { Effect } from '../../language/index.ts';
import { fixed, type Law, never } from '../../random/index.ts';
import { calm, type Scenario } from '../../scenario/index.ts';
import type { FaultClass } from '../result/index.ts';

/** How a lost thing meets its callers. */
export type Manner = Extract<Effect, 'silent' | 'exit' | 'hang'>;

/** Something that a schedule of faults can strike, and how. */
export interface Target {
  readonly class: FaultClass;
  readonly deed: 'lose' | 'cut' | 'damage';
  /** A place, component, instance, domain, area, link or store by its name. */
  readonly name: string;
  /** `damage` only: share of answers that are wrong, and how long until people notice. */
  readonly share?: number;
  readonly deletes?: true;
  readonly noticed?: Law;
  /** How it may meet its callers while it is lost, as what breaks it by itself does; not of data. The first is the usual one. */
  readonly effects: readonly Manner[];
  /** All machines of a pool or store at once: no fault domain unless somebody says so. */
  readonly whole?: true;
}

/** One fault of a schedule. */
export interface Strike {
  readonly target: Target;
  /** From the start of a replication. */
  readonly at: Us;
  /** How long it lasts; what damages data lasts until something restores them. */
  readonly for: Us;
  /** How a lost thing meets its callers. */
  readonly effect: Manner;
}

/** Faults that strike at stated times, and nothing else does. */
export type FaultSchedule = readonly Strike[];

/** The order in which things happen; of one instant, by name. */
export const inOrder = (schedule: FaultSchedule): FaultSchedule =>
  [...schedule].sort((a, b) => a.at - b.at || byCodeUnit(labelOf(a.target), labelOf(b.target)) || a.for - b.for);

/** `zone:cn-beijing/a`, `damage:orders`. */
export const labelOf = ({ class: faultClass, name }: Target): string => `${faultClass}:${name}`;

const NOTHING = { lose: undefined, cut: undefined, damage: undefined } as const;

/** The same architecture in which these faults strike, and nothing breaks by itself. */
export function withSchedule(scenario: Scenario, schedule: FaultSchedule): Scenario {
  const faults = named(schedule).map(([strike, name]) => scheduled(strike, name));
  return { ...calm(scenario), schedule: faults.sort((a, b) => byCodeUnit(a.name, b.name)) };
}

/** As a reader calls them when nobody does. */
const usualName = ({ target, at }: Strike): string => `${target.deed} ${target.name} at ${formatDuration(at)}`;

/** In order, each with a name of its own: of two alike the later one is told by its number. */
function named(schedule: FaultSchedule): (readonly [Strike, string])[] {
  const seen = new Set<string>();
  return inOrder(schedule).map((strike, i) => {
    const usual = usualName(strike);
    const name = seen.has(usual) ? `fault ${i + 1}` : usual;
    seen.add(usual);
    return [strike, name] as const;
  });
}

function scheduled({ target, at, for: lasts, effect }: Strike, name: string): Scenario['schedule'][number] {
  const common = { name, at, within: 0 as Us, probesFail: 1, factor: 1 };
  if (target.deed === 'damage') {
    const { share = 1, deletes, noticed = fixed(0) } = target;
    const wrong = { effect: 'corruption' as const, share, ...(deletes && { deletes }), noticed };
    return { ...common, ...NOTHING, ...wrong, for: never(), damage: target.name };
  }
  const shown = { ...common, effect, share: 1, noticed: fixed(0), for: fixed(lasts) };
  if (target.deed === 'cut') return { ...shown, ...NOTHING, cut: target.name };
  return { ...shown, ...NOTHING, lose: target.name };
}

/**
 * The schedule as lines of YAML that take the place of `catalogue` and `faults` in the scenario: they make the same faults
 * strike at the same microseconds.
 */
export function scheduleText(schedule: FaultSchedule): string {
  const lines = named(schedule).map(([strike, name]) => `  - {${wordsOf(strike, name).join(', ')}}`);
  return ['catalogue: scheduled', schedule.length === 0 ? 'faults: []' : 'faults:', ...lines, ''].join('\n');
}

function wordsOf(strike: Strike, name: string): string[] {
  const { target, at, for: lasts, effect } = strike;
  const { share = 1, deletes, noticed = fixed(0) } = target;
  const head = [
    ...(name === usualName(strike) ? [] : [`name: ${quoted(name)}`]),
    `at: ${formatDuration(at)}`,
    `${target.deed}: ${quoted(target.name)}`,
  ];
  if (target.deed === 'damage')
    return [...head, `share: ${share}`, ...(deletes ? ['deletes: true'] : []), `noticed: ${noticed.describe()}`];
  return [...head, `for: ${formatDuration(lasts)}`, ...(effect === 'silent' ? [] : [`effect: ${effect}`])];
}

const PLAIN = /^[\p{L}_][\p{L}\p{N}_./-]*$/u;
/** YAML has words that are no text. */
const RESERVED = /^(true|false|null|yes|no|on|off|~)$/i;
const quoted = (text: string): string => (PLAIN.test(text) && !RESERVED.test(text) ? text : JSON.stringify(text));
