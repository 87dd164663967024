import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { makeAgain } from '../../src/cli/bundle/again.ts';
import { type Finding, filesBelow, lookThrough, openBundle, wrongManifest } from '../../src/cli/bundle/look.ts';
import { ownName } from '../../src/cli/bundle/parts.ts';
import type { DrillResult } from '../../src/index.ts';
import { hasim, interrupted, SMALL, scratch, undrawn } from './hasim.ts';

const home = scratch();
const small = join(home, 'small.yaml');
writeFileSync(small, SMALL);

const sha256 = (content: Buffer): string => createHash('sha256').update(content).digest('hex');

interface Manifest {
  hasim: string;
  node: string;
  command: string[];
  ended?: string;
  scenario: { name: string; sha256: string };
  seed: string;
  traceHash: string | null;
  files: { name: string; bytes: number; sha256: string; once?: true }[];
}
const manifestOf = (folder: string): Manifest => JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8'));
const restate = (folder: string, change: (manifest: Manifest) => void): void => {
  const manifest = manifestOf(folder);
  change(manifest);
  writeFileSync(join(folder, 'manifest.json'), JSON.stringify(manifest));
};

let made = 0;
/** A bundle of its own for a test, without pictures unless they are asked for. */
async function bundle(args: readonly string[], command = undrawn): Promise<string> {
  const folder = join(home, `bundle-${made++}`);
  const { stderr } = await command([...args, '--out', folder]);
  expect(stderr).toContain(`hasim verify ${folder}`);
  return folder;
}

const model = bundle(['run', small, '--runs', '64', '--years', '1'], hasim);
/** A copy of one of a run. */
async function copied(): Promise<string> {
  const folder = join(home, `bundle-${made++}`);
  cpSync(await model, folder, { recursive: true });
  return folder;
}

/** Writes a file of a bundle anew, together with what the manifest says of it. */
function forge(folder: string, name: string, content: string): void {
  writeFileSync(join(folder, name), content);
  restate(folder, ({ files }) => {
    const stated = { bytes: Buffer.byteLength(content), sha256: sha256(Buffer.from(content)) };
    Object.assign(files.find((file) => file.name === name)!, stated);
  });
}

const looked = (folder: string) => lookThrough(folder, openBundle(folder)!);

function flip(file: string): void {
  const bytes = readFileSync(file);
  const middle = bytes.length >> 1;
  bytes[middle] = bytes[middle]! ^ 1;
  writeFileSync(file, bytes);
}

describe('--out', () => {
  it('writes what stands behind a result, with the hash of each file', async () => {
    const folder = await copied();
    const { files, command } = manifestOf(folder);
    expect(filesBelow(folder)).toEqual([...files.map(({ name }) => name), 'manifest.json'].sort());
    for (const { name, bytes, sha256: stated } of files) {
      const content = readFileSync(join(folder, name));
      expect([name, content.length, sha256(content)]).toEqual([name, bytes, stated]);
    }
    expect(command).toEqual(['run', 'small.yaml', '--runs', '64', '--years', '1', '--seed', '1', '--lang', 'en']);
    expect(readFileSync(join(folder, 'small.yaml'), 'utf8')).toBe(SMALL);
  });

  it('judges a run by as many drills as check and drill inject unless told, so that all say the same', async () => {
    const [run, drill] = [await copied(), await bundle(['drill', small], hasim)];
    const verdict = /^\*\*GB.*$|^## The worst recovery[^!]*/gm;
    const told = (folder: string) => readFileSync(join(folder, 'report.md'), 'utf8');
    expect(told(run)).toContain('faults drilled, 300 times each at random moments');
    expect(told(run).match(verdict)).toHaveLength(2);
    expect(told(run).match(verdict)).toEqual(told(drill).match(verdict));
  });

  it('tells the typical and the worst drill of each class of fault step by step', async () => {
    const folder = await copied();
    const told = filesBelow(folder).filter((name) => name.startsWith('timelines/'));
    expect(told).toEqual(
      ['component', 'instance', 'mistake', 'region', 'service', 'zone'].map((name) => `timelines/${name}.txt`),
    );
    expect(readFileSync(join(folder, 'timelines/zone.txt'), 'utf8')).toMatch(
      /east\/a lost[\s\S]*T\+00:00:00 +fault +east\/a/,
    );
  });

  it('tells every fault that was drilled, in the file of its class', async () => {
    const folder = await bundle(['drill', small, '--times', '10']);
    const { rows } = JSON.parse(readFileSync(join(folder!, 'result.json'), 'utf8')) as DrillResult;
    for (const faultClass of new Set(rows.map((row) => row.class))) {
      const text = readFileSync(join(folder!, `timelines/${faultClass}.txt`), 'utf8');
      const told = rows.filter((row) => row.class === faultClass).flatMap(({ timelines }) => timelines!);
      expect(text.match(/^RUNBOOK · /gm)).toHaveLength(told.length);
      expect(new Set(told.flatMap(({ of }) => of.map(({ which }) => which)))).toContain('typical');
    }
  });

  it('is the same, byte for byte, wherever the scenario stood and however its lines end', async () => {
    const elsewhere = join(home, 'elsewhere');
    mkdirSync(elsewhere);
    writeFileSync(join(elsewhere, 'small.yaml'), `\uFEFF${SMALL.replaceAll('\n', '\r\n')}`);
    const [one, other] = await Promise.all(
      [small, join(elsewhere, 'small.yaml')].map((file) => bundle(['drill', file, '--times', '10'], hasim)),
    );
    for (const name of filesBelow(one!)) {
      expect(readFileSync(join(other!, name)).equals(readFileSync(join(one!, name)))).toBe(true);
    }
  });

  it('takes the place of an older bundle, and of nothing else', async () => {
    const folder = await copied();
    const again = await hasim(['run', small, '--runs', '64', '--years', '2', '--out', folder]);
    expect(again.code).toBe(0);
    expect(manifestOf(folder).command).toContain('2');
    const mine = join(home, 'mine');
    mkdirSync(mine);
    writeFileSync(join(mine, 'thesis.txt'), 'years of work');
    const refused = await hasim(['run', small, '--runs', '64', '--out', mine]);
    expect([refused.code, refused.stdout]).toEqual([2, '']);
    expect(refused.stderr).toContain('no bundle');
    expect(readdirSync(mine)).toEqual(['thesis.txt']);
    expect((await hasim(['run', small, '--out', small])).code).toBe(2);
  });

  it('leaves nothing behind where it cannot write', async () => {
    const { code, stderr } = await hasim(['run', small, '--runs', '64', '--out', join(small, 'nowhere', 'bundle')]);
    expect([code, stderr]).toEqual([2, expect.stringContaining('it cannot be written')]);
    expect(readdirSync(home).filter((name) => name.startsWith('.'))).toEqual([]);
  });

  it('holds the faults that falsify has found, as explain takes them', async () => {
    const folder = await bundle(['falsify', small, '--times', '2', '--for', '2d']);
    const { smallest } = JSON.parse(readFileSync(join(folder, 'result.json'), 'utf8'));
    expect(readFileSync(join(folder, 'found.yaml'), 'utf8')).toBe(smallest.yaml);
    expect(filesBelow(folder)).toEqual([
      'assumptions.json',
      'found.yaml',
      'manifest.json',
      'report.txt',
      'result.json',
      'small.yaml',
    ]);
    const replayed = ['--faults', join(folder, 'found.yaml'), '--runs', '2', '--years', String(smallest.years)];
    const { code, stdout } = await hasim(['explain', join(folder, 'small.yaml'), ...replayed]);
    expect(code).toBe(0);
    expect(stdout).toMatch(/web\/1 stops answering/);
  });

  it('says nothing of it when quiet', async () => {
    const folder = join(home, 'quiet');
    expect((await hasim(['run', small, '--runs', '64', '--years', '1', '--quiet', '--out', folder])).stderr).toBe('');
    expect(existsSync(folder)).toBe(true);
  });

  it('calls a scenario as its file was called, and never leaves the folder', () => {
    expect(['a/b/shop.yaml', '-', 'x.YML', 'C:\\s.yaml', '../..', '.yaml', '-x.yaml'].map(ownName)).toEqual([
      'shop.yaml',
      'stdin.yaml',
      'x.YML',
      's.yaml',
      '...yaml',
      '.yaml.yaml',
      '-x.yaml',
    ]);
  });
});

describe('a bundle of a check', () => {
  it.each([
    ['zones alone', []],
    ['every fault', ['--profile', 'cbrc-2011-104']],
  ])('that drills %s tells the typical and the worst of the very drills that its verdict rests on', async (_, rules) => {
    const asked = ['--times', '30', '--for', '1d', '--seed', '3', ...rules];
    const gate = join(home, 'gate.yaml');
    const recovery = 'objectives:\n  site-lost: {scope: zone, rto: 1h}\n';
    writeFileSync(
      gate,
      SMALL.replace('boot: 0s', 'boot: {lognormal: {median: 1m, p95: 9m}}').replace(/objectives:[\s\S]*/, recovery),
    );
    const [checked, drilled] = await Promise.all([
      bundle(['check', gate, '--runs', '1', '--years', '1', ...asked]),
      bundle(['drill', gate, ...asked]),
    ]);
    const told = filesBelow(drilled).filter((name) => name.startsWith('timelines/'));
    expect(told).toContain('timelines/instance.txt');
    for (const name of told) {
      expect(readFileSync(join(checked, name), 'utf8')).toBe(readFileSync(join(drilled, name), 'utf8'));
    }
  });
});

describe('a bundle of a run that --max-time has ended', () => {
  it('holds what was finished, says so, and is made again by the number of runs that were', async () => {
    const folder = join(home, 'late');
    const RESTS = ['--years', '1', '--seed', '1', '--lang', 'en'];
    const words = ['run', small, '--years', '1', '--precision', '0.01%', '--max-time', '1s', '--out', folder];
    const { code, stderr } = await hasim(words);
    const runs = /the bundle holds what was finished, as --runs (\d+) gives it/.exec(stderr)?.[1];
    expect([code, Number(runs) > 0]).toEqual([3, true]);
    expect(manifestOf(folder).command).toEqual(['run', 'small.yaml', '--runs', runs, ...RESTS]);
    expect(JSON.parse(readFileSync(join(folder, 'result.json'), 'utf8'))).toMatchObject({
      runs: Number(runs),
      runsAsked: Number(runs),
      stopping: { reason: 'runs' },
    });
    expect(manifestOf(folder).ended).toBe('max-time');
    expect((await hasim(['verify', folder])).code).toBe(0);
  });
});

describe('a bundle of a run that Ctrl-C has ended', () => {
  it('holds what was finished, says so, and is made again by the number of runs that were', async () => {
    const folder = join(home, 'cut');
    const words = ['run', small, '--years', '1', '--runs', '100000000', '--out', folder];
    const { code, stdout, stderr } = await interrupted(words);
    const runs = /INTERRUPTED: the bundle holds what was finished, as --runs (\d+) gives it/.exec(stderr)?.[1];
    expect([code, Number(runs) > 0]).toEqual([130, true]);
    expect(stdout).toContain(`INTERRUPTED: ${Number(runs).toLocaleString('en')} of 100,000,000 runs are done`);
    expect(manifestOf(folder)).toMatchObject({
      ended: 'interrupted',
      command: ['run', 'small.yaml', '--runs', runs, '--years', '1', '--seed', '1', '--lang', 'en'],
    });
    expect((await hasim(['verify', folder])).code).toBe(0);
  });
});

describe('hasim verify', () => {
  it.each([
    ['run', ['run', small, '--runs', '64', '--years', '1', '--seed', 'two words']],
    ['a precision', ['run', small, '--precision', '30%', '--max-runs', '1024']],
    ['drill', ['drill', small, '--times', '10', '--for', '1d', '--lang', 'zh']],
    ['a missed check', ['check', small, '--runs', '128', '--years', '1']],
    ['a rule of a sector', ['drill', small, '--times', '10', '--profile', 'cbrc-2011-104']],
    ['a search that found something', ['falsify', small, '--times', '2', '--for', '2d']],
  ])('says that a bundle of %s is identical', async (_, args) => {
    const { code, stdout, stderr } = await hasim(['verify', await bundle(args, hasim)]);
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).toMatch(/^identical: \d+ files .*\nsha256 [0-9a-f]{64} {2}manifest.json\n$/);
  });

  it('verifies a scenario without a name, of stdin, and one that looks like an option', async () => {
    const nameless = SMALL.replace(/name: .*\n/, '');
    const folder = join(home, 'stdin');
    await hasim(['run', '-', '--runs', '64', '--years', '1', '--out', folder], { input: nameless });
    expect((await hasim(['verify', folder])).code).toBe(0);
    writeFileSync(join(home, '-x.yaml'), nameless);
    expect(
      (await hasim(['verify', await bundle(['run', join(home, '-x.yaml'), '--runs', '64', '--years', '1'])])).code,
    ).toBe(0);
  });

  it('keeps the baseline of a check, and finds another one', async () => {
    const before = join(home, 'before.json');
    const checked = ['check', small, '--runs', '128', '--years', '1'];
    writeFileSync(before, (await hasim([...checked, '--seed', '2', '--json'])).stdout);
    const folder = await bundle([...checked, '--baseline', before]);
    expect(readFileSync(join(folder, 'baseline.json'))).toEqual(readFileSync(before));
    expect(manifestOf(folder).command.join(' ')).toContain('--baseline baseline.json');
    expect(readFileSync(join(folder, 'report.txt'), 'utf8')).toContain('SINCE THE BASELINE');
    expect(JSON.parse(readFileSync(join(folder, 'result.json'), 'utf8')).change.differs).toEqual(['seed']);
    expect(readFileSync(join(folder, 'report.html'), 'utf8')).toContain('Since the baseline');
    expect(readFileSync(join(folder, 'change.csv'), 'utf8')).toMatch(/^what,of.*\r\ndowntime,page,,min\/year,/);
    expect((await hasim(['verify', folder])).code).toBe(0);
    // Changed together with its hash: what the check says of it is no longer what comes of it.
    forge(folder, 'baseline.json', readFileSync(before, 'utf8').replace('"seed": "2"', '"seed": "1"'));
    const { code, stdout } = await hasim(['verify', folder]);
    expect(code).toBe(1);
    expect(stdout).toContain('result.json');
    rmSync(join(folder, 'baseline.json'));
    expect(looked(folder)).toEqual([{ file: 'baseline.json', what: 'missing' }]);
  });

  it('finds a flipped byte in any file', async () => {
    const folder = await copied();
    for (const { name } of manifestOf(folder).files) {
      flip(join(folder, name));
      expect(looked(folder)).toEqual([{ file: name, what: 'changed' }]);
      flip(join(folder, name));
    }
    expect(looked(folder)).toEqual([]);
  });

  it('finds a damaged manifest, a missing file and one too many', async () => {
    const folder = await copied();
    writeFileSync(join(folder, 'notes.txt'), '');
    rmSync(join(folder, 'report.txt'));
    const { code, stdout } = await hasim(['verify', folder, '--json']);
    expect(code).toBe(1);
    expect(JSON.parse(stdout)).toMatchObject({
      identical: false,
      again: false,
      findings: [
        { file: 'report.txt', what: 'missing' },
        { file: 'notes.txt', what: 'unlisted' },
      ],
    });
    writeFileSync(join(folder, 'manifest.json'), '{');
    expect(openBundle(folder)).toBeUndefined();
    expect((await hasim(['verify', folder])).code).toBe(1);
  });

  it('finds a scenario that was changed together with its hash: it gives something else', async () => {
    const folder = await copied();
    forge(folder, 'small.yaml', SMALL.replace('mtbf: 100d', 'mtbf: 101d'));
    const { code, stdout } = await hasim(['verify', folder]);
    expect(code).toBe(1);
    expect(stdout).toMatch(/result\.json: measured again, it differs: scenario\.sha256: "[0-9a-f]+… ≠ "[0-9a-f]+…/);
  });

  it('finds a figure that was changed together with its hash, and says which', async () => {
    const folder = await copied();
    const result = JSON.parse(readFileSync(join(folder, 'result.json'), 'utf8'));
    const truth = result.workloads.page.availability.requests.mean;
    result.workloads.page.availability.requests.mean = 1;
    forge(folder, 'result.json', JSON.stringify(result));
    const { stdout } = await hasim(['verify', folder]);
    expect(stdout).toContain(
      `result.json: measured again, it differs: workloads.page.availability.requests.mean: 1 ≠ ${truth}`,
    );
  });

  it('says that another version or another major version of Node has made it', async () => {
    const folder = await copied();
    restate(folder, (manifest) => {
      manifest.node = 'v18.1.0';
    });
    const { code, stdout } = await hasim(['verify', folder, '--files-only']);
    expect([code, stdout]).toEqual([0, expect.stringContaining('made by hasim 0.1.0, Node v18.1.0')]);
  });

  it('names every fact of a manifest that is false, though all its files are true', async () => {
    const folder = await copied();
    const truth = manifestOf(folder);
    const lies = { hasim: '9.9.9', seed: '2', traceHash: null };
    const scenario = { ...truth.scenario, name: 'another', sha256: 'f'.repeat(64) };
    restate(folder, (manifest) => Object.assign(manifest, lies, { scenario }));
    const { code, stdout } = await hasim(['verify', folder, '--json']);
    const { again, identical, findings } = JSON.parse(stdout);
    expect([code, again, identical]).toEqual([1, true, false]);
    const short = (hash: string): string => `"${hash.slice(0, 59)}…`;
    expect(findings).toEqual(
      [
        `hasim: "9.9.9" ≠ "${truth.hasim}"`,
        `scenario.name: "another" ≠ "${truth.scenario.name}"`,
        `scenario.sha256: ${short(scenario.sha256)} ≠ ${short(truth.scenario.sha256)}`,
        'seed: "2" ≠ "1"',
        `traceHash: null ≠ ${truth.traceHash!.length > 58 ? short(truth.traceHash!) : `"${truth.traceHash}"`}`,
      ].map((where) => ({ file: 'manifest.json', what: 'differs', where })),
    );
  });

  it('finds a result that a manifest calls drawn, a file that hasim does not draw, and one left out of both', async () => {
    const folder = await copied();
    forge(folder, 'result.json', '{}');
    forge(folder, 'assumptions.json', '[]');
    rmSync(join(folder, 'workloads.csv'));
    restate(folder, (manifest) => {
      manifest.files = manifest.files.filter(({ name }) => name !== 'workloads.csv');
      for (const file of manifest.files) if (/^(result|assumptions).json$/.test(file.name)) file.once = true;
    });
    const { code, stdout } = await hasim(['verify', folder, '--json']);
    expect(code).toBe(1);
    expect(JSON.parse(stdout).findings.map(({ file, what }: { file: string; what: string }) => [file, what])).toEqual([
      ['result.json', 'differs'],
      ['assumptions.json', 'differs'],
      ['workloads.csv', 'missing'],
    ]);
  });

  it('refuses a file that is listed twice, under one name or two', async () => {
    const folder = await copied();
    restate(folder, ({ files }) => {
      files.push({ ...files[0]!, bytes: 0 });
    });
    const { code, stdout } = await hasim(['verify', folder]);
    expect([code, stdout]).toEqual([1, expect.stringContaining('small.yaml: listed more than once')]);
    restate(folder, ({ files }) => {
      files.at(-1)!.name = './small.yaml';
    });
    expect(openBundle(folder)).toBeUndefined();
  });

  it.each([
    'small.yaml',
    'timelines/zone.txt',
    'manifest.json',
  ])('takes %s for no evidence where it is a pipe, a link or a folder', async (name) => {
    const folder = await copied();
    const place = join(folder, name);
    const away = join(home, `away-${made++}`);
    renameSync(place, away);
    expect(spawnSync('mkfifo', [place]).status).toBe(0);
    const { code, stdout } = await hasim(['verify', folder, '--json']);
    const { again, findings } = JSON.parse(stdout);
    expect([code, again, findings]).toEqual([1, false, [{ file: name, what: 'irregular' }]]);
    const seen = (): Finding => (name === 'manifest.json' ? wrongManifest(folder) : looked(folder)[0]!);
    for (const target of [away, '/dev/zero', join(home, 'nothing')]) {
      rmSync(place);
      symlinkSync(target, place);
      expect([target, seen()]).toEqual([target, { file: name, what: 'irregular' }]);
    }
    rmSync(place);
    mkdirSync(place);
    expect(seen()).toEqual({ file: name, what: 'irregular' });
  }, 20_000);

  it('follows no link to a folder, and reads no more than is stated', async () => {
    const folder = await copied();
    const away = join(home, `away-${made++}`);
    renameSync(join(folder, 'timelines'), away);
    symlinkSync(away, join(folder, 'timelines'));
    expect(looked(folder)).toContainEqual({ file: 'timelines/zone.txt', what: 'irregular' });
    // Larger than memory; it takes no place on the disk.
    truncateSync(join(folder, 'result.json'), 2 ** 42);
    expect(looked(folder)).toContainEqual({ file: 'result.json', what: 'changed' });
    truncateSync(join(folder, 'manifest.json'), 2 ** 42);
    expect(openBundle(folder)).toBeUndefined();
  });

  it('prints nothing of a manifest that steers a terminal', async () => {
    const folder = await copied();
    restate(folder, (manifest) => {
      manifest.node = 'v18\u001b[31m';
      manifest.files[0]!.name = 'a\u001b[2J\u009b\n.yaml';
    });
    const { code, stdout } = await hasim(['verify', folder]);
    expect([code, stdout]).toEqual([1, expect.stringContaining('a?[2J??.yaml: missing')]);
    expect(stdout.replaceAll('\n', '')).not.toMatch(/\p{Cc}/u);
    const other = await copied();
    restate(other, (manifest) => {
      manifest.command.push('\u001b[31m');
    });
    const { stderr } = await hasim(['verify', other]);
    expect(stderr).toContain('it cannot be done again');
    expect(stderr).not.toContain('\u001b');
  });

  it('calls nothing but a command that measures, whatever a manifest says', async () => {
    const folder = await copied();
    const bait = join(home, 'bait');
    for (const command of [
      ['init', bait],
      ['run', 'small.yaml', '--out', bait],
      ['check', 'small.yaml', `--junit=${bait}`],
      ['run', '/etc/hostname'],
      ['check', 'small.yaml', '--baseline', '/etc/hostname'],
      ['check', 'small.yaml', '--baseline=/etc/hostname'],
      ['drill', 'small.yaml', '--profile', '/etc/hostname'],
      ['drill', 'small.yaml', '--profile=profile.yaml'],
    ]) {
      restate(folder, (manifest) => {
        manifest.command = command;
      });
      await expect(makeAgain(folder, openBundle(folder)!)).rejects.toThrow('none that makes a bundle');
    }
    expect(existsSync(bait)).toBe(false);
    restate(folder, ({ files }) => {
      files[0]!.name = '../small.yaml';
    });
    expect(openBundle(folder)).toBeUndefined();
  });

  it('refuses what is no bundle', async () => {
    expect((await hasim(['verify', home])).code).toBe(2);
    expect(() => openBundle(small)).toThrow('no folder');
    expect(() => openBundle(join(home, 'nothing'))).toThrow('no such file');
  });
});
