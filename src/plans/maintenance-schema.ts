import * as z from 'zod';
import type { Us } from '../base/index.ts';
import {
  choice,
  type DailyWindow,
  type Defaults,
  dailyWindow,
  duration,
  law,
  meaning,
  type Notebook,
  positiveDuration,
} from '../language/index.ts';
import type { Law } from '../random/index.ts';

const HOWS = ['rolling', 'stop'] as const;

/** Planned work on a component, again and again. */
export interface MaintenanceSpec {
  readonly component: string;
  readonly every: Us;
  /** When the first is due. */
  readonly first: Us;
  /** The time of day at which it may begin; what has begun runs to its end. */
  readonly window: DailyWindow | undefined;
  /** How long a part, or the whole, stands still. */
  readonly takes: Law;
  /** Part by part, roles moved off each first; or all at once. undefined: part by part where there are several. */
  readonly how: (typeof HOWS)[number] | undefined;
  /** Between two parts: what was stopped is in service again by then. */
  readonly pause: Us;
  /** So long beforehand the component is withheld from the answers of names. */
  readonly notice: Us;
}

const DEFAULTS: Defaults = {
  takes: {
    value: '30m',
    source: 'alibabacloud.com/help/doc-detail/41872: at least 30 min for a basic database; for the rest an assumption',
  },
  pause: { value: '1m', source: 'assumption: health checks have readmitted a part before the next is stopped' },
};

const shape = {
  every: positiveDuration,
  first: duration.optional(),
  window: dailyWindow.optional(),
  takes: law.optional(),
  how: choice(HOWS).optional(),
  pause: duration.optional(),
  notice: duration.optional(),
};

export const maintenanceInput = z
  .strictObject(
    meaning(shape, {
      every: 'from one turn to the next',
      first: 'when the first is due; as long after the start as between turns unless stated',
      window: 'the time of day at which it may begin',
      takes: 'how long a part stands still',
      how: 'rolling: part by part; stop: all at once',
      pause: 'between two parts',
      notice: 'so long beforehand names no longer answer with it',
    }),
  )
  .describe(
    'planned work such as {every: 90d, window: "02:00-05:00", takes: 30m}; also first, how (rolling or stop), pause, notice',
  );

export function resolveMaintenance(
  component: string,
  given: z.output<typeof maintenanceInput>,
  notes: Notebook,
): MaintenanceSpec {
  const fill = notes.filling(DEFAULTS);
  return {
    component,
    every: given.every,
    first: given.first ?? given.every,
    window: given.window,
    takes: fill('takes', given.takes, law),
    how: given.how,
    pause: fill('pause', given.pause, duration),
    notice: given.notice ?? (0 as Us),
  };
}
