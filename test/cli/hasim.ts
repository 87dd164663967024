import { spawn } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { lineOf, recordOf } from '../../src/backend/journal-record.ts';
import { UNDRAWN } from '../../src/cli/pages/undrawn.ts';

/** The built command line, as npx starts it. `npm test` builds it first. */
export const MAIN = fileURLToPath(new URL('../../dist/cli/main.js', import.meta.url));

/** A small scenario that is quick to run: a pool whose servers fail and return. It has nothing to warn of. */
export const SMALL = `hasim: 1
name: 小场景
catalogue: none
places: {east: {a: {}}}
components:
  web: {kind: ecs, in: east/a, count: 2, capacity-each: 100/s, protected: true, boot: 0s,
        faults: {crash: {mtbf: 100d, repair: 10m}}}
workloads:
  page: {entry: web, demand: 50/s}
objectives:
  availability: {page: 99.999%}
`;

export interface Ended {
  /** null: a signal ended it. */
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

interface Setting {
  readonly input?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** Sends Ctrl-C after so many milliseconds. */
  readonly interruptAfter?: number;
  /** Closes its stdout before it writes. */
  readonly nobodyReads?: boolean;
  /** Where it is run; here, unless told. */
  readonly folder?: string;
}

/** Runs `hasim` with arguments, its output not being a terminal, to its end. */
export function hasim(args: readonly string[], setting: Setting = {}): Promise<Ended> {
  const child = spawn(process.execPath, [MAIN, ...args], {
    env: { ...process.env, ...setting.env },
    cwd: setting.folder,
  });
  let stdout = '';
  let stderr = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    stdout += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr += text;
  });
  if (setting.nobodyReads === true) child.stdout.destroy();
  child.stdin.on('error', () => {});
  child.stdin.end(setting.input ?? '');
  if (setting.interruptAfter !== undefined) setTimeout(() => child.kill('SIGINT'), setting.interruptAfter);
  return new Promise((resolve) => {
    child.on('close', (code) => resolve({ code, stdout, stderr }));
  });
}

/** The same without pictures, which take a second a folder, where nobody looks at them. */
export const undrawn: typeof hasim = (args, setting = {}) =>
  hasim(args, { ...setting, env: { ...setting.env, [UNDRAWN]: '1' } });

/** Ctrl-C that comes before the program listens, or has finished anything where that is asked, is tried again later. */
export async function interrupted(args: readonly string[], input = SMALL, something = true): Promise<Ended> {
  for (let wait = 800; ; wait *= 2) {
    const ended = await hasim(args, { input, interruptAfter: wait });
    const tooEarly = ended.code === null || (something && ended.stdout === '');
    if (!tooEarly || wait > 20_000) return ended;
  }
}

/** A directory of its own for the files of a test. */
export const scratch = (): string => mkdtempSync(join(tmpdir(), 'hasim-test-'));

/** A journal as another version of hasim would have begun it; `word`: how its heading names the version. */
export function ofVersion(journal: string, word: string, version: string): string {
  const [first = '', ...rest] = journal.split('\n');
  const { kind, key, payload } = recordOf(first)!;
  return [lineOf({ kind, key, payload: { ...(payload as object), [word]: version } }), ...rest].join('\n');
}
