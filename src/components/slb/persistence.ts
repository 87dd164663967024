import * as z from 'zod';
import { toSeconds } from '../../base/index.ts';
import { type Defaults, meaning, type Notebook, positiveDuration } from '../../language/index.ts';

/** Clients that come back to the server that they were on, which holds their session. */
export interface SlbPersistence {
  /** Sessions that a server holds for each request a second that it gets. */
  readonly heldPerRate: number;
  /** How long it takes until a server that begins without any holds as many, µs. */
  readonly filling: number;
}

const PAPER = 'Alibaba Cloud disaster-recovery white paper, version 2019-07-18, section 8: 1000 s in the example';

const DEFAULTS: Defaults = {
  timeout: { value: '1000s', source: PAPER },
  length: { value: '10m', source: 'assumption: a visit lasts ten minutes' },
  'request-every': { value: '10s', source: 'assumption: a visitor asks for something every ten seconds' },
};

const shape = {
  timeout: positiveDuration.optional(),
  length: positiveDuration.optional(),
  'request-every': positiveDuration.optional(),
};
export const persistenceInput = z.strictObject(
  meaning(shape, {
    timeout: 'how long a client that does nothing is still sent to its server',
    length: 'how long a session lasts',
    'request-every': 'time between two requests of a session',
  }),
);

/** A session is held while it lasts and until its timeout after that. */
export function persistenceOf(given: z.output<typeof persistenceInput>, notes: Notebook): SlbPersistence {
  const fill = notes.filling(DEFAULTS);
  const timeout = fill('timeout', given.timeout, positiveDuration);
  const length = fill('length', given.length, positiveDuration);
  const every = fill('request-every', given['request-every'], positiveDuration);
  return { heldPerRate: (toSeconds(every) * (length + timeout)) / length, filling: length + timeout };
}
