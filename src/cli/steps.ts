import { performance } from 'node:perf_hooks';
import { setImmediate as breathe } from 'node:timers/promises';
import type { Progress } from './progress.ts';

interface Steps {
  step(): boolean;
  readonly done: number;
  readonly asked: number;
}

/** How long signals may wait, milliseconds. */
const BREATH = 50;

/**
 * Takes steps until nothing is left to do or somebody presses Ctrl-C: the step at hand is finished then, and what is done
 * is kept. A second Ctrl-C ends the program at once. Returns whether it was interrupted.
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
