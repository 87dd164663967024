import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { hasim, SMALL, scratch } from './hasim.ts';

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
