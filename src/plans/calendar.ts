import { DAY, type Us } from '../base/index.ts';
import type { DailyWindow } from '../language/index.ts';

/** How long until a window of the day opens; 0 within it, and where there is none. */
export function untilWindow(window: DailyWindow | undefined, at: Us): Us {
  if (window === undefined) return 0 as Us;
  const since = ((at % DAY) - window.from + DAY) % DAY;
  const length = (window.to - window.from + DAY) % DAY;
  return (since < length ? 0 : DAY - since) as Us;
}
