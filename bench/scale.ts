import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Contender } from './measure.ts';

const PROGRAM = fileURLToPath(new URL('./scaled.js', import.meta.url));

/** What many threads, large pools and long runs take, in a process of its own: `scaled.ts` says which words there are. */
export const scaled = (name: string, unit: string, words: readonly string[]): Contender => ({
  name,
  unit,
  run: () => figure(name, words),
});

/** What a process that failed prints is no figure. */
function figure(name: string, words: readonly string[]): number {
  const { status, stdout, stderr } = spawnSync(process.execPath, [PROGRAM, ...words], { encoding: 'utf8' });
  if (status !== 0 || stdout === '') throw new Error(`${name} gave no figure: ${stderr}`);
  return Number(stdout);
}
