import { describe, expect, it } from 'vitest';
import { type DocumentedResult, judgeStandard, type MeasuredDisaster } from '../../src/standards/index.ts';
import { read } from '../simulate.ts';
import { always, COPY, handmade, PART, TIER_SIX, ZONE } from './tier-six.ts';

const REST = [handmade(PART, 'app-a/1'), handmade(COPY, 'db/1'), handmade(ZONE, 'r/b')];

/** What becomes of promises where the loss of r/a looks like this, and that of r/b hurts nobody. */
function held(promise: string, zone: MeasuredDisaster): readonly DocumentedResult[] {
  const declared = `documented: [{scope: zone, ${promise}, source: a leaflet}]`;
  const text = TIER_SIX.replace(/^declared:/m, `declared:\n  ${declared}`);
  expect(text).toContain(declared);
  return judgeStandard(read(text), { disasters: [zone, ...REST], complete: true }).documented;
}
const only = (all: readonly DocumentedResult[]) => [all[0]!.measured, all[0]!.agrees];

const NEVER = { count: 0, p95: null, low: null, high: null, max: null };

describe('a documented recovery time', () => {
  const time = (seconds: number) => handmade(ZONE, 'r/a', { rto: always(seconds) });

  it('is borne out at its figure, and not a second beyond', () => {
    expect(only(held('rto: 15m', time(900)))).toEqual([900, true]);
    expect(only(held('rto: 15m', time(1000)))).toEqual([1000, false]);
  });

  it('is not borne out where service does not come back, and is open where drills are too few', () => {
    expect(only(held('rto: 15m', handmade(ZONE, 'r/a', { rto: NEVER, failed: 300 })))).toEqual([null, false]);
    const few = handmade(ZONE, 'r/a', { drills: 20, rto: { ...always(60, 20), high: null } });
    expect(only(held('rto: 15m', few))).toEqual([60, null]);
  });
});

describe('a documented recovery point', () => {
  it('of 0 is broken by one recovery that leaves a write behind', () => {
    const clean = handmade(ZONE, 'r/a', { rpo: always(0) });
    expect(only(held('rpo: 0s', clean))).toEqual([0, true]);
    expect(held('rpo: 0s', handmade(ZONE, 'r/a', { rpo: { ...always(0), max: 1 }, clean: 299 }))[0]!.agrees).toBe(
      false,
    );
  });
});

describe('a documented tier', () => {
  it('is borne out by the tier that is proven, or a higher one', () => {
    const slow = handmade(ZONE, 'r/a', { rto: always(3600), rpo: always(60) });
    expect(only(held('tier: 5', slow))).toEqual([5, true]);
    expect(only(held('tier: 4', slow))).toEqual([5, true]);
    expect(only(held('tier: 6', slow))).toEqual([5, false]);
  });
});

describe('who brings service back by a document', () => {
  const by = (people: number, automation: number, failed = 0): MeasuredDisaster =>
    handmade(ZONE, 'r/a', {
      rto: always(60, 300 - failed),
      failed,
      by: { people, automation, itself: 300 - failed - people - automation },
    });

  it('is held against who did, on the worst place', () => {
    expect(only(held('recovered-by: automation', by(0, 300)))).toEqual(['automation', true]);
    expect(only(held('recovered-by: automation', by(0, 0)))).toEqual(['automation', true]);
    expect(only(held('recovered-by: automation', by(300, 0)))).toEqual(['people', false]);
    expect(only(held('recovered-by: people', by(300, 0)))).toEqual(['people', true]);
    expect(only(held('recovered-by: people', by(0, 300)))).toEqual(['automation', false]);
  });

  it('is automation as long as people help no more often than a recovery may fail', () => {
    expect(only(held('recovered-by: automation', by(15, 285)))).toEqual(['automation', true]);
    expect(only(held('recovered-by: automation', by(16, 284)))).toEqual(['people', false]);
  });

  it('is nobody where most drills do not come back', () => {
    expect(only(held('recovered-by: nobody', by(0, 150, 150)))).toEqual(['automation', false]);
    expect(only(held('recovered-by: nobody', by(0, 149, 151)))).toEqual(['nobody', true]);
  });
});
