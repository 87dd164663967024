import type { Finding } from '../language/index.ts';
import { LIMITS } from './limits.ts';

/** A finding about a stretch of text rather than about a path. */
export interface TextFinding {
  readonly finding: Finding;
  /** Offsets into the text. */
  readonly from: number;
  readonly to: number;
}

export const textError = (code: string, message: string, from: number, to: number, expected?: string): TextFinding => ({
  finding: { severity: 'error', code, message, path: [], ...(expected === undefined ? {} : { expected }) },
  from,
  to,
});

/** Control characters other than tab and line ends, and the mark that decoding leaves where bytes were no UTF-8. */
const BINARY = /(?![\t\n\r])[\p{Cc}\ufffd]/u;

/** Turns away what no parser should see: text too long, not text at all, or nested too deep. Undefined: go on. */
export function guardText(text: string): TextFinding | undefined {
  if (text.length > LIMITS.text) {
    return textError('too-long', `the text has ${text.length} characters`, 0, 0, `at most ${LIMITS.text}`);
  }
  const binary = text.search(BINARY);
  if (binary >= 0) return textError('not-text', 'this is not text', binary, binary + 1, 'a YAML file in UTF-8');
  const deep = tooDeep(text);
  return deep === undefined ? undefined : tooDeepAt(deep);
}

export const tooDeepAt = (offset: number): TextFinding =>
  textError('too-deep', 'this is nested too deep', offset, offset + 1, `at most ${LIMITS.depth} levels`);

export const tagError = (from: number, to: number): TextFinding =>
  textError('tag', 'tags are not part of the language', from, to, 'a value without a tag');

const OPENING = new Set(['[', '{']);
const CLOSING = new Set([']', '}']);

/**
 * Where nesting goes beyond the limit, found without a parser, whose recursion could run out of stack. Counts brackets
 * that are open, whatever they stand in, and dashes at the start of a line. It may be fooled by brackets in text; the
 * reader of the values counts levels exactly.
 */
function tooDeep(text: string): number | undefined {
  let open = 0;
  let dashes = 0;
  let atStart = true;
  for (let i = 0; i < text.length; i++) {
    const char = text[i]!;
    if (char === '\n') {
      atStart = true;
      dashes = 0;
    } else if (OPENING.has(char)) open++;
    else if (CLOSING.has(char)) open = Math.max(0, open - 1);
    else if (atStart && (char === '-' || char === '?')) dashes++;
    else if (char !== ' ') atStart = false;
    if (open > 4 * LIMITS.depth || dashes > LIMITS.depth) {
      if (dashes <= LIMITS.depth || /[ \n]/.test(text[i + 1] ?? '\n')) return i;
    }
  }
  return undefined;
}
