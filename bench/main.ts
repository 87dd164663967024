import { tuneV8 } from '../src/cli/v8.ts';
import { alone } from './alone.ts';
import { anchors, priorityQueue } from './anchors.ts';
import { interleaved } from './measure.ts';
import { hold } from './queue.ts';

// As the command does.
tuneV8();

const ROUNDS = 7;

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
];

const say = (line: string): void => void process.stdout.write(`${line}\n`);
const leaveOut = (what: string): void => say(`left out  ${what}`);

const contenders = [
  alone('reference-m1', 'simulated years/s', ['elided', 'reference-m1.yaml', '600']),
  alone('reference-m1 literal', 'events/s', ['literal', 'reference-m1.yaml', '20']),
  alone('a-a', 'simulated years/s', ['elided', 'a-a.yaml', '120']),
  hold('queue'),
  ...priorityQueue(leaveOut),
  ...anchors(process.env.HASIM_ANCHORS, leaveOut),
];
const medians = interleaved(contenders, ROUNDS);

say(`medians of ${ROUNDS} interleaved rounds, one thread`);
for (const { name, unit } of contenders)
  say(`${name.padEnd(22)} ${Math.round(medians.get(name)!).toString().padStart(12)} ${unit}`);
say('');
for (const { what, ours, theirs, least } of GOALS) {
  const their = medians.get(theirs);
  if (their === undefined) continue;
  const ratio = medians.get(ours)! / their;
  say(
    `${ratio >= least ? 'reached ' : 'missed  '}  ${what.padEnd(42)} ${ratio.toPrecision(3).padStart(7)}  goal ${least}`,
  );
}
