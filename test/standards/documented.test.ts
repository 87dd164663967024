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
  const by = (counts: Partial<Record<'people' | 'automation' | 'itself' | 'failed', number>>): MeasuredDisaster => {
    const { people = 0, automation = 0, itself = 0, failed = 0 } = counts;
    return handmade(ZONE, 'r/a', { rto: always(60, 300 - failed), failed, by: { people, automation, itself } });
  };
  const measured = (...counts: Parameters<typeof by>) => only(held('recovered-by: automation', by(...counts)));

  it('is held against who did, on the worst place', () => {
    expect(measured({ automation: 300 })).toEqual(['automation', true]);
    expect(measured({ people: 300 })).toEqual(['people', false]);
    expect(only(held('recovered-by: people', by({ people: 300 })))).toEqual(['people', true]);
    expect(only(held('recovered-by: people', by({ automation: 300 })))).toEqual(['automation', false]);
  });

  it('is nobody, and no plan, where products healed by themselves or users noticed nothing: that too needs no people', () => {
    expect(measured({ itself: 300 })).toEqual(['itself', true]);
    expect(measured({})).toEqual(['unnoticed', true]);
    for (const promise of ['people', 'nobody']) {
      expect(only(held(`recovered-by: ${promise}`, by({ itself: 300 })))).toEqual(['itself', false]);
      expect(only(held(`recovered-by: ${promise}`, by({})))).toEqual(['unnoticed', false]);
    }
  });

  it('is told by the worst that is seen more often than a recovery may fail, and not by what is rarer', () => {
    expect(measured({ people: 15, automation: 285 })).toEqual(['automation', true]);
    expect(measured({ people: 16, automation: 284 })).toEqual(['people', false]);
    expect(measured({ automation: 15, itself: 285 })).toEqual(['itself', true]);
    expect(measured({ automation: 16, itself: 284 })).toEqual(['automation', true]);
    expect(measured({ itself: 15 })).toEqual(['unnoticed', true]);
    expect(measured({ itself: 16 })).toEqual(['itself', true]);
    // Ten of either: more often than allowed, somebody had to do something.
    expect(measured({ people: 10, automation: 10 })).toEqual(['automation', true]);
  });

  it('is nobody where most drills do not come back, or those that were noticed', () => {
    expect(only(held('recovered-by: nobody', by({ automation: 150, failed: 150 })))).toEqual(['automation', false]);
    expect(only(held('recovered-by: nobody', by({ automation: 149, failed: 151 })))).toEqual(['nobody', true]);
    expect(only(held('recovered-by: nobody', by({ failed: 16 })))).toEqual(['nobody', true]);
    expect(only(held('recovered-by: nobody', by({ failed: 15 })))).toEqual(['unnoticed', false]);
  });
});
