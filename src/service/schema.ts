import * as z from 'zod';
import { byCodeUnit, type Us } from '../base/index.ts';
import {
  type Defaults,
  duration,
  hourly,
  meaning,
  type Notebook,
  name,
  oneOrMore,
  positiveNumber,
  type Reference,
  rate,
  share,
  wholeNumber,
} from '../language/index.ts';

/** A kind of user request. */
export interface WorkloadSpec {
  readonly name: string;
  /** The component that users address. */
  readonly entry: string;
  /** Requests a second. */
  readonly demand: number;
  /** Roles of stores that a request needs, sorted. */
  readonly reads: readonly string[];
  readonly writes: readonly string[];
  /** Units of capacity that one request takes, above 0. */
  readonly cost: number;
  /** 0 to 10. */
  readonly retries: number;
  /** Up when at least this share of the demand is served, 0 to 1. */
  readonly upWhen: number;
  /** An incident ends when this share is served again, at least `upWhen`. */
  readonly recoveredWhen: number;
  /** How long it must stay so. */
  readonly settle: Us;
  /** Shorter incidents are counted apart. */
  readonly blip: Us;
  /** Whether an answer from wrong data counts as none. */
  readonly wrongIsDown: boolean;
  /** What an hour of downtime costs, in the currency of the scenario; undefined: not said. */
  readonly downtimeCosts: number | undefined;
}

const DEFAULTS: Defaults = {
  cost: { value: '1', source: 'assumption: a request takes one unit of capacity' },
  retries: { value: '0', source: 'assumption: clients do not try again' },
  'up-when': { value: '95%', source: 'assumption: a service is up while 95 % of its requests succeed' },
  settle: { value: '60s', source: 'assumption: an incident has ended when its level holds for a minute' },
  blip: { value: '60s', source: 'assumption: shorter incidents are counted apart' },
};

const roles = oneOrMore(name);
const retries = wholeNumber(0, 10);

const workload = {
  entry: name,
  demand: rate,
  reads: roles.optional(),
  writes: roles.optional(),
  cost: positiveNumber.optional(),
  retries: retries.optional(),
  'up-when': share.optional(),
  'recovered-when': share.optional(),
  settle: duration.optional(),
  blip: duration.optional(),
  'wrong-is-down': z.boolean().optional(),
  'downtime-costs': hourly.optional(),
};
export const workloadInput = z.strictObject(
  meaning(workload, {
    entry: 'the component its users come to',
    demand: 'requests a second',
    reads: 'roles of stores that a request reads from',
    writes: 'roles of stores that a request writes to',
    cost: 'units of capacity that a request takes',
    retries: 'how often a client tries again',
    'up-when': 'up while at least this share is served; below it the workload is down until `recovered-when` is served',
    'recovered-when':
      'down until this share is served again, `up-when` unless stated: what is in between then is downtime too',
    settle: 'for how long the level must hold until an incident has ended',
    blip: 'incidents shorter than this are counted apart',
    'wrong-is-down': 'wrong answers count as not served',
    'downtime-costs': 'what an hour of downtime costs, planned or not',
  }),
);
type WorkloadInput = z.output<typeof workloadInput>;

const sorted = (given: readonly string[] | undefined): string[] => [...new Set(given)].sort(byCodeUnit);

/** Unlike most figures, `recovered-when` follows another: it is `up-when` unless stated. */
export function resolveWorkload(workloadName: string, given: WorkloadInput, notes: Notebook): WorkloadSpec {
  const fill = notes.filling(DEFAULTS);
  const upWhen = fill('up-when', given['up-when'], share);
  const recoveredWhen = given['recovered-when'] ?? upWhen;
  if (upWhen === 0)
    notes.at('up-when').error('always-up', 'a level of 0 is never lost', { expected: 'a share above 0' });
  if (recoveredWhen < upWhen) {
    notes.at('recovered-when').error('recovered-below-up', 'the level of recovery is below the level of being up', {
      expected: 'a share of at least up-when',
    });
  }
  return {
    name: workloadName,
    entry: given.entry,
    demand: given.demand,
    reads: sorted(given.reads),
    writes: sorted(given.writes),
    cost: fill('cost', given.cost, positiveNumber),
    retries: fill('retries', given.retries, retries),
    upWhen,
    recoveredWhen,
    settle: fill('settle', given.settle, duration),
    blip: fill('blip', given.blip, duration),
    wrongIsDown: given['wrong-is-down'] ?? false,
    downtimeCosts: given['downtime-costs'],
  };
}

export const workloadReferences = (spec: WorkloadSpec): Reference[] => [
  { path: ['entry'], name: spec.entry, to: 'entry' },
];
