import { readFileSync } from 'node:fs';
import { tuneV8 } from '../src/cli/v8.ts';
import { Registry } from '../src/engine/index.ts';
import { horizonOf, runBlock } from '../src/experiment/index.ts';
import { masterKey } from '../src/random/index.ts';
import { compileScenario, readScenario } from '../src/scenario/index.ts';
import { Service } from '../src/service/index.ts';

// Where the time of a scenario goes, by kind of event: `node build/bench/spent.js scenarios/<file> [blocks]` after `npx tsc -p bench`.
// Looking at a clock takes about as long as a quick event: shares are what counts here, speeds are in `npm run bench`.
tuneV8();
const [file = '', blocks = '20'] = process.argv.slice(2);
const YEARS = 10;
const RUNS = 1e9;
const WARM = 20;
const SHOWN = 25;

interface Spent {
  events: number;
  /** ns in what events of the kind do, and in what they lead to at the end of their instant. */
  handling: number;
  ending: number;
}

const kinds = new Map<string, Spent>();
let latest: Spent | undefined;

/** Servers of a pool count as one kind: `app-a/3 crash` is `app-a/# crash`. */
function kindOf(name: string): Spent {
  const kind = name.replace(/\/\d+/g, '/#');
  const known = kinds.get(kind) ?? { events: 0, handling: 0, ending: 0 };
  kinds.set(kind, known);
  return known;
}

const sinceThen = (then: bigint): number => Number(process.hrtime.bigint() - then);

const declare = Registry.prototype.slot;
Registry.prototype.slot = function slot(rank, name, handler, arg, random) {
  const spent = kindOf(name);
  const timed = (given: number): void => {
    const then = process.hrtime.bigint();
    handler(given);
    spent.handling += sinceThen(then);
    spent.events += 1;
    latest = spent;
  };
  return declare.call(this, rank, name, timed, arg, random);
};

const { end } = Service.prototype;
Service.prototype.end = function timed() {
  const then = process.hrtime.bigint();
  end.call(this);
  if (latest !== undefined) latest.ending += sinceThen(then);
};

const { scenario } = readScenario(readFileSync(file, 'utf8'), file);
if (scenario === undefined) throw new Error(`${file} does not read`);
const model = compileScenario(scenario, { alone: true });
const master = masterKey('bench');
const run = (from: number, count: number): void => {
  for (let block = from; block < from + count; block++) runBlock(model, master, block, RUNS, horizonOf(YEARS));
};
run(0, WARM);
for (const spent of kinds.values()) Object.assign(spent, { events: 0, handling: 0, ending: 0 });
run(WARM, Number(blocks));

const years = Number(blocks) * 64 * YEARS;
const rows = [...kinds].filter(([, { events }]) => events > 0);
const all = rows.reduce((sum, [, { handling, ending }]) => sum + handling + ending, 0);
const events = rows.reduce((sum, [, spent]) => sum + spent.events, 0);
const say = (line: string): void => void process.stdout.write(`${line}\n`);
const figure = (value: number, digits: number, width: number): string => value.toFixed(digits).padStart(width);

say(`${(events / years).toFixed(0)} events a year`);
say(`${'kind'.padEnd(44)} ${'a year'.padStart(8)} ${'ns'.padStart(7)} ${'ns, end'.padStart(8)} ${'share'.padStart(7)}`);
const spentOn = ([, { handling, ending }]: (typeof rows)[number]): number => handling + ending;
for (const row of rows.sort((a, b) => spentOn(b) - spentOn(a)).slice(0, SHOWN)) {
  const [kind, { events: count, handling, ending }] = row;
  const [each, after] = [figure(handling / count, 0, 7), figure(ending / count, 0, 8)];
  say(
    `${kind.padEnd(44)} ${figure(count / years, 2, 8)} ${each} ${after} ${figure((100 * spentOn(row)) / all, 1, 6)}%`,
  );
}
