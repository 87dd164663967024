import stringWidth from 'string-width';
import { BOUND, UNIT } from './kept.ts';

/** Columns of a report. Chinese characters take two. */
export const PAGE_CELLS = 80;

const ASCII = /^[\x20-\x7e]*$/;
/** Signs of reports, Chinese characters and their punctuation: none joins its neighbour, so that counting them is enough. */
const COUNTABLE = /^[\x20-\x7e·×–—…─│±≥≤→✓’“”\u3001-\u3020\u4e00-\u9fff\uff01-\uff60]*$/;
const WIDE = /[\u3001-\u3020\u4e00-\u9fff\uff01-\uff60]/g;
/** Control characters, and marks that reorder text: a name in a scenario must not steer a terminal. */
const UNPRINTABLE = /[\p{Cc}\p{Cs}\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]+/gu;
/** No cell of a report holds more; longer text is cut before it is measured. */
const LONGEST = 2_000;

/** How many terminal cells a text takes; colour codes take none. */
export function cells(text: string): number {
  if (ASCII.test(text)) return text.length;
  return COUNTABLE.test(text) ? text.length + (text.match(WIDE)?.length ?? 0) : stringWidth(text);
}

/** Text without what steers its reader instead of being read. */
export const printable = (text: string): string => text.replace(UNPRINTABLE, ' ');

/** Text from a scenario made safe to print on one line. */
export const clean = (text: string): string => printable(text.slice(0, LONGEST)).trim();

export const padEnd = (text: string, width: number): string => text + ' '.repeat(Math.max(0, width - cells(text)));
export const padStart = (text: string, width: number): string => ' '.repeat(Math.max(0, width - cells(text))) + text;

/** As much of a text as fits, from its start. */
export function head(text: string, width: number): string {
  let kept = '';
  for (const character of text) {
    if (cells(kept + character) > width) break;
    kept += character;
  }
  return kept;
}

function tail(text: string, width: number): string {
  const characters = [...text];
  let kept = '';
  while (characters.length > 0 && cells(characters.at(-1)! + kept) <= width) kept = characters.pop()! + kept;
  return kept;
}

/** A name no wider than `width`, cut in its middle: names of places and components differ at their ends. */
export function shorten(text: string, width: number): string {
  if (cells(text) <= width) return text;
  if (width < 3) return head(text, width);
  const end = tail(text, Math.floor((width - 1) / 2));
  return `${head(text, width - 1 - cells(end))}…${end}`;
}

/** Breaks text into lines of at most `width` cells: at spaces, between wide characters, or wherever nothing else helps. */
export function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const piece of pieces(text)) {
    if (cells((line + piece).trimEnd()) <= width) {
      line += piece;
      continue;
    }
    if (line.trim() !== '') lines.push(line.trimEnd());
    line = piece.trimStart();
    while (cells(line.trimEnd()) > width) {
      const part = untilBreak(head(line, width)) || [...line][0]!;
      lines.push(part.trimEnd());
      line = line.slice(part.length).trimStart();
    }
  }
  return line.trim() === '' && lines.length > 0 ? lines : [...lines, line.trimEnd()];
}

/** Up to a figure's unit, between the ends of an interval, or to the last hyphen if more than half of it stands before. */
function untilBreak(part: string): string {
  const space = part.lastIndexOf(' ') + 1;
  if (space > 0) return part.slice(0, space);
  const dash = part.lastIndexOf('–') + 1;
  if (dash > 0) return part.slice(0, dash);
  const end = part.lastIndexOf('-') + 1;
  return 2 * end > part.length ? part.slice(0, end) : part;
}

const WIDE_RANGE = '\\u2e80-\\u9fff\\uf900-\\ufaff\\uff00-\\uffef';
const NARROW = `[^\\s${WIDE_RANGE}]*`;
const SIGN = `(?:${NARROW}${BOUND} )?`;
const PIECES = new RegExp(
  [
    `${SIGN}${NARROW}\\d ${UNIT}[，。；：、！？）」』]*${NARROW}\\s*`,
    `[${WIDE_RANGE}][，。；：、！？）」』%]*`,
    `${SIGN}${NARROW}\\s*`,
  ].join('|'),
  'gu',
);

/**
 * Where a line may break: after spaces, but not between a figure and its unit or the sign of a bound and its figure, and after any wide
 * character but before closing punctuation.
 */
const pieces = (text: string): string[] => text.match(PIECES) ?? [];

/** The longest part of a text that {@link wrap} leaves whole, in cells. */
export const widestPiece = (text: string): number =>
  pieces(text).reduce((widest, piece) => Math.max(widest, cells(piece.trimEnd())), 0);
