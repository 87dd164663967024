import { interruption } from './interruption.ts';

/** What may end work before it is done. */
export interface Bounds {
  readonly stop: Promise<'interrupted'>;
  readonly timeUp: Promise<'max-time'>;
  /** Nobody waits for them any more. */
  readonly release: () => void;
}

/** Timers of Node go no further, milliseconds. */
const LONGEST_TIMER = 2 ** 31 - 1;

/** Ctrl-C, and so many milliseconds where a time is set. */
export function boundsOf(maxTime: number | undefined): Bounds {
  const { stop, release } = interruption();
  let timer: NodeJS.Timeout | undefined;
  const timeUp = new Promise<'max-time'>((resolve) => {
    if (maxTime !== undefined) timer = setTimeout(() => resolve('max-time'), Math.min(maxTime, LONGEST_TIMER));
  });
  return {
    stop,
    timeUp,
    release: () => {
      release();
      clearTimeout(timer);
    },
  };
}
