import * as z from 'zod';
import { byCodeUnit } from '../base/index.ts';
import {
  type Defaults,
  exactlyOne,
  type Notebook,
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

export const alarmInput = z.strictObject({
  watch: z.union([targets, exactlyOne({ all: targets, any: targets })]),
  from: placePath.optional(),
  ...probeShape,
});
type AlarmInput = z.output<typeof alarmInput>;

const distinct = (names: readonly string[]): string[] => [...new Set(names)].sort(byCodeUnit);

/** A bare list is watched as `all`. */
function watchOf(given: AlarmInput['watch']): AlarmSpec['watch'] {
  if ('length' in given) return { mode: 'all', targets: distinct(given) };
  return given.any === undefined
    ? { mode: 'all', targets: distinct(given.all ?? []) }
    : { mode: 'any', targets: distinct(given.any) };
}

export function resolveAlarm(alarmName: string, given: AlarmInput, notes: Notebook): AlarmSpec {
  if (given.from === undefined) notes.at('from').assume('ideal', IDEAL);
  return {
    name: alarmName,
    watch: watchOf(given.watch),
    from: given.from,
    probe: resolveProbe(given, PROBE_DEFAULTS, notes),
  };
}

export const alarmReferences = ({ watch, from }: AlarmSpec): Reference[] => [
  ...watch.targets.map((watched) => ({ path: ['watch', watch.mode, watched], name: watched, to: 'watched' as const })),
  ...(from === undefined ? [] : [{ path: ['from'], name: from, to: 'watcher' as const }]),
];

export const teamInput = z.strictObject({ size: wholeNumber(1, 10_000).optional() });

export const resolveTeam = (teamName: string, given: z.output<typeof teamInput>): TeamSpec => ({
  name: teamName,
  size: given.size ?? 1,
});
