/** Maps times to places: the first seconds have as much room as the hours after them. */
export interface Scale {
  readonly of: (at: number) => number;
  readonly ticks: readonly number[];
}

const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const TICKS: readonly number[] = [
  1,
  10,
  30,
  MINUTE,
  5 * MINUTE,
  15 * MINUTE,
  HOUR,
  4 * HOUR,
  12 * HOUR,
  DAY,
  3 * DAY,
  7 * DAY,
  30 * DAY,
];

/** Linear around 0, logarithmic beyond, both ways. */
export function timeScale(from: number, until: number, left: number, right: number, room: number): Scale {
  const turn = Math.max(0.5, Math.min(5, until / 200));
  const bent = (at: number): number => Math.sign(at) * Math.log1p(Math.abs(at) / turn);
  const [low, high] = [bent(Math.min(from, 0)), bent(until)];
  const of = (at: number): number =>
    left + ((bent(Math.min(until, Math.max(from, at))) - low) / (high - low || 1)) * (right - left);
  const ticks = [0];
  for (const tick of TICKS) {
    if (tick < until && of(tick) - of(ticks.at(-1)!) >= room && of(until) - of(tick) >= 10) ticks.push(tick);
  }
  return { of, ticks };
}
