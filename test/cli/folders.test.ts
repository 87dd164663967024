import {
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { recover } from '../../src/cli/bundle/beside.ts';
import { undrawn as hasim, SMALL, scratch } from './hasim.ts';

const home = scratch();
const small = join(home, 'small.yaml');
writeFileSync(small, SMALL);

let made = 0;
const place = (): string => join(home, `folder-${made++}`);
const text = (file: string): string => readFileSync(file, 'utf8');

const DRILL = ['drill', small, '--times', '3', '--quiet'];
const model = place();
const drilled = hasim([...DRILL, '--out', model]);
/** A copy of a bundle. */
async function bundle(): Promise<string> {
  expect((await drilled).code).toBe(0);
  const folder = place();
  cpSync(model, folder, { recursive: true });
  return folder;
}

/** That a command refuses a folder before it prints anything, and names a file of it. */
async function refuses(args: readonly string[], folder: string, name: string): Promise<void> {
  const before = readdirSync(folder, { recursive: true });
  const { code, stdout, stderr } = await hasim([...args, '--out', folder]);
  expect([code, stdout]).toEqual([2, '']);
  expect(stderr).toContain(join(folder, name));
  expect(readdirSync(folder, { recursive: true })).toEqual(before);
}

describe('--out over an older bundle', () => {
  it.each([
    ['drill', DRILL],
    ['run', ['run', small, '--runs', '64']],
    ['check', ['check', small, '--runs', '64']],
    ['falsify', ['falsify', small, '--times', '2', '--for', '2d']],
    ['compare', ['compare', small, small, '--runs', '20', '--years', '1']],
  ])('of %s refuses a folder that holds a file of somebody else', async (name, args) => {
    const folder = await bundle();
    writeFileSync(join(folder, 'n.txt'), 'keep');
    await refuses(args, folder, name === 'compare' ? '' : 'n.txt');
    expect(text(join(folder, 'n.txt'))).toBe('keep');
  });

  it('of run refuses a journal within it before anything runs', async () => {
    const folder = place();
    const { code, stdout, stderr } = await hasim(['run', small, '--journal', join(folder, 'j.jsonl'), '--out', folder]);
    expect([code, stdout, existsSync(folder)]).toEqual([2, '', false]);
    expect(stderr).toContain('stands in the folder of --out');
  });

  it('where nothing can be made is refused before anything runs', async () => {
    const { code, stdout, stderr } = await hasim(['run', small, '--runs', '64', '--out', '/proc/nowhere/out']);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain('/proc/nowhere/out: it cannot be written');
  });

  it.each(['timelines/n.txt', 'notes/of/mine.txt', '.hidden'])('sees %s', async (name) => {
    const folder = await bundle();
    mkdirSync(join(folder, name, '..'), { recursive: true });
    writeFileSync(join(folder, name), 'keep');
    await refuses(DRILL, folder, name);
  });

  it('sees an empty folder, a link, and one where a file of the bundle was', async () => {
    const [one, two, three] = await Promise.all([bundle(), bundle(), bundle()]);
    mkdirSync(join(one!, 'soon'));
    // Not to where the folder itself stands: Node's listing follows links, and would go round and round.
    symlinkSync(model, join(two!, 'model'));
    rmSync(join(three!, 'report.txt'));
    symlinkSync(small, join(three!, 'report.txt'));
    await refuses(DRILL, one!, 'soon');
    await refuses(DRILL, two!, 'model');
    await refuses(DRILL, three!, 'report.txt');
    expect(text(small)).toBe(SMALL);
  });

  it('refuses a folder whose files are called as those of a bundle and that is none', async () => {
    const folder = place();
    mkdirSync(folder);
    for (const name of ['manifest.json', 'result.json']) writeFileSync(join(folder, name), '{"name": "my app"}');
    await refuses(DRILL, folder, '');
  });

  it('takes the place of one that holds nothing else, with or without a slash', async () => {
    const folder = await bundle();
    writeFileSync(join(folder, 'report.txt'), 'scribbled over');
    expect((await hasim([...DRILL, '--out', `${folder}/`])).code).toBe(0);
    expect(text(join(folder, 'report.txt'))).toBe(text(join(model, 'report.txt')));
    expect(existsSync(join(folder, 'manifest.json'))).toBe(true);
  });
});

const SWEEP = ['sweep', small, '--set', 'web.count=1,2', '--runs', '5', '--years', '1'];

describe('--out of a sweep', () => {
  it('refuses a folder that holds anything else, and so does a merge', async () => {
    const [folder, linked, journal] = [place(), place(), join(home, 'kept.sweep.jsonl')];
    for (const one of [folder, linked]) mkdirSync(one);
    writeFileSync(join(folder, 'report.html'), 'precious');
    symlinkSync(join(folder, 'report.html'), join(linked, 'report.html'));
    expect((await hasim([...SWEEP, '--journal', journal])).code).toBe(0);
    for (const args of [SWEEP, ['merge', journal]]) {
      await refuses(args, folder, 'report.html');
      await refuses(args, linked, 'report.html');
    }
    expect(text(join(folder, 'report.html'))).toBe('precious');
  });

  it('takes the place of an older one, its journals kept, and of nothing else in it', async () => {
    const folder = place();
    const sweep = [...SWEEP, '--out', folder];
    expect((await hasim(sweep)).code).toBe(0);
    const before = readdirSync(folder, { recursive: true }).sort();
    const journal = join(folder, 'small.sweep.jsonl');
    const shard = join(folder, 'mine.jsonl');
    cpSync(journal, shard);
    expect((await hasim([...sweep, '--seed', '2', '--lang', 'zh'])).code).toBe(0);
    expect(JSON.parse(text(join(folder, 'sweep.json'))).seed).toBe('2');
    expect((await hasim(['merge', shard, '--out', folder])).code).toBe(0);
    expect(JSON.parse(text(join(folder, 'sweep.json'))).seed).toBe('1');
    expect(readdirSync(folder, { recursive: true }).sort()).toEqual([...before, 'mine.jsonl'].sort());
    writeFileSync(join(folder, 'charts', 'mine.png'), 'precious');
    await refuses(SWEEP, folder, join('charts', 'mine.png'));
  });

  it('takes what a sweep has left behind that was killed while it wrote, and nothing that it cannot have written', async () => {
    const folder = place();
    const sweep = [...SWEEP, '--out', folder];
    expect((await hasim(sweep)).code).toBe(0);
    const before = readdirSync(folder, { recursive: true }).sort();
    // Numbers of processes end at 2^22.
    const gone = join(folder, '.fresh-4194305');
    const moved = ['report.txt', 'sweep.json'];
    const scenes: readonly (() => void)[] = [
      () => {},
      () => writeFileSync(join(gone, 'sweep.json'), '{"torn'),
      () => mkdirSync(join(gone, 'charts')),
      // Half of a second result has taken its place.
      () => {
        for (const name of moved) cpSync(join(folder, name), join(gone, name));
        cpSync(join(folder, 'charts'), join(gone, 'charts.old'), { recursive: true });
        rmSync(join(folder, 'sweep.json'));
      },
    ];
    for (const scene of scenes) {
      mkdirSync(gone);
      scene();
      expect(await hasim(sweep)).toMatchObject({ code: 0 });
      expect(readdirSync(folder, { recursive: true }).sort()).toEqual(before);
    }
    mkdirSync(gone);
    writeFileSync(join(gone, 'mine.txt'), 'precious');
    await refuses(SWEEP, folder, join('.fresh-4194305', 'mine.txt'));
    rmSync(gone, { recursive: true });
    symlinkSync(model, gone);
    await refuses(SWEEP, folder, '.fresh-4194305');
    rmSync(gone);
    mkdirSync(join(folder, `.fresh-${process.pid}`));
    await refuses(SWEEP, folder, `.fresh-${process.pid}`);
  });

  it('follows no link out of the folder, and is no link itself', async () => {
    const [folder, elsewhere, link] = [place(), place(), place()];
    for (const one of [folder, elsewhere]) mkdirSync(one);
    symlinkSync(elsewhere, join(folder, 'charts'));
    symlinkSync(elsewhere, link);
    await refuses(SWEEP, folder, 'charts');
    await refuses(SWEEP, link, '');
    expect(readdirSync(elsewhere)).toEqual([]);
  });
});

/** Kills the process that loads it when it calls a function of the file system for the n-th time on a path that holds a text. */
const KILLER = `
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
const [name, text, nth] = process.env.KILL_AT.split(' ');
const act = fs[name];
let calls = 0;
fs[name] = (path, ...rest) => {
  if (String(path).includes(text) && ++calls === Number(nth)) process.kill(process.pid, 'SIGKILL');
  return act(path, ...rest);
};
syncBuiltinESMExports();
`;
const killer = join(home, 'killer.mjs');
writeFileSync(killer, KILLER);

describe('a command that is killed while it writes a bundle', () => {
  /** Every file with its bytes, as one text. */
  const whole = (folder: string): string =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .sort()
      .filter((name) => lstatSync(join(folder, name)).isFile())
      .map((name) => `${name}: ${text(join(folder, name))}`)
      .join('\n');
  const beside = (folder: string): string[] =>
    readdirSync(home).filter((name) => name.startsWith(`.${basename(folder)}-`));
  const OTHER = [...DRILL, '--seed', '2'];

  /** A bundle beside which one who was to write another has been killed; what is left beside it. */
  async function killed(at: string): Promise<{ readonly folder: string; readonly left: string }> {
    const folder = await bundle();
    const env = { KILL_AT: at.replace('PLACE', folder), NODE_OPTIONS: `--import=${killer}` };
    expect(await hasim([...OTHER, '--out', folder], { env })).toMatchObject({ code: null });
    const left = beside(folder);
    expect(left).toHaveLength(1);
    return { folder, left: join(home, left[0]!) };
  }

  it.each([
    ['in the middle of its files', 'writeFileSync /new/ 3', true],
    ['when all are there', 'renameSync PLACE 1', true],
    ['when the older one has been moved away', 'renameSync /new 1', false],
    ['when the new one is in place', 'rmSync .folder 1', true],
  ])('%s leaves a whole one, or it is put back; nothing else stays', async (_, at, stands) => {
    const { folder } = await killed(at);
    expect(existsSync(folder)).toBe(stands);
    recover(folder);
    const isOlder = whole(folder) === whole(model);
    expect([isOlder, existsSync(join(folder, 'manifest.json'))]).toEqual([!at.startsWith('rmSync'), true]);
    expect(beside(folder)).toEqual([]);
  });

  it('has what it took put back by the next one, whatever becomes of that', async () => {
    const { folder } = await killed('renameSync /new 1');
    expect((await hasim(['drill', small, '--out', folder, '--times', '0'])).code).toBe(2);
    expect([whole(folder) === whole(model), beside(folder)]).toEqual([true, []]);
  });

  it('is not taken for one that is still at work, or on another machine, or that holds what is not its own', async () => {
    const { folder, left } = await killed('renameSync /new 1');
    const mark = join(left, 'written-by-hasim.json');
    const marked = JSON.parse(text(mark));
    const kept = place();
    cpSync(left, kept, { recursive: true });
    const foreign: readonly (() => void)[] = [
      // Process 1 always runs.
      () => writeFileSync(mark, JSON.stringify({ ...marked, process: 1 })),
      () => writeFileSync(mark, JSON.stringify({ ...marked, host: 'elsewhere' })),
      () => writeFileSync(mark, '{"torn'),
      () => rmSync(mark),
      () => writeFileSync(join(left, 'old', 'mine.txt'), 'precious'),
      () => mkdirSync(join(left, 'mine')),
      () => symlinkSync(small, join(left, 'new', 'mine.txt')),
    ];
    for (const change of foreign) {
      change();
      const before = [readdirSync(left, { recursive: true }).sort(), whole(left)];
      recover(folder);
      expect([readdirSync(left, { recursive: true }).sort(), whole(left)]).toEqual(before);
      expect(existsSync(folder)).toBe(false);
      rmSync(left, { recursive: true });
      cpSync(kept, left, { recursive: true });
    }
    recover(folder);
    expect([existsSync(left), whole(folder) === whole(model)]).toEqual([false, true]);
  });

  it('goes back over an empty folder that was made since, and stays beside one that is not empty', async () => {
    const { folder, left } = await killed('renameSync /new 1');
    mkdirSync(folder);
    writeFileSync(join(folder, 'mine.txt'), 'precious');
    recover(folder);
    expect([existsSync(join(left, 'old', 'report.txt')), text(join(folder, 'mine.txt'))]).toEqual([true, 'precious']);
    rmSync(join(folder, 'mine.txt'));
    recover(folder);
    expect([existsSync(left), whole(folder) === whole(model)]).toEqual([false, true]);
  });

  it('is not taken for a folder that is only called so', () => {
    const folder = place();
    const mine = join(home, `.${basename(folder)}-4194305`);
    mkdirSync(mine);
    mkdirSync(`${mine}.old`);
    writeFileSync(join(mine, 'mine.txt'), 'precious');
    recover(folder);
    expect([text(join(mine, 'mine.txt')), existsSync(`${mine}.old`)]).toEqual(['precious', true]);
  });
});
