import { stripVTControlCharacters } from 'node:util';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { comparisonReport, documentText, explanationReport, type Ink, LANGUAGES, runReport } from '../../src/index.ts';
import { cells } from '../../src/report/cells.ts';
import { TIMES } from '../times.ts';
import { anyComparison, anyExplanation, anyResult } from './arbitrary.ts';

const language = fc.constantFrom(...LANGUAGES);
const NOT_FOR_PEOPLE = /\b(NaN|undefined|Infinity)\b|\[object|\(\) =>|function/;

const code = (n: number) => (text: string) => `\u001b[${n}m${text}\u001b[39m`;
const COLOURS: Ink = { strong: code(1), dim: code(2), good: code(32), bad: code(31), doubtful: code(33) };

function expectReadable(text: string): void {
  for (const line of text.split('\n')) expect(cells(line), JSON.stringify(line)).toBeLessThanOrEqual(80);
  expect(text).not.toMatch(NOT_FOR_PEOPLE);
  expect(text.endsWith('\n') && !text.endsWith('\n\n')).toBe(true);
  expect(text.replaceAll('\n', ''), 'steers the terminal').not.toMatch(/\p{Cc}/u);
}

/** Without its colours, and but for spaces at the ends of lines, a coloured text is the plain one. */
function expectSame(coloured: string, text: string): void {
  expect(stripVTControlCharacters(coloured).replace(/ +$/gm, '')).toBe(text.replace(/ +$/gm, ''));
}

describe('every report', () => {
  it('of a run keeps within 80 cells, prints no figure that is none, steers no terminal, and says the same in colours', () => {
    fc.assert(
      fc.property(anyResult, language, fc.boolean(), (result, lang, quiet) => {
        const text = runReport(result, { language: lang, quiet });
        expectReadable(text);
        expectSame(runReport(result, { language: lang, quiet, ink: COLOURS }), text);
      }),
      { numRuns: 100 * TIMES },
    );
  });

  it('of incidents does the same', () => {
    fc.assert(
      fc.property(anyExplanation, language, fc.boolean(), (explanation, lang, all) =>
        expectReadable(explanationReport(explanation, { language: lang, all })),
      ),
      { numRuns: 100 * TIMES },
    );
  });

  it('of scenarios side by side does the same', () => {
    fc.assert(
      fc.property(anyComparison, language, (comparison, lang) => {
        const text = comparisonReport(comparison, { language: lang });
        expectReadable(text);
        expectSame(comparisonReport(comparison, { language: lang, ink: COLOURS }), text);
      }),
      { numRuns: 50 * TIMES },
    );
  });

  it('as a document is JSON that reads back, whatever the names', () => {
    fc.assert(
      fc.property(anyResult, (result) => {
        const read: unknown = JSON.parse(documentText(result));
        expect(documentText(Object(read))).toBe(documentText(result));
      }),
      { numRuns: 100 * TIMES },
    );
  });
});
