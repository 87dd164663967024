import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

let collect: (() => void) | undefined;

/**
 * Has V8 collect what loading and reading have left behind. Until it has done so once it lets a heap grow to several times
 * of what lives in it, in every thread: measured 158 MB against 116 to 132 MB for
 * a run in one. Between blocks it is V8 that says when: to collect there too took 4 to 8 % of the time and saved 3 to 5 MB a thread.
 */
export function tidy(): void {
  setFlagsFromString('--expose-gc');
  // Whoever starts a thread sets this back to 2, for all threads: then their young spaces grow again.
  setFlagsFromString('--semi-space-growth-factor=1');
  collect ??= collector();
  collect?.();
}

function collector(): (() => void) | undefined {
  const found: unknown = runInNewContext('gc');
  return typeof found === 'function' ? () => found() : undefined;
}
