import { tuneV8 } from '../src/cli/v8.ts';
import { alone } from './alone.ts';
import { anchors, priorityQueue } from './anchors.ts';
import { memoryOf, scenarioText } from './command.ts';
import { type Contender, interleaved } from './measure.ts';
import { poolOf } from './pool.ts';
import { hold } from './queue.ts';
import { scaled } from './scale.ts';

// As the command does.
tuneV8();

const ROUNDS = 5;
const M1 = scenarioText('reference-m1.yaml');

/** A goal: the ratio of two contenders. */
interface Goal {
  readonly what: string;
  readonly ours: string;
  readonly theirs: string;
  readonly least: number;
}

const GOALS: readonly Goal[] = [
  { what: 'reference-m1, elided, against SimPy', ours: 'reference-m1', theirs: 'SimPy', least: 30 },
  { what: 'reference-m1, elided, against C++', ours: 'reference-m1', theirs: 'C++', least: 0.25 },
  { what: 'reference-m1, literal, against SimPy', ours: 'reference-m1 literal', theirs: 'SimPy literal', least: 18 },
  { what: 'event queue, hold model, 4,096 pending', ours: 'queue', theirs: 'std::priority_queue', least: 0.6 },
  { what: 'a-a against C++ on the reference model', ours: 'a-a', theirs: 'C++', least: 0.045 },
  { what: 'two-site-three-centre against C++ there', ours: 'two-site-three-centre', theirs: 'C++', least: 0.018 },
  { what: 'reference-m1, two workers against one', ours: 'reference-m1 ×2', theirs: 'reference-m1 ×1', least: 1.86 },
  { what: 'a-a, two workers against one', ours: 'a-a ×2', theirs: 'a-a ×1', least: 1.86 },
  {
    what: 'reference-m1, a thread against the main one',
    ours: 'reference-m1, a thread',
    theirs: 'reference-m1 ×1',
    least: 0.93,
  },
  { what: 'speed of 10,000 instances against 100', ours: 'pool of 10,000', theirs: 'pool of 100', least: 0.25 },
];

/** Beside the goals: how much faster two processes that know nothing of each other are than one, here and now. */
const GIVEN = ['reference-m1', 'a-a'];

/** What a figure may be at the most, in its unit: measured once. */
const LIMITS: readonly { readonly figure: Contender; readonly most: number }[] = [
  { figure: memoryOf('pool of 10,000', poolOf(10_000), ['--runs', '64', '--years', '1', '--workers', '1']), most: 200 },
  { figure: memoryOf('100,000 runs, 1 worker', M1, ['--runs', '100000', '--workers', '1']), most: 145 },
  { figure: memoryOf('100,000 runs, 2 workers', M1, ['--runs', '100000', '--workers', '2']), most: 170 },
];

const SITES = 'two-site-three-centre';
/** How long an event takes with all that follows from it, ns at the most: counted with every probe as one, and without those that find nothing new. */
const SPAN = 250;

const say = (line: string): void => void process.stdout.write(`${line}\n`);
const leaveOut = (what: string): void => say(`left out  ${what}`);

const contenders = [
  alone('reference-m1', 'simulated years/s', ['elided', 'reference-m1.yaml', '40']),
  alone('reference-m1 literal', 'events/s', ['literal', 'reference-m1.yaml', '60']),
  alone('a-a', 'simulated years/s', ['elided', 'a-a.yaml', '12']),
  alone(SITES, 'simulated years/s', ['elided', `${SITES}.yaml`, '8']),
  alone(`${SITES} literal`, 'events/s', ['literal', `${SITES}.yaml`, '20']),
  scaled('reference-m1 ×1', 'simulated years/s', ['workers', 'reference-m1.yaml', '1', '100']),
  scaled('reference-m1 ×2', 'simulated years/s', ['workers', 'reference-m1.yaml', '2', '200']),
  scaled('reference-m1, a thread', 'simulated years/s', ['thread', 'reference-m1.yaml', '100']),
  scaled('reference-m1, 2 processes', 'simulated years/s', ['processes', 'reference-m1.yaml', '2', '200']),
  scaled('a-a ×1', 'simulated years/s', ['workers', 'a-a.yaml', '1', '60']),
  scaled('a-a ×2', 'simulated years/s', ['workers', 'a-a.yaml', '2', '120']),
  scaled('a-a, 2 processes', 'simulated years/s', ['processes', 'a-a.yaml', '2', '120']),
  scaled('pool of 100', 'events/s', ['pool', '100', '100']),
  scaled('pool of 10,000', 'events/s', ['pool', '10000', '1']),
  hold('queue'),
  ...priorityQueue(leaveOut),
  ...anchors(process.env.HASIM_ANCHORS, leaveOut),
];
const medians = interleaved(contenders, ROUNDS);

say(`medians of ${ROUNDS} interleaved rounds, one thread`);
for (const { name, unit } of contenders)
  say(`${name.padEnd(26)} ${Math.round(medians.get(name)!).toString().padStart(12)} ${unit}`);
say('');
for (const { what, ours, theirs, least } of GOALS) {
  const their = medians.get(theirs);
  if (their === undefined) continue;
  const ratio = medians.get(ours)! / their;
  say(
    `${ratio >= least ? 'reached ' : 'missed  '}  ${what.padEnd(42)} ${ratio.toPrecision(3).padStart(7)}  goal ${least}`,
  );
}
for (const name of GIVEN) {
  const ratio = medians.get(`${name}, 2 processes`)! / medians.get(`${name} ×1`)!;
  say(
    `          ${`${name}, two processes against one`.padEnd(42)} ${ratio.toPrecision(3).padStart(7)}  what the machine gives`,
  );
}
for (const { figure, most } of LIMITS) {
  const is = figure.run();
  say(
    `${is <= most ? 'reached ' : 'missed  '}  ${figure.name.padEnd(42)} ${is.toFixed(0).padStart(7)}  at the most ${most} ${figure.unit}`,
  );
}
const eventsAYear = alone(SITES, 'events a year', ['events', `${SITES}.yaml`, '100']).run();
const spans = [
  { what: `${SITES}, an event, literal`, span: 1e9 / medians.get(`${SITES} literal`)! },
  { what: `${SITES}, an event, elided`, span: 1e9 / (medians.get(SITES)! * eventsAYear) },
];
for (const { what, span } of spans)
  say(
    `${span <= SPAN ? 'reached ' : 'missed  '}  ${what.padEnd(42)} ${span.toFixed(0).padStart(7)}  at the most ${SPAN} ns`,
  );
