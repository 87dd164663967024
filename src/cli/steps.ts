import { performance } from 'node:perf_hooks';
import { setImmediate as breathe } from 'node:timers/promises';
import type { Words } from '../index.ts';
import { EXIT, type ExitCode } from './exits.ts';
import type { Progress } from './progress.ts';
import { tell } from './terminal.ts';

interface Steps {
  step(): boolean;
  readonly done: number;
  readonly asked: number;
}

/** How long signals may wait, milliseconds. */
const BREATH = 50;

/**
 * Takes steps until nothing is left to do or somebody presses Ctrl-C; what is done then is kept. A second Ctrl-C ends the program at once. Returns whether it was interrupted.
 */
export async function takeSteps(work: Steps, progress: Progress): Promise<boolean> {
  let interrupted = false;
  const interrupt = (): void => {
    interrupted = true;
    process.off('SIGINT', interrupt);
  };
  process.on('SIGINT', interrupt);
  let breathed = performance.now();
  while (!interrupted && work.step()) {
    if (performance.now() - breathed < BREATH) continue;
    progress.show(work);
    await breathe();
    breathed = performance.now();
  }
  process.off('SIGINT', interrupt);
  progress.erase();
  return interrupted;
}

/** Ends a command that was interrupted before anything could be kept. */
export function nothingDone({ header }: Words): ExitCode {
  tell(header.nothingDone);
  return EXIT.interrupted;
}
