import { spawn } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { sectorProfile } from '../../index.ts';
import { EXIT, Refusal } from '../exits.ts';
import { shown } from '../input.ts';
import { UNDRAWN } from '../pages/undrawn.ts';
import { compare } from './compare.ts';
import { NOT_KEPT } from './destination.ts';
import type { Finding } from './look.ts';
import { MANIFEST, type Manifest } from './manifest.ts';
import { BASELINE, PROFILE } from './parts.ts';

/** Commands whose bundles can be made again. */
const KEEPERS: ReadonlySet<string> = new Set(['run', 'drill', 'check', 'falsify']);
/** The bundle that a command makes anew, beside its scenario. */
const FRESH = 'again';

/** Does again what a bundle says was done, in a folder of its own, and compares every file and every fact. Throws where it cannot be done. */
export async function makeAgain(folder: string, manifest: Manifest): Promise<readonly Finding[]> {
  refuseUnlessHarmless(manifest);
  const place = mkdtempSync(join(tmpdir(), 'hasim-verify-'));
  try {
    copyInto(place, folder, manifest);
    await call([...manifest.command, '--quiet', '--out', FRESH], place);
    return compare(folder, manifest, join(place, FRESH));
  } finally {
    rmSync(place, { recursive: true, force: true });
  }
}

/** A manifest may have been written by anybody: it calls nothing but a command that measures, on the bundle's own scenario. */
function refuseUnlessHarmless({ command: [name, file, ...options], scenario }: Manifest): void {
  const own = file === scenario.file || file === `./${scenario.file}`;
  const writes = options.some((word) => NOT_KEPT.has(word.replace(/=.*$/, '')));
  if (KEEPERS.has(name!) && own && !writes && readsOwnFiles(options)) return;
  throw new Refusal(`${MANIFEST}: its command is none that makes a bundle`);
}

/** Options that may name a file, and which of their values do no harm: what is read is read from the bundle, not from elsewhere on this machine. */
const READING: ReadonlyMap<string, (value: string | undefined) => boolean> = new Map([
  ['--baseline', (value) => value === BASELINE],
  ['--profile', (value) => value === PROFILE || (value !== undefined && sectorProfile(value) !== undefined)],
]);

const readsOwnFiles = (options: readonly string[]): boolean =>
  options.every((word, i) => {
    const isOwn = READING.get(word.replace(/=.*$/, ''));
    return isOwn === undefined || (!word.includes('=') && isOwn(options[i + 1]));
  });

/** The scenario, and whatever else the command reads. */
function copyInto(place: string, folder: string, { scenario, files, command }: Manifest): void {
  const read = files.filter(({ name }) => name === scenario.file || command.includes(name));
  for (const { name } of read) {
    mkdirSync(dirname(join(place, name)), { recursive: true });
    copyFileSync(join(folder, name), join(place, name));
  }
}

/** Ends when the command has. Whether objectives are met is no matter here: 0, 1 and 3 have measured. */
function call(words: readonly string[], cwd: string): Promise<void> {
  const child = spawn(process.execPath, [...process.execArgv, process.argv[1]!, ...words], {
    cwd,
    // Pictures hang on who draws them, and are not compared.
    env: { ...process.env, [UNDRAWN]: '1' },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    said = (said + text).slice(-2000);
  });
  return new Promise((resolve, reject) => {
    // Ctrl-C reaches both: this one waits for the other, and clears up.
    const wait = (): void => {};
    process.on('SIGINT', wait);
    child.on('error', reject);
    child.on('close', (code) => {
      process.off('SIGINT', wait);
      if (code === 0 || code === 1 || code === 3) resolve();
      else if (code === EXIT.interrupted || code === null) reject(new Refusal('interrupted', EXIT.interrupted));
      else reject(new Refusal(`it cannot be done again (exit code ${code}): hasim ${shown(words.join(' '))}\n${said}`));
    });
  });
}
