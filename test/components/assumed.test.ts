import { describe, expect, it } from 'vitest';
import { COMPONENT_KINDS } from '../../src/components/index.ts';
import { Notebook } from '../../src/language/index.ts';
import { LEAST } from './least.ts';

/** What is so where nothing is said, and nobody would call a default: off, none, one of its kind, in equal shares. */
const NEUTRAL: ReadonlySet<unknown> = new Set([undefined, false, 0, 1]);
const isNeutral = (value: unknown): boolean => NEUTRAL.has(value) || (Array.isArray(value) && value.length === 0);
const kebab = (key: string): string => key.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

type Resolved = Readonly<Record<string, unknown>>;
type When = (spec: Resolved) => boolean;
const is =
  (key: string, ...values: readonly unknown[]): When =>
  (spec) =>
    values.includes(spec[key]);
const never: When = () => false;

/** What follows from what is written: no default stands behind it. */
const FOLLOWS: ReadonlySet<string> = new Set([
  'kind',
  'name',
  'places',
  'answers',
  'zones',
  'limit',
  'rows-per-second',
]);

/** Two copies of which one stands by. */
const two = is('edition', 'high-availability', 'cluster');
const replicated =
  (how: string): When =>
  (spec) =>
    two(spec) && spec['replication'] === how;

const COPIES: Readonly<Record<string, When>> = {
  replication: two,
  'semi-sync-timeout': replicated('semi-synchronous'),
  lag: replicated('asynchronous'),
  'without-standby': replicated('synchronous'),
  'catch-up': (spec) => spec['edition'] === 'three-node' || (two(spec) && spec['replication'] !== 'synchronous'),
  fencing: (spec) => spec['edition'] !== 'basic',
  'reads-without-majority': is('edition', 'three-node'),
  // A limit of lag that is not written refuses nobody.
  'else-action': never,
};

/** Keys that mean something only where that is so. Elsewhere nothing is assumed of them, and nothing reads them. */
const MEANS: Readonly<Record<string, Readonly<Record<string, When>>>> = {
  rds: COPIES,
  // How many nodes are written makes the edition; one that is alone switches to nobody.
  database: { ...COPIES, edition: never, switching: two },
  // Told as `session-persistence`.
  slb: { persistence: never },
  redis: {
    'semi-sync-timeout': is('replication', 'semi-synchronous'),
    lag: is('replication', 'asynchronous'),
    'catch-up': (spec) => spec['channel'] === undefined,
    route: (spec) => spec['channel'] !== undefined,
    'room-coverage': (spec) => spec['channel'] !== undefined,
  },
  ecs: {
    'warm-up': (spec) => ['warm', 'cold'].includes(String(spec['standby'])) || spec['scaling'] !== undefined,
    create: (spec) => spec['image'] !== undefined || spec['scaling'] !== undefined,
  },
  // Both ways unless it is written otherwise: that is what it is for.
  'redis-sync': { direction: never },
};

describe('whatever a component takes without its being written is among its assumptions, with its source', () => {
  it.each(LEAST)('%s %j', (kind, raw) => {
    const notes = new Notebook();
    const found = COMPONENT_KINDS.find((one) => one.kind === kind)!;
    const spec: Resolved = { ...found.read('x', { kind, ...raw }, true, notes)!.spec };
    const told = new Set(notes.assumptions.map(({ path }) => path.split('.')[0]!));
    const taken = Object.keys(spec).filter((key) => !isNeutral(spec[key]));
    const silent = taken
      .map(kebab)
      .filter((key) => !FOLLOWS.has(key) && !Object.hasOwn(raw, key) && !told.has(key))
      .filter((key) => MEANS[kind]?.[key]?.(spec) ?? true);
    expect(silent).toEqual([]);
    for (const [key, when] of Object.entries(MEANS[kind] ?? {})) if (told.has(key)) expect(when(spec), key).toBe(true);
  });

  it('the switch to the standby zone of a balancer, too', () => {
    const notes = new Notebook();
    const slb = COMPONENT_KINDS.find(({ kind }) => kind === 'slb')!;
    slb.read('x', { kind: 'slb', in: { primary: 'r/a', standby: 'r/b' }, backends: ['a'] }, true, notes);
    expect(notes.assumptions).toContainEqual({
      path: 'in.switch',
      value: '30s',
      source: 'Alibaba Cloud SLB: about 30 s to the standby zone when the whole primary zone is lost',
    });
  });
});
