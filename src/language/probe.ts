import * as z from 'zod';
import { formatDuration, type Us } from '../base/index.ts';
import type { Defaults } from './assumption.ts';
import { choice } from './choices.ts';
import { positiveDuration } from './durations.ts';
import { meaning } from './meaning.ts';
import type { Notebook } from './notebook.ts';
import { wholeNumber } from './numbers.ts';
import { pathText } from './problem.ts';

export const SPACINGS = ['from-end', 'from-start'] as const;
/** Whether the interval counts from the end of a probe to the next start, or from start to start. */
export type Spacing = (typeof SPACINGS)[number];

export const PROBE_PHASES = ['random', 'even'] as const;
export type ProbePhase = (typeof PROBE_PHASES)[number];

/** How an observer probes: load balancers, DNS monitors, heartbeats and alarms share it. */
export interface ProbeSpec {
  readonly interval: Us;
  /** How long a probe waits for an answer. */
  readonly timeout: Us;
  /** Good results in a row until a bad target is believed good, at least 1. */
  readonly healthy: number;
  /** Bad results in a row until a good target is believed bad, at least 1. */
  readonly unhealthy: number;
  readonly spacing: Spacing;
  /** First probes: at random within an interval, or spread evenly over it by the order of the targets. */
  readonly phase: ProbePhase;
  /** Where in the scenario it is, or may be, written: `components.www.monitor`. */
  readonly path: string;
}

const threshold = wholeNumber(1, 100);

/** A probe as written; what is left out comes from the product. */
const probe = {
  interval: positiveDuration.optional(),
  timeout: positiveDuration.optional(),
  healthy: threshold.optional(),
  unhealthy: threshold.optional(),
  spacing: choice(SPACINGS).optional(),
  phase: choice(PROBE_PHASES).optional(),
};
export const probeShape = meaning(probe, {
  interval: 'time between probes',
  timeout: 'how long a probe waits for an answer',
  healthy: 'good results in a row until a bad target is believed good',
  unhealthy: 'bad results in a row until a good target is believed bad',
  spacing: 'whether the interval counts from the end of a probe or from its start',
  phase: 'first probes of several targets: at random, or spread evenly over the interval',
});
export const probeInput = z.strictObject(probeShape);
export type ProbeInput = z.output<typeof probeInput>;

/** `off`, or a probe. */
export const probeOrOff = z.union([z.literal('off'), probeInput]);

/** Fills in a probe. Probes from start to start that could overlap are refused. */
export function resolveProbe(given: ProbeInput, defaults: Defaults, notes: Notebook): ProbeSpec {
  const fill = notes.filling(defaults);
  const probe: ProbeSpec = {
    interval: fill('interval', given.interval, positiveDuration),
    timeout: fill('timeout', given.timeout, positiveDuration),
    healthy: fill('healthy', given.healthy, threshold),
    unhealthy: fill('unhealthy', given.unhealthy, threshold),
    spacing: fill('spacing', given.spacing, choice(SPACINGS)),
    phase: given.phase ?? 'random',
    path: pathText(notes.path),
  };
  if (probe.spacing === 'from-start' && probe.timeout > probe.interval) reportOverlap(probe, given, notes);
  return probe;
}

function reportOverlap(probe: ProbeSpec, given: ProbeInput, notes: Notebook): void {
  const timeout = formatDuration(probe.timeout);
  const interval = formatDuration(probe.interval);
  notes.error(
    'overlapping-probes',
    `a probe may wait ${timeout}, longer than the ${interval} until the next one starts`,
    {
      expected: `a timeout of at most the interval, or spacing: from-end`,
      path: [given.timeout === undefined && given.interval !== undefined ? 'interval' : 'timeout'],
    },
  );
}
