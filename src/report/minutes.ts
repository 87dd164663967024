import { brief } from './figures.ts';

/** Minutes of downtime a year, never a 0 for what was seen: `256`, `12.4`, `< 0.001`. */
export const minutesText = (minutes: number): string =>
  minutes > 0 && minutes < 0.001 ? '< 0.001' : brief(minutes, 3);
