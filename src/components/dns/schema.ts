import * as z from 'zod';
import { byCodeUnit, type Us } from '../../base/index.ts';
import {
  choice,
  defineKind,
  type FaultSpec,
  faultsInput,
  law,
  meaning,
  type Notebook,
  named,
  type ProbeSpec,
  positiveDuration,
  probeOrOff,
  resolveProbe,
  share,
  type Weight,
  weight,
  wholeNumber,
} from '../../language/index.ts';
import type { Law } from '../../random/index.ts';
import { DNS_DEFAULTS, DNS_FAULTS, MONITOR_DEFAULTS } from './defaults.ts';
import { checkEdition, DNS_EDITIONS } from './editions.ts';

export interface DnsAnswer {
  /** A load balancer, a pool or another DNS name. */
  readonly target: string;
  /** Share of the users among the answers of one priority, not normalised, above 0. */
  readonly weight: number;
  /** The lowest number that has a healthy answer is used. */
  readonly priority: number;
  /** The address pool that it is part of; undefined where there are none. */
  readonly pool: string | undefined;
}

/** Addresses that are given together. */
export interface DnsPool {
  readonly name: string;
  /** Good answers that it takes for any of them to be given. */
  readonly atLeast: number;
}

export interface DnsSpec {
  readonly kind: 'dns';
  readonly name: string;
  readonly ttl: Us;
  /** Groups of resolvers that refresh at evenly spaced phases of the TTL. */
  readonly cohorts: number;
  /** Sorted by target. */
  readonly answers: readonly DnsAnswer[];
  /** Sorted by name; empty where answers stand for themselves. */
  readonly pools: readonly DnsPool[];
  /** undefined: answers change only by a plan. */
  readonly monitor: ProbeSpec | undefined;
  /**
   * Whether a recovered answer returns by itself (preemptive); whether users stay with the priority that they have come to,
   * until it fails or people readmit another (non-preemptive); or whether nothing returns unless it is readmitted (manual).
   */
  readonly failback: (typeof FAILBACKS)[number];
  /** The share of resolvers that keep an old answer after a change, and for how long. */
  readonly holdOn: { readonly share: number; readonly for: Law };
  readonly faults: readonly FaultSpec[];
}

const FAILBACKS = ['preemptive', 'non-preemptive', 'manual'] as const;
const cohorts = wholeNumber(1, 4096);
const priority = wholeNumber(1, 100);

const answer = { weight: weight.optional(), priority: priority.optional() };
const ANSWER_WORDS = {
  weight: 'share of users who are given it',
  priority: 'given only while every answer of a lower number is bad',
};
const pool = { answers: named(weight), priority: priority.optional(), 'at-least': wholeNumber(1, 30).optional() };
const POOL_WORDS = {
  answers: 'what it holds, by weight',
  priority: 'given only while every pool of a lower number is bad',
  'at-least': 'good answers that it takes for the pool to be good',
};
const holdOn = { share: share.optional(), for: law.optional() };
const HOLD_ON_WORDS = { share: 'share of users behind such resolvers', for: 'how long they hold on after a change' };
const shape = {
  kind: z.literal('dns'),
  ttl: positiveDuration.optional(),
  cohorts: cohorts.optional(),
  answers: named(z.union([weight, z.strictObject(meaning(answer, ANSWER_WORDS))])).optional(),
  pools: named(z.strictObject(meaning(pool, POOL_WORDS))).optional(),
  edition: choice(DNS_EDITIONS).optional(),
  monitor: probeOrOff.optional(),
  failback: choice(FAILBACKS).optional(),
  'hold-on': z.strictObject(meaning(holdOn, HOLD_ON_WORDS)).optional(),
  faults: faultsInput.optional(),
};
const input = z.strictObject(
  meaning(shape, {
    kind: 'the kind of component',
    ttl: 'how long resolvers keep an answer',
    cohorts: 'groups of resolvers that refresh at different moments of a TTL',
    answers: 'what the name is answered with, by weight',
    pools: 'address pools instead of answers; a pool is given while enough of its answers are good',
    edition: 'the edition bought; it bounds the TTL and the probes',
    monitor: 'probes of each answer; without them a dead one is answered on',
    failback: 'whether a recovered answer returns by itself',
    'hold-on': 'resolvers that keep an old answer beyond its TTL',
    faults: 'what breaks it: faults by name, `none` for none at all',
  }),
);
type Input = z.output<typeof input>;

interface WrittenAnswer {
  readonly target: string;
  readonly weight: Weight;
  readonly priority: number;
  readonly pool: string | undefined;
}

const ONE: Weight = { value: 1, percent: false };

const answersOf = (given: Input['answers']): WrittenAnswer[] =>
  (given ?? []).map(([target, answer]) =>
    'value' in answer
      ? { target, weight: answer, priority: 1, pool: undefined }
      : { target, weight: answer.weight ?? ONE, priority: answer.priority ?? 1, pool: undefined },
  );

/** The answers of all pools, sorted by target; one that stands in two of them is a mistake. */
function pooledAnswers(given: Input['pools'], notes: Notebook): WrittenAnswer[] {
  const answers = (given ?? []).flatMap(([pool, { answers: own, priority }]) =>
    own.map(([target, weight]): WrittenAnswer => ({ target, weight, priority: priority ?? 1, pool })),
  );
  for (const [i, { target, pool }] of answers.entries()) {
    if (answers.findIndex((other) => other.target === target) === i) continue;
    notes.at(pool!, 'answers').error('two-pools', `\`${target}\` is in another pool already`, {
      path: [target],
      atKey: true,
      expected: 'each answer in one pool',
    });
  }
  return answers.sort((a, b) => byCodeUnit(a.target, b.target));
}

/** Percentages are shares of all users of their priority, so they must add up; plain numbers need not. */
function checkPercentages(answers: readonly WrittenAnswer[], notes: Notebook): void {
  for (const level of new Set(answers.map((answer) => answer.priority))) {
    const group = answers.filter((answer) => answer.priority === level);
    const percent = group.filter((answer) => answer.weight.percent);
    if (percent.length === 0) continue;
    const sum = percent.reduce((total, answer) => total + answer.weight.value, 0);
    if (percent.length < group.length) {
      notes.error('mixed-weights', 'some answers have a percentage and others a plain weight', {
        expected: 'percentages for all answers of a priority, or for none',
      });
    } else if (Math.abs(sum - 1) > 1e-9) {
      notes.error('percentages', `the answers of a priority make up ${Number((100 * sum).toFixed(6))} %`, {
        expected: 'percentages that add up to 100 %',
      });
    }
  }
}

function resolve(dnsName: string, given: Input, faults: readonly FaultSpec[], notes: Notebook): DnsSpec {
  const fill = notes.filling(DNS_DEFAULTS);
  const where = given.pools === undefined ? notes.at('answers') : notes.at('pools');
  const answers = given.pools === undefined ? answersOf(given.answers) : pooledAnswers(given.pools, where);
  checkPercentages(answers, where);
  if (answers.length === 0) where.error('no-answer', 'there is no answer', { expected: 'at least one answer' });
  if (given.pools !== undefined && given.answers !== undefined)
    where.error('answers-and-pools', 'there are answers beside the pools', { expected: 'either answers or pools' });
  const ttl = fill('ttl', given.ttl, positiveDuration);
  const monitor =
    given.monitor === undefined || given.monitor === 'off'
      ? undefined
      : resolveProbe(given.monitor, MONITOR_DEFAULTS, notes.at('monitor'));
  if (given.edition !== undefined) checkEdition(given.edition, ttl, monitor, notes);
  return {
    kind: 'dns',
    name: dnsName,
    ttl,
    cohorts: fill('cohorts', given.cohorts, cohorts),
    answers: answers.map((answer) => ({ ...answer, weight: answer.weight.value })),
    pools: (given.pools ?? []).map(([name, written]) => ({ name, atLeast: written['at-least'] ?? 1 })),
    monitor,
    failback: fill('failback', given.failback, choice(FAILBACKS)),
    holdOn: {
      share: fill('hold-on.share', given['hold-on']?.share, share),
      for: fill('hold-on.for', given['hold-on']?.for, law),
    },
    faults,
  };
}

const hops = (spec: DnsSpec) =>
  spec.answers.map(({ target, pool }) => ({
    to: target,
    path: pool === undefined ? ['answers', target] : ['pools', pool, 'answers', target],
  }));

export const dnsKind = defineKind<Input, DnsSpec>({
  kind: 'dns',
  alsoCalled: ['route53', 'bind', 'gtm', 'traffic-manager'],
  traits: ['entry', 'answer'],
  input,
  catalogue: DNS_FAULTS,
  resolve,
  hops,
  references: (spec) => hops(spec).map(({ to, path }) => ({ path, name: to, to: 'answer' as const, atKey: true })),
});
