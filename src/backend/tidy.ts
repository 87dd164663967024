import { getHeapStatistics, setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** Garbage that a thread may hold before it is collected, bytes. */
const GARBAGE = 3_000_000;

/** What lived in this thread when it was collected last, bytes. */
let living = 0;
let collect: (() => void) | undefined;

/**
 * Has V8 collect what loading and reading have left behind. Until it has done so once it lets a heap grow to several times
 * of what lives in it, in every thread: measured 158 MB against 116 to 132 MB for
 * a run in one.
 */
export function tidy(): void {
  setFlagsFromString('--expose-gc');
  // Whoever starts a thread sets this back to 2, for all threads: then their young spaces grow again.
  setFlagsFromString('--semi-space-growth-factor=1');
  collect ??= collector();
  collect?.();
  living = held();
}

/**
 * {@link tidy}, between two blocks, where there is something to collect. By itself V8 lets every heap grow by 8 MB at least before it
 * looks. Its `--optimize-for-size` would do the same and costs a tenth of the speed.
 */
export function tidyIfGrown(): void {
  if (held() > living + GARBAGE) tidy();
}

const held = (): number => getHeapStatistics().used_heap_size;

function collector(): (() => void) | undefined {
  const found: unknown = runInNewContext('gc');
  return typeof found === 'function' ? () => found() : undefined;
}
