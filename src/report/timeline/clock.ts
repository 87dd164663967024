const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const two = (value: number): string => String(value).padStart(2, '0');

/**
 * Seconds since an incident began as a clock: `T+00:00:12`, `T-00:01:30`, `T+2d 03:04:05`; with tenths where a timeline is
 * short. Rounded before it is split, so that no minute has 60 seconds.
 */
export function clock(seconds: number, tenths: boolean): string {
  const ticks = Math.round(Math.abs(seconds) * (tenths ? 10 : 1));
  const sign = seconds < 0 && ticks > 0 ? '-' : '+';
  const whole = tenths ? Math.floor(ticks / 10) : ticks;
  const days = Math.floor(whole / DAY);
  const time = [Math.floor((whole % DAY) / HOUR), Math.floor((whole % HOUR) / MINUTE), whole % MINUTE]
    .map(two)
    .join(':');
  return `T${sign}${days > 0 ? `${days}d ` : ''}${time}${tenths ? `.${ticks % 10}` : ''}`;
}
