import { DAY, HOUR, MINUTE, parseDuration, parseSpan, type Us } from '../base/index.ts';
import { type Form, scalar } from './scalar.ts';

/** A duration as a regular expression, for JSON Schema. */
export const DURATION_PATTERN =
  '^\\d+(\\.\\d+)?\\s*(y|w|d|h|m|min|s|ms|us)(\\s*\\d+(\\.\\d+)?\\s*(y|w|d|h|m|min|s|ms|us))*$';

/** How units are also written, and how here. */
const UNIT_WORDS: readonly (readonly [RegExp, string])[] = [
  [/^(msecs?|millis?|milliseconds?|毫秒)$/, 'ms'],
  [/^(secs?|seconds?|秒钟?)$/, 's'],
  [/^(mins|minutes?|分钟?)$/, 'm'],
  [/^(hrs?|hours?|小时)$/, 'h'],
  [/^(days?|天|日)$/, 'd'],
  [/^(wks?|weeks?|周)$/, 'w'],
  [/^(yrs?|years?|年)$/, 'y'],
];

/** A duration whose units are written in another way, as it is written here: `60sec` is `60s`. */
export function inOurUnits(raw: string): string | undefined {
  const unit = (word: string): string =>
    UNIT_WORDS.find(([words]) => words.test(word.toLowerCase()))?.[1] ?? word.toLowerCase();
  const said = raw.trim().replace(/\s*(\p{L}+)/gu, (_, word: string) => unit(word));
  return said === raw.trim() || parseSpan(said) === undefined ? undefined : said;
}

const readSpan = (raw: unknown): Us | undefined => (typeof raw === 'string' ? parseDuration(raw) : undefined);

/** `30s 15m 4h 2d 10y 500ms`, also `1h 30m`; 0 to 285 years, in microseconds. */
export const duration: Form<Us> = scalar({
  id: 'duration',
  expected: 'a duration such as 500ms, 30s, 15m, 4h, 2d or 10y',
  json: { type: 'string', pattern: DURATION_PATTERN },
  meant: inOurUnits,
  read: readSpan,
});

/** A {@link duration} above 0. */
export const positiveDuration: Form<Us> = scalar({
  id: 'positive-duration',
  expected: 'a duration above 0 such as 500ms, 30s, 15m, 4h, 2d or 10y',
  json: { type: 'string', pattern: DURATION_PATTERN },
  meant: inOurUnits,
  read: (raw) => {
    const span = readSpan(raw);
    return span === 0 ? undefined : span;
  },
});

const readLong = (raw: unknown): Us | undefined =>
  typeof raw === 'string' ? (parseSpan(raw) as Us | undefined) : undefined;

/** A parameter of a law: as {@link duration}, but a mean may be longer than any run. */
export const lawDuration: Form<Us> = scalar({
  id: 'law-duration',
  expected: 'a duration such as 500ms, 30s, 15m, 4h, 2d or 10y',
  json: { type: 'string', pattern: DURATION_PATTERN },
  meant: inOurUnits,
  read: readLong,
});

/** A {@link lawDuration} above 0. */
export const positiveLawDuration: Form<Us> = scalar({
  id: 'positive-law-duration',
  expected: 'a duration above 0 such as 500ms, 30s, 15m, 4h, 2d or 10y',
  json: { type: 'string', pattern: DURATION_PATTERN },
  meant: inOurUnits,
  read: (raw) => {
    const span = readLong(raw);
    return span === 0 ? undefined : span;
  },
});

/** A stretch of every day; from 0 to 24 h, `to` before `from` wraps midnight. */
export interface DailyWindow {
  readonly from: Us;
  readonly to: Us;
}

const WINDOW = /^(\d{2}):([0-5]\d)\s*-\s*(\d{2}):([0-5]\d)$/;

const timeOfDay = (hours: string, minutes: string): Us => (Number(hours) * HOUR + Number(minutes) * MINUTE) as Us;

function readWindow(raw: unknown): DailyWindow | undefined {
  const match = typeof raw === 'string' ? WINDOW.exec(raw.trim()) : null;
  if (match === null) return undefined;
  const from = timeOfDay(match[1]!, match[2]!);
  const to = timeOfDay(match[3]!, match[4]!);
  return from >= DAY || to > DAY || from === to ? undefined : { from, to };
}

/** `"02:00-05:00"`, in scenario time. */
export const dailyWindow: Form<DailyWindow> = scalar({
  id: 'daily-window',
  expected: 'a window of the day such as "02:00-05:00"',
  json: { type: 'string', pattern: '^\\d{2}:[0-5]\\d\\s*-\\s*\\d{2}:[0-5]\\d$' },
  read: readWindow,
});
