import { getHeapSpaceStatistics, setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** What the young space of this thread holds, both halves, bytes; `tuneV8` says as much for the threads beside it. */
const YOUNG = 6 * 2 ** 20;
/** Lists that are kept while it grows, at the most: 13,000 were enough, measured. */
const MOST = 500_000;

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

/**
 * Lets the young space of this thread grow once: V8 makes it three times as large when more has outlived it than it holds, and how it
 * begins cannot be told to a program that runs. In 1 MB most of a block outlives each collection: a-a does 8 % more years a second in 3.
 */
export function growYoung(): void {
  setFlagsFromString('--semi-space-growth-factor=3');
  const kept: number[][] = [];
  while (young() < YOUNG && kept.length < MOST) for (let i = 0; i < 1000; i++) kept.push([i, i, i, i]);
  setFlagsFromString('--semi-space-growth-factor=1');
}

const young = (): number =>
  getHeapSpaceStatistics().find(({ space_name: name }) => name === 'new_space')?.space_size ?? YOUNG;

function collector(): (() => void) | undefined {
  const found: unknown = runInNewContext('gc');
  return typeof found === 'function' ? () => found() : undefined;
}
