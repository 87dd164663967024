import { expect, test } from 'vitest';
import { htmlReport } from '../../src/index.ts';
import { embedded, html, readable } from '../../src/report/html/html.ts';
import { RESULT } from './fixture.ts';
import { plainly } from './plain.ts';

const HOSTILE = `</script><script>alert(1)</script>"' onload='x' & 🦊 \u202e\u2028`;

test('what is filled into a template is text, in elements and in attributes', () => {
  expect(html`<p title="${HOSTILE}">${HOSTILE}</p>`.markup).not.toMatch(/<script|" onload|' onload|\u202e/);
  expect(html`<b>${html`<i>${'<'}</i>`}${['&', 1]}${null}</b>`.markup).toBe('<b><i>&lt;</i>&amp;1</b>');
});

test('data within a page cannot end the element that holds them, and say the same', () => {
  const data = { text: HOSTILE, '<!--': ['</SCRIPT>'] };
  const { markup } = embedded(data);
  expect(markup).not.toMatch(/[<>\u2028]/);
  expect(JSON.parse(markup)).toEqual(data);
});

test('a page holds what a run measured, in both languages, and fetches nothing', () => {
  const page = htmlReport({ run: RESULT }, { script: 'void 0' });
  expect(page).toContain('99.95');
  expect(page).toContain('cn-beijing/a');
  expect(page).toContain('>Recovery time (RTO)<');
  expect(page).toContain('>恢复时间（RTA，对照 RTO）<');
  expect(page).not.toMatch(/\b(src|href|action)="(?!#)/);
  expect(page).not.toMatch(/url\(|@import/);
});

test('the name of a scenario steers nothing', () => {
  const page = htmlReport({ run: { ...RESULT, scenario: { ...RESULT.scenario, name: HOSTILE, file: HOSTILE } } });
  expect(page).not.toContain('<script>alert');
  expect(page).not.toContain("' onload='");
});

test('no two elements of a page have the same name', () => {
  const ids = [...htmlReport({ run: RESULT }).matchAll(/ id="([^"]*)"/g)].map(([, id]) => id);
  expect(ids.length).toBeGreaterThan(10);
  expect(new Set(ids).size).toBe(ids.length);
});

test('a line of a page breaks between no figure and its unit, no sign and its figure, and within no interval', () => {
  expect(readable('≥ 1.5 h (1.2–7,856,319) of 3 shops').markup).toBe(
    '≥\u00a01.5\u00a0h <span class="whole">(1.2–7,856,319)</span> of 3 shops',
  );
  const page = htmlReport({ run: RESULT }).replace(/<(style|script)[\s\S]*?<\/\1>/g, '');
  expect(page).toMatch(/\([\d.]+–[\d.]+\)/);
  const parted = page.replace(/<span class="(?:dim )?whole">[^<]*<\/span>/g, '').replace(/<[^>]*>/g, '\n');
  expect(parted.match(/.*(?:[≥≤] |\d–\d|\d (?:ms|s|min|h|d|%)(?![a-z])).*/g)).toBeNull();
  expect(plainly(page)).toMatch(/\d h \([\d.]+–[\d.]+\)/);
});
