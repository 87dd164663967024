import { CHANGE_EN } from './change.ts';
import { CHECK_EN } from './check.ts';
import { COMPARE_EN } from './compare.ts';
import { byNumber, counted } from './counted.ts';
import { DRILL_EN } from './drill.ts';
import { COST_EN, USE_EN } from './economy.ts';
import { EVIDENCE_EN } from './evidence.ts';
import { FALSIFY_EN } from './falsify.ts';
import { AVAILABILITY_EN, OBJECTIVES_EN } from './objectives.ts';
import { rareEnglish } from './rare.ts';
import { CAUSES_EN, PHASES_EN, RECOVERY_EN } from './recovery.ts';
import { HEADROOM_EN, SLA_EN } from './resilience.ts';
import { STANDARD_EN } from './standard-en.ts';
import { COUNTS_EN, STORES_EN } from './stores.ts';
import { sweepEnglish } from './sweep.ts';
import { TIMELINE_EN } from './timeline-en.ts';
import { VERDICT_EN } from './verdict.ts';
import type { Words } from './words.ts';

export const EN: Words = {
  units: {
    ms: (n) => `${n} ms`,
    s: (n) => `${n} s`,
    min: (n) => `${n} min`,
    h: (n) => `${n} h`,
    d: (n) => `${n} d`,
    y: (n) => counted(n, 'year'),
  },
  range: (low, high) => `${low} to ${high}`,
  listSeparator: ', ',
  more: (n) => `${n} more with --json`,
  noneSeen: 'none seen',
  neverSeen: (seen, atMost, confidence) =>
    `none in ${counted(seen, 'year')}: fewer than 1 in ${counted(atMost, 'year')} (${confidence})`,
  perYear: (n) => `${n} a year`,
  onceIn: (years) => `1 in ${counted(years, 'year')}`,
  notKnown: 'not known',
  work: {
    repaired: (file, lines) =>
      `${file}: ${counted(lines, 'damaged line')} of the journal ${byNumber(lines, 'is left out; its', 'are left out; their')} work is done again.`,
    notKept: 'No bundle is written of a run that has failed.',
    keeping: 'INTERRUPTED: the bundle of what was finished is being written; Ctrl-C again ends without it.',
    partlyKept: 'INTERRUPTED: the bundle holds what was finished; its manifest says so.',
    notFinished: 'INTERRUPTED before anything was finished: no bundle is written.',
    keptOf: {
      'max-time': (runs) => `The time was up: the bundle holds what was finished, as --runs ${runs} gives it.`,
      interrupted: (runs) => `INTERRUPTED: the bundle holds what was finished, as --runs ${runs} gives it.`,
    },
  },
  header: {
    simulated: (runs, years, total) =>
      `${counted(runs, 'run')} of ${counted(years, 'year')} = ${counted(total, 'simulated year')}`,
    seed: (seed) => `seed ${seed}`,
    interrupted: (done, asked) =>
      `INTERRUPTED: ${done} of ${counted(asked, 'run')} ${byNumber(done, 'is', 'are')} done; the figures below are of those.`,
    timeUp: (done, asked) =>
      `The time was up after ${done} of ${counted(asked, 'run')}; the figures below are of those, and --runs ${done} gives them again.`,
    failed: (done, asked) =>
      `FAILED: ${done} of ${counted(asked, 'run')} ${byNumber(done, 'is', 'are')} done; the figures below are of those.`,
    nothingDone: 'INTERRUPTED before the first 64 runs were done: there is nothing to report.',
    precisionReached: (what, reached, asked) =>
      `Stopped when everything asked for was known to ± ${asked}; the last was ${what} (± ${reached}).`,
    precisionMissed: (what, reached, asked) => `UNDECIDED: ${what} is known to ± ${reached} only (asked: ${asked}).`,
    tooFew: (what, known) => `UNDECIDED: too little was seen of ${what}: ${known}.`,
    seenOnly: (n) => `only ${n} seen`,
    seenEndless: (n) => `of ${n} seen more than 5 % were open at the end, or left behind`,
    moreUnsure: (n) =>
      `${counted(n, 'more measure is', 'more measures are')} not known well enough: see --json. More --max-runs or --years help.`,
    ofWorkload: (name) => `the downtime of ${name}`,
    recoveryTime: (name, kind) =>
      `the RTO (p95)${name === '' ? '' : ` of ${name}`}${kind === '' ? '' : ` after ${kind}`}`,
    recoveryPoint: (name, kind) =>
      `the RPO (p95)${name === '' ? '' : ` of ${name}`}${kind === '' ? '' : ` after ${kind}`}`,
  },
  availability: AVAILABILITY_EN,
  objectives: OBJECTIVES_EN,
  recovery: RECOVERY_EN,
  phases: PHASES_EN,
  causes: CAUSES_EN,
  stores: STORES_EN,
  counts: COUNTS_EN,
  headroom: HEADROOM_EN,
  sla: SLA_EN,
  assumptions: {
    title: 'ASSUMPTIONS',
    about: (unsourced, all) =>
      `${unsourced} of ${counted(all, 'default')} ${byNumber(unsourced, 'has', 'have')} no public source`,
    more: (n) => `${n} more with --json`,
    byDowntime:
      'First those on which most of the downtime hangs: what had broken in it, and what was waited for in it; of equals those without a public source.',
    bySource: 'Those without a public source first.',
  },
  names: {
    fault: (name) => name,
    domain: (name) => name,
    observer: (name) => name,
    source: (text) => text,
    step: (plan, number) => `${plan} step ${number}`,
  },
  foot: { replay: 'replay', trace: 'trace' },
  classes: {
    instance: 'instance',
    component: 'component',
    rack: 'rack',
    service: 'service',
    zone: 'zone',
    region: 'region',
    idc: 'site (IDC)',
    area: 'area',
    link: 'link',
    domain: 'domain',
    damage: 'damaged data',
    copy: 'copy of data',
    mistake: 'mistake',
    control: 'control plane',
    plan: 'plan',
  },
  timeline: TIMELINE_EN,
  sweep: sweepEnglish,
  verdict: VERDICT_EN,
  rare: rareEnglish,
  progress: {
    runs: (done, asked) => `run ${done} of ${asked}`,
    rate: (perSecond) => `${counted(perSecond, 'run')}/s`,
    left: (span) => `${span} left`,
  },
  compare: COMPARE_EN,
  drill: DRILL_EN,
  use: USE_EN,
  cost: COST_EN,
  standard: STANDARD_EN,
  check: CHECK_EN,
  evidence: EVIDENCE_EN,
  falsify: FALSIFY_EN,
  change: CHANGE_EN,
};
