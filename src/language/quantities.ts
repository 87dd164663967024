import { CITY_COORDINATES } from './cities.ts';
import { type Form, scalar } from './scalar.ts';

type Units = Readonly<Record<string, number>>;

const SECONDS: Units = { s: 1, m: 60, min: 60, h: 3_600, d: 86_400 };
const BYTES: Units = { B: 1, kB: 1e3, KB: 1e3, MB: 1e6, GB: 1e9, TB: 1e12, PB: 1e15 };
const BITS: Units = { bps: 1 / 8, kbps: 125, Kbps: 125, Mbps: 125e3, Gbps: 125e6, Tbps: 125e9 };
const KILOMETRES: Units = { m: 1e-3, km: 1 };
/** Larger than anything built; keeps sums and products far from the end of exact numbers. */
const LARGEST = 1e18;

const unitsPattern = (units: Units, before: string, after = ''): string =>
  `^\\d+(\\.\\d+)?\\s*${before}(${Object.keys(units).join('|')})${after}$`;

/** Reads `200GB`: the number and what its unit stands for. */
function parts(raw: unknown, units: Units, before: string, after: string): readonly [number, number] | undefined {
  const match = typeof raw === 'string' ? new RegExp(unitsPattern(units, before, after)).exec(raw.trim()) : null;
  return match === null ? undefined : [Number.parseFloat(match[0]), units[match[2]!]!];
}

const inRange = (value: number): number | undefined => (value > 0 && value <= LARGEST ? value : undefined);

function amount(raw: unknown, units: Units, after = ''): number | undefined {
  const found = parts(raw, units, '', after);
  return found && inRange(found[0] * found[1]);
}

function readRate(raw: unknown): number | undefined {
  const found = parts(raw, SECONDS, '/\\s*', '');
  return found && inRange(found[0] / found[1]);
}

/** `400/s`, `24000/m`, `/h`, `/d`: a number a second, above 0. */
export const rate: Form<number> = scalar({
  id: 'rate',
  expected: 'a rate above 0 such as 400/s, 9000/m or 1200/h',
  json: { type: 'string', pattern: unitsPattern(SECONDS, '/\\s*') },
  read: readRate,
});

/** `20000/h`: an amount an hour, above 0. */
export const hourly: Form<number> = scalar({
  id: 'hourly',
  expected: 'an amount above 0 an hour such as 20000/h, or 500/m',
  json: { type: 'string', pattern: unitsPattern(SECONDS, '/\\s*') },
  read: (raw) => {
    const found = parts(raw, SECONDS, '/\\s*', '');
    return found && inRange(found[0] * (SECONDS.h! / found[1]));
  },
});

/** `200GB`, decimal (GB is 10⁹ bytes): bytes, above 0. */
export const size: Form<number> = scalar({
  id: 'size',
  expected: 'a size such as 500MB, 200GB or 4TB',
  json: { type: 'string', pattern: unitsPattern(BYTES, '') },
  read: (raw) => amount(raw, BYTES),
});

/** `1Gbps` (bits) or `80MB/s` (bytes): bytes a second, above 0. */
export const bandwidth: Form<number> = scalar({
  id: 'bandwidth',
  expected: 'a bandwidth such as 100Mbps, 1Gbps or 80MB/s',
  json: { type: 'string', pattern: `${unitsPattern(BITS, '')}|${unitsPattern(BYTES, '', '/s')}` },
  read: (raw) => amount(raw, BITS) ?? amount(raw, BYTES, '/s'),
});

/** `50km`: kilometres, above 0. */
export const distance: Form<number> = scalar({
  id: 'distance',
  expected: 'a distance such as 50km',
  json: { type: 'string', pattern: unitsPattern(KILOMETRES, '') },
  read: (raw) => amount(raw, KILOMETRES),
});

/** `[39.9, 116.4]`, or a city of {@link CITY_COORDINATES}: latitude and longitude in degrees. */
export const coordinates: Form<readonly [number, number]> = scalar({
  id: 'coordinates',
  expected: 'a city such as 上海 or shanghai, or a latitude and a longitude in degrees such as [31.2, 121.5]',
  json: {
    anyOf: [
      { type: 'array', items: { type: 'number', minimum: -180, maximum: 180 }, minItems: 2, maxItems: 2 },
      { type: 'string', enum: [...CITY_COORDINATES.keys()] },
    ],
  },
  read: readCoordinates,
});

const within = (value: unknown, limit: number): value is number =>
  typeof value === 'number' && Math.abs(value) <= limit;

function readCoordinates(raw: unknown): readonly [number, number] | undefined {
  if (typeof raw === 'string') return CITY_COORDINATES.get(raw.trim().toLowerCase());
  if (!Array.isArray(raw) || raw.length !== 2) return undefined;
  const [latitude, longitude]: unknown[] = raw;
  return within(latitude, 90) && within(longitude, 180) ? [latitude, longitude] : undefined;
}
