import * as z from 'zod';
import { byCodeUnit } from '../base/index.ts';
import {
  type Defaults,
  exactlyOne,
  meaning,
  Notebook,
  name,
  oneOrMore,
  placePath,
  probeShape,
  type Reference,
  resolveProbe,
  target,
  wholeNumber,
} from '../language/index.ts';
import type { AlarmSpec, TeamSpec } from './schema.ts';

const PROBE_DEFAULTS: Defaults = {
  interval: { value: '1m', source: 'assumption: a metric a minute, as cloud monitors give' },
  timeout: { value: '5s', source: 'assumption: as a load balancer waits' },
  healthy: { value: '1', source: 'assumption: one good look clears it' },
  unhealthy: { value: '3', source: 'assumption: three bad looks in a row raise it' },
  spacing: { value: 'from-start', source: 'assumption: monitors keep a fixed schedule' },
};
const IDEAL = 'assumption: without a watcher the alarm sees everything at once, wherever it is';

const targets = oneOrMore(target);

const mode = meaning(
  { all: targets, any: targets },
  { all: 'raised when all of these look bad', any: 'raised when one of these looks bad' },
);
const own = {
  watch: z.union([targets, exactlyOne(mode)]).optional(),
  damaged: oneOrMore(name).optional(),
  from: placePath.optional(),
};
export const alarmInput = z.strictObject({
  ...meaning(own, {
    watch: 'places and components that are looked at',
    damaged: 'stores whose wrong data are noticed',
    from: 'where the watcher stands',
  }),
  ...probeShape,
});
type AlarmInput = z.output<typeof alarmInput>;

const distinct = (names: readonly string[]): string[] => [...new Set(names)].sort(byCodeUnit);

/** A bare list is watched as `all`. */
function watchOf(given: NonNullable<AlarmInput['watch']>): AlarmSpec['watch'] {
  if ('length' in given) return { mode: 'all', targets: distinct(given) };
  return given.any === undefined
    ? { mode: 'all', targets: distinct(given.all ?? []) }
    : { mode: 'any', targets: distinct(given.any) };
}

export function resolveAlarm(alarmName: string, given: AlarmInput, notes: Notebook): AlarmSpec | undefined {
  if ((given.watch === undefined) === (given.damaged === undefined)) {
    notes.error(
      'watch-or-damaged',
      'an alarm watches components and places, or is raised when people notice wrong data',
      {
        expected: 'exactly one of watch and damaged',
      },
    );
    return undefined;
  }
  return given.watch === undefined ? ofDamage(alarmName, given, notes) : ofWatch(alarmName, given, given.watch, notes);
}

/** When people notice is a matter of the fault; nobody probes for it. */
function ofDamage(alarmName: string, given: AlarmInput, notes: Notebook): AlarmSpec {
  for (const key of ['from', ...Object.keys(probeShape)] as const) {
    if (!(key in given) || given[key as keyof AlarmInput] === undefined) continue;
    notes.error('useless-key', `\`${key}\` means nothing to an alarm about wrong data: people notice them`, {
      path: [key],
      atKey: true,
    });
  }
  return {
    name: alarmName,
    watch: { mode: 'any', targets: [] },
    damaged: distinct(given.damaged ?? []),
    from: undefined,
    probe: resolveProbe({}, PROBE_DEFAULTS, new Notebook()),
  };
}

function ofWatch(
  alarmName: string,
  given: AlarmInput,
  watch: NonNullable<AlarmInput['watch']>,
  notes: Notebook,
): AlarmSpec {
  if (given.from === undefined) notes.at('from').assume('ideal', IDEAL);
  return {
    name: alarmName,
    watch: watchOf(watch),
    damaged: [],
    from: given.from,
    probe: resolveProbe(given, PROBE_DEFAULTS, notes),
  };
}

export const alarmReferences = ({ watch, damaged, from }: AlarmSpec): Reference[] => [
  ...damaged.map((store) => ({ path: ['damaged', store], name: store, to: 'store' as const })),
  ...watch.targets.map((watched) => ({ path: ['watch', watch.mode, watched], name: watched, to: 'watched' as const })),
  ...(from === undefined ? [] : [{ path: ['from'], name: from, to: 'watcher' as const }]),
];

export const teamInput = z.strictObject(
  meaning({ size: wholeNumber(1, 10_000).optional() }, { size: 'decisions it takes at a time' }),
);

export const resolveTeam = (teamName: string, given: z.output<typeof teamInput>): TeamSpec => ({
  name: teamName,
  size: given.size ?? 1,
});
