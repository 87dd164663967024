import { describe, expect, it } from 'vitest';
import { runReport } from '../../src/index.ts';
import { calm, measured } from './told.ts';

// Alibaba Cloud disaster-recovery white paper, version 2019-07-18, section 8: session persistence of 1,000 s.

const unharmed = (text: string) => text.replaceAll(/,? *faults: \{attack: \{\}, misconfiguration: \{\}\}/g, '');
const stateless = (text: string) => unharmed(text).replaceAll('{kind: ecs,', '{kind: ecs, stateless: true,');
const result = (faults: string, change = unharmed) => measured(calm('multi-zone-slb', faults, change));
const lost = (faults: string, change = unharmed): number | null => {
  const { perYear } = result(faults, change).counts[0]!;
  return perYear === null ? null : perYear * (20 / 365);
};
/** 900 requests/s over 8 servers; a visitor asks every 10 s for 600 s and is kept for 1,000 s more: 1,600 / 600 x 10 held a request/s. */
const EACH = (900 / 8) * 10 * (1600 / 600);

describe('sessions bound to servers', () => {
  it('are lost with a server, once, whether it dies at once or is taken out by its checks', () => {
    expect(lost('{at: 3d, lose: app-b/1, for: 1h}')).toBeCloseTo(EACH, 3);
    expect(lost('{at: 3d, lose: app-b/1, for: 1h, effect: exit}')).toBeCloseTo(EACH, 3);
    expect(lost('{at: 3d, lose: app-b/1, for: 1h, effect: hang}')).toBeCloseTo(EACH, 3);
    // Too short for the checks: a hanging server keeps its clients, a dead process does not keep their sessions.
    expect(lost('{at: 3d, lose: app-b/1, for: 1s, effect: hang}')).toBeNull();
    expect(lost('{at: 3d, lose: app-b/1, for: 1s, effect: exit}')).toBeCloseTo(EACH, 3);
  });

  it('are kept for 1,000 s unless told otherwise', () => {
    const kept = (timeout: string) =>
      lost('{at: 3d, lose: app-b/1, for: 6h}', (text) => unharmed(text).replace('{timeout: 1000s}', timeout));
    expect(kept('{}')).toBe(kept('{timeout: 1000s}'));
    expect(kept('{timeout: 500s}')! / kept('{}')!).toBeCloseTo(1_100 / 1_600, 6);
  });

  it('gather again: half of them after half the time that one is held', () => {
    const twice =
      '{at: 3d, lose: app-b/1, for: 1s, effect: exit}, {at: 259_SECOND, lose: app-b/1, for: 1s, effect: exit}';
    expect(lost(twice.replace('259_SECOND', `${3 * 86_400 + 801}s`))).toBeCloseTo(1.5 * EACH, 3);
  });

  it('are not lost where the application is stateless', () => {
    expect(lost('{at: 3d, lose: app-b/1, for: 1h}', stateless)).toBeNull();
  });

  it('are printed', () => {
    const seen = result('{at: 3d, lose: app-b/1, for: 1h}');
    expect(runReport(seen)).toMatch(/COUNTED BESIDE\n +slb\n +sessions lost .* a year/);
    expect(runReport(seen, { language: 'zh' })).toMatch(/另计\n +slb\n +丢失会话/);
    expect(runReport(result('{at: 3d, lose: app-b/1, for: 1h}', stateless))).toMatch(/sessions lost +none in/);
  });
});
