import { spawnSync } from 'node:child_process';

/** The figure that a program prints, run in a process of its own. What one that failed prints is no figure. */
export function figureOf(name: string, program: string, words: readonly string[]): number {
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...words], { encoding: 'utf8' });
  if (status !== 0 || stdout === '') throw new Error(`${name} gave no figure: ${stderr}`);
  return Number(stdout);
}
