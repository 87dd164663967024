import type { Defaults, Trait } from '../language/index.ts';
import type { Verb } from './schema.ts';

/** Written as a computed key because an object with a plain one could be taken for a promise. */
export const THEN = 'then';
/** What may follow a step that did not work. */
export const AFTERWARDS = ['retry', 'ask', 'abort'] as const;

/** What may follow a lag beyond the gate, beside asking. */
export const BEYOND_THE_GATE = ['refuse', 'promote'] as const;

const takes = (value: string): Defaults => ({ takes: { value, source: 'assumption: no public figure is known' } });
const COMMON: Defaults = {
  succeeds: { value: '100%', source: 'assumption: a step works unless a chance is stated' },
  [THEN]: { value: 'retry', source: 'assumption: people try a failed step again' },
  else: { value: 'refuse', source: 'assumption: data before availability' },
};
const DIFFERENCES: Defaults = {
  differs: {
    value: '0%',
    source: 'assumption: nothing differs but what a takeover left behind, or a damage on one side',
  },
  repair: {
    value: '{lognormal: {median: 1h, sigma: 0.8}}',
    source: 'assumption: people look through what differs and bring it over by hand',
  },
};
/** People who are asked whether to go on. */
export const ASK: Defaults = {
  takes: { value: '10m', source: 'assumption: people who are asked answer within minutes' },
  promotes: { value: '80%', source: 'assumption: people mostly accept the loss' },
};

interface VerbWords {
  /** What its targets must be. */
  readonly of: Trait;
  /** Keys beside the common ones. */
  readonly keys: readonly string[];
  readonly defaults: Defaults;
}

const verb = (of: Trait, usually: string, keys: readonly string[] = []): VerbWords => ({
  of,
  keys,
  defaults: { ...COMMON, ...takes(usually) },
});

/** Each verb of a plan: what it acts on, what it takes beside the common keys, and its defaults. */
export const WORDS: Readonly<Record<Verb, VerbWords>> = {
  fence: verb('database', '30s'),
  'hold-out': verb('answer', '30s'),
  readmit: verb('answer', '30s'),
  switch: verb('switchable', '30s', ['to']),
  promote: verb('database', '1m', ['max-lag', 'else']),
  repoint: verb('pool', '5m', ['use']),
  rebuild: verb('database', '1h', ['from']),
  'check-consistency': {
    of: 'database',
    keys: ['differs', 'repair'],
    defaults: { ...COMMON, ...takes('30m'), ...DIFFERENCES },
  },
  reverse: verb('replication', '1m'),
  restart: verb('replication', '30m'),
  'stop-writes': verb('database', '10s', ['until']),
  // How long machines take to start is the appliance's own figure.
  failover: verb('appliance', '0s', ['max-lag', 'else']),
  failback: verb('appliance', '5m'),
  // How long a restore takes follows from the backups; what is stated comes on top.
  restore: verb('restorable', '0s', ['from', 'into']),
  'move-back': verb('restorable', '1h', ['from']),
  // How long the copy takes follows from the size of the data; what is stated comes on top.
  'back-up': verb('backed-up', '0s'),
  start: verb('pool', '30s'),
  stop: verb('pool', '30s'),
  rebind: verb('control', '1h'),
};
