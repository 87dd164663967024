import { setFlagsFromString } from 'node:v8';

/** Tells V8 what kind of program this is. To be called before anything runs. */
export function tuneV8(): void {
  // A run makes little garbage, and V8 would let its young space grow by 30 MB for it: measured 129 MB against 106 MB. Threads are for
  // long runs, and begin with the 3 MB to which `growYoung` lets that of the main thread grow.
  setFlagsFromString('--max-semi-space-size=4');
  setFlagsFromString('--min-semi-space-size=3');
  setFlagsFromString('--semi-space-growth-factor=1');
  // What lives on between blocks is small, and V8 would let garbage grow to several times of it before it looks, in every
  // thread: measured 215 MB against 175 MB with two threads, at the same speed.
  setFlagsFromString('--heap-growing-percent=15');
  // An event passes many small functions of many rooms. With V8's budget of 920 bytes of code for what it takes into a
  // function, a third of them stay calls: 1.25 times as fast with this one, and no more beyond it (`npm run bench`).
  setFlagsFromString('--max-inlined-bytecode-size-cumulative=4500');
  // Not what is called in less than two of five passes: as fast, with 3 MB less of code.
  setFlagsFromString('--min-inlining-frequency=0.4');
}

/** Components from which on a model is large: each compiled one is then several MB. */
const LARGE = 60;

/**
 * Gives a large model room. Drills compile it for every fault; with 15 % of room V8 would collect everything after a few of
 * them: measured 12 s instead of 19 s for 200 faults of 200 components, in 140 MB instead of 110.
 */
export function roomFor(components: number): void {
  if (components >= LARGE) setFlagsFromString('--heap-growing-percent=100');
}
