import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DAY, formatDuration, HOUR, MINUTE, SECOND, type Us, YEAR } from '../../src/base/index.ts';
import {
  bandwidth,
  coordinates,
  currency,
  dailyWindow,
  distance,
  duration,
  type Form,
  hourly,
  name,
  placePath,
  positiveDuration,
  probability,
  rate,
  share,
  size,
  weight,
  wholeNumber,
} from '../../src/language/index.ts';

const read = <T>(form: Form<T>, raw: unknown): T | 'refused' => {
  const result = form.safeParse(raw);
  return result.success ? result.data : 'refused';
};

describe('a scalar reads what people write, in the units of the simulator', () => {
  it.each([
    ['30s', 30 * SECOND],
    ['500ms', SECOND / 2],
    ['15m', 15 * MINUTE],
    ['4h', 4 * HOUR],
    ['2d', 2 * DAY],
    ['10y', 10 * YEAR],
    ['1.5h', 90 * MINUTE],
    ['1h 30m', 90 * MINUTE],
    ['0s', 0],
    [30, 'refused'],
    ['30', 'refused'],
    ['-5s', 'refused'],
    ['5 parsecs', 'refused'],
    ['286y', 'refused'],
    [Number.NaN, 'refused'],
    [null, 'refused'],
  ])('duration %s', (raw, us) => expect(read(duration, raw)).toBe(us));

  it('a positive duration is not 0', () => {
    expect(read(positiveDuration, '0s')).toBe('refused');
    expect(read(positiveDuration, '1us')).toBe(1);
  });

  it.each([
    ['400/s', 400],
    ['9000/m', 150],
    ['1200/h', 1 / 3],
    ['86400/d', 1],
    ['0.5/s', 0.5],
    ['0/s', 'refused'],
    ['400', 'refused'],
    [400, 'refused'],
    ['-1/s', 'refused'],
    ['1e3/s', 'refused'],
  ])('rate %s', (raw, perSecond) => expect(read(rate, raw)).toBe(perSecond));

  it.each([
    ['20000/h', 20_000],
    ['500/m', 30_000],
    ['2/s', 7_200],
    ['48000/d', 2_000],
    ['0/h', 'refused'],
    ['20000', 'refused'],
    [20_000, 'refused'],
  ])('hourly %s', (raw, perHour) => expect(read(hourly, raw)).toBe(perHour));

  it.each([
    ['CNY', 'CNY'],
    ['元', '元'],
    ['€', '€'],
    ['', 'refused'],
    ['a b', 'refused'],
    [7, 'refused'],
  ])('currency %s', (raw, name) => expect(read(currency, raw)).toBe(name));

  it.each([
    ['200GB', 200e9],
    ['4TB', 4e12],
    ['1.5MB', 1.5e6],
    ['7kB', 7e3],
    ['0GB', 'refused'],
    ['200G', 'refused'],
    ['99999999TB', 'refused'],
  ])('size %s', (raw, bytes) => expect(read(size, raw)).toBe(bytes));

  it.each([
    ['1Gbps', 125e6],
    ['100Mbps', 12.5e6],
    ['80MB/s', 80e6],
    ['80MB', 'refused'],
  ])('bandwidth %s', (raw, bytes) => expect(read(bandwidth, raw)).toBe(bytes));

  it.each([
    ['50%', 0.5],
    [0.5, 0.5],
    ['99.95%', 0.9995],
    [0, 0],
    ['100%', 1],
    ['101%', 'refused'],
    [1.01, 'refused'],
    [-0.1, 'refused'],
    [Number.NaN, 'refused'],
    ['0.5', 'refused'],
  ])('share and probability %s', (raw, value) => {
    expect(read(share, raw)).toBe(value);
    expect(read(probability, raw)).toBe(value);
  });

  it.each([
    ['50%', { value: 0.5, percent: true }],
    [3, { value: 3, percent: false }],
    [0.5, { value: 0.5, percent: false }],
    [0, 'refused'],
    ['0%', 'refused'],
    [Number.POSITIVE_INFINITY, 'refused'],
  ])('weight %s', (raw, value) => expect(read(weight, raw)).toEqual(value));

  it.each([
    ['02:00-05:00', { from: 2 * HOUR, to: 5 * HOUR }],
    ['22:30-02:15', { from: 22.5 * HOUR, to: 2.25 * HOUR }],
    ['00:00-24:00', { from: 0, to: DAY }],
    ['02:00-02:00', 'refused'],
    ['25:00-26:00', 'refused'],
    ['2-5', 'refused'],
  ])('daily window %s', (raw, window) => expect(read(dailyWindow, raw)).toEqual(window));

  it('distances in kilometres, coordinates in degrees', () => {
    expect(read(distance, '50km')).toBe(50);
    expect(read(distance, '300m')).toBeCloseTo(0.3, 12);
    expect(read(coordinates, [39.9, 116.4])).toEqual([39.9, 116.4]);
    expect(read(coordinates, [116.4, 39.9])).toBe('refused');
    expect(read(coordinates, [39.9])).toBe('refused');
    expect(read(coordinates, '北京')).toEqual(read(coordinates, 'Beijing'));
    expect(read(coordinates, '北京')).toEqual([39.9, 116.4]);
    expect(read(coordinates, 'atlantis')).toBe('refused');
    expect(read(coordinates, ['39.9', '116.4'])).toBe('refused');
  });

  it.each([
    ['app-a', 'app-a'],
    ['同城双活', '同城双活'],
    [7, '7'],
    ['__proto__', '__proto__'],
    ['a b', 'a b'],
    ['', 'refused'],
    [' a', 'refused'],
    ['a/b', 'refused'],
    ['a\u200b', 'refused'],
    ['x'.repeat(101), 'refused'],
    [true, 'refused'],
  ])('name %j', (raw, value) => expect(read(name, raw)).toBe(value));

  it('paths of places', () => {
    expect(read(placePath, 'cn-beijing/a')).toBe('cn-beijing/a');
    expect(read(placePath, 'cn-beijing//a')).toBe('refused');
    expect(read(placePath, '/a')).toBe('refused');
  });

  it('whole numbers keep to their limits, both included', () => {
    const form = wholeNumber(1, 10);
    expect([0, 1, 10, 11, 1.5, '1', Number.NaN].map((raw) => read(form, raw))).toEqual([
      'refused',
      1,
      10,
      'refused',
      'refused',
      'refused',
      'refused',
    ]);
  });
});

describe('laws of scalars', () => {
  it('a duration reads back what is formatted', () => {
    fc.assert(
      fc.property(fc.maxSafeNat(), (us) => {
        expect(duration.parse(formatDuration(us as Us))).toBe(us);
      }),
    );
  });

  it('no value of any sort makes a scalar throw, or yield a number that is not finite', () => {
    const forms: readonly Form<unknown>[] = [
      duration,
      rate,
      size,
      bandwidth,
      share,
      weight,
      name,
      placePath,
      coordinates,
      dailyWindow,
    ];
    fc.assert(
      fc.property(fc.anything({ withNullPrototype: true }), fc.constantFrom(...forms), (raw, form) => {
        const result = form.safeParse(raw);
        if (result.success && typeof result.data === 'number') expect(Number.isFinite(result.data)).toBe(true);
        if (!result.success) expect(result.error.issues.length).toBeGreaterThan(0);
      }),
    );
  });
});
