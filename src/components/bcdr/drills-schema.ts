import * as z from 'zod';
import type { Us } from '../../base/index.ts';
import { choice, type Defaults, duration, meaning, type Notebook, positiveDuration } from '../../language/index.ts';

const HOWS = ['isolated', 'on-copy'] as const;

/** Drills of the failover that are planned, again and again. */
export interface DrillsSpec {
  readonly every: Us;
  /** When the first after the start begins; undefined: in equilibrium at any moment of `every` alike, else after `every`. */
  readonly first: Us | undefined;
  /** How long one lasts; shorter than from one to the next. */
  readonly takes: Us;
  /** On clones of the copy beside production; or on the copy itself, to which nothing is carried meanwhile. */
  readonly how: (typeof HOWS)[number];
  /** How long a failover in earnest waits for a drill to be ended. */
  readonly endsIn: Us;
}

const PAPER = 'Alibaba Cloud disaster-recovery white paper, version 2019-07-18, section 4';
const DEFAULTS: Defaults = {
  takes: { value: '4h', source: 'assumption: machines are started, looked at and released within half a day' },
  how: { value: 'isolated', source: `${PAPER}: a drill neither stops production nor replication` },
  'ends-in': { value: '5m', source: 'assumption: machines of a drill are released before those of a failover start' },
};

const shape = {
  every: positiveDuration,
  first: positiveDuration.optional(),
  takes: positiveDuration.optional(),
  how: choice(HOWS).optional(),
  'ends-in': duration.optional(),
};

export const drillsInput = z.strictObject(
  meaning(shape, {
    every: 'from the beginning of one drill to that of the next',
    first:
      'when the first after the start begins; up to `every` it is the phase of drills that have long been held (`start: steady`), beyond it nobody has drilled before; unless stated at a random moment of `every`, with `start: new` after `every`',
    takes: 'how long a drill lasts',
    how: 'isolated: on clones, while replication goes on; on-copy: on the copy itself, replication waits',
    'ends-in': 'how long a failover that is ordered during a drill waits for it to be ended',
  }),
);

export function resolveDrills(given: z.output<typeof drillsInput>, notes: Notebook): DrillsSpec {
  const fill = notes.filling(DEFAULTS);
  const takes = fill('takes', given.takes, positiveDuration);
  if (takes >= given.every)
    notes.error('drill-too-long', 'a drill lasts until the next one begins', {
      path: [given.takes === undefined ? 'every' : 'takes'],
      expected: 'less than `every`',
    });
  return {
    every: given.every,
    first: given.first,
    takes,
    how: fill('how', given.how, choice(HOWS)),
    endsIn: fill('ends-in', given['ends-in'], duration),
  };
}
