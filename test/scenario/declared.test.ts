import { describe, expect, it } from 'vitest';
import { ACTIVE_ACTIVE } from './active-active.ts';
import { pointedAt, problemsOf, scenarioOf } from './reading.ts';

const withEnd = (text: string): string => `${ACTIVE_ACTIVE}\n${text}\n`;

describe('what a scenario declares', () => {
  it('is nothing unless it is written', () => {
    expect(scenarioOf(ACTIVE_ACTIVE).declared).toEqual({
      staff: {},
      rules: [],
      contracts: [],
      planTested: undefined,
      documented: [],
    });
  });

  it('is read as it is written', () => {
    const text = `declared:
  staff: {room: 24x7, backup: dedicated}
  rules: [media, standby-site, media]
  contracts: equipment
  plan: {tested: 2026-06-30}
  documented: [{scope: zone, rto: 15m, source: a brochure}, {scope: zone, recovered-by: people, source: a manual}]`;
    expect(scenarioOf(withEnd(text)).declared).toEqual({
      staff: { room: '24x7', backup: 'dedicated' },
      rules: ['media', 'standby-site'],
      contracts: ['equipment'],
      planTested: '2026-06-30',
      documented: [
        { scope: 'zone', rto: 9e8, rpo: undefined, tier: undefined, recoveredBy: undefined, source: 'a brochure' },
        { scope: 'zone', rto: undefined, rpo: undefined, tier: undefined, recoveredBy: 'people', source: 'a manual' },
      ],
    });
  });

  it.each([
    ['declared: {staf: {}}', 'unknown-key', 'staf', 'staff'],
    ['declared: {staff: {rooms: 24x7}}', 'unknown-key', 'rooms', 'room'],
    ['declared: {staff: {room: 24×7}}', 'unknown-word', '24×7', '24x7'],
    ['declared: {rules: [media, standby-sites]}', 'unknown-word', 'standby-sites', 'standby-site'],
    ['declared: {plan: {tested: 2026-02-29}}', 'bad-value', '2026-02-29', undefined],
    ['declared: {plan: {tested: soon}}', 'bad-value', 'soon', undefined],
    ['declared: {documented: [{scope: zone, source: x}]}', 'nothing-promised', '{', undefined],
  ])('%s is answered with the place and the nearest word', (text, code, at, nearest) => {
    const whole = withEnd(text);
    const [problem] = problemsOf(whole).filter(({ severity }) => severity === 'error');
    expect(problem?.code).toBe(code);
    expect(pointedAt(whole, problem!)).toBe(at);
    expect(problem?.nearest).toBe(nearest);
  });
});

describe('objectives of a standard', () => {
  const objectives = (text: string): string => ACTIVE_ACTIVE.replace(/\nobjectives:[\s\S]*?(?=\n\S|$)/, `\n${text}`);

  it('are a tier with a scope, a profile, and what is wanted of damaged data', () => {
    const text =
      'objectives: {data-damaged: {rto: 8h, rpo: 0s}, tier: {at-least: 5, scope: zone, edition: gbt20988-2007}, profile: cbrc-2011-104}';
    expect(scenarioOf(objectives(text)).objectives).toEqual([
      { kind: 'data-damaged', rto: 8 * 3600 * 1e6, rpo: 0 },
      { kind: 'tier', atLeast: 5, scope: 'zone', edition: 'gbt20988-2007' },
      { kind: 'profile', profile: 'cbrc-2011-104' },
    ]);
  });

  it.each([
    ['objectives: {tier: {at-least: 7, scope: zone}}', 'bad-value', '7'],
    ['objectives: {tier: {at-least: 5, scope: idc}}', 'no-such-scope', 'idc'],
    ['objectives: {tier: {at-least: 5, scope: zone, edition: gbt20988-2005}}', 'unknown-word', 'gbt20988-2005'],
    ['objectives: {profile: cbrc-2011-105}', 'unknown-word', 'cbrc-2011-105'],
  ])('%s is a mistake', (text, code, at) => {
    const whole = objectives(text);
    const [problem] = problemsOf(whole).filter(({ severity }) => severity === 'error');
    expect([problem?.code, pointedAt(whole, problem!)]).toEqual([code, at]);
  });
});
