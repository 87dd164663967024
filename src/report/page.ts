import { cells, clean, PAGE_CELLS, padEnd, wrap } from './cells.ts';
import type { Ink } from './ink.ts';
import type { Words } from './words/index.ts';

/** What every section needs: the words of a language, and colours. */
export interface Page {
  readonly words: Words;
  readonly ink: Ink;
}

/** Lines of at most {@link PAGE_CELLS} cells. */
export type Lines = readonly string[];

const INDENT = 2;
const LABEL = 18;

/** The title of a section, what it is about at the right edge; beneath it where that is too long for the line. */
export function title(text: string, about: string, { ink }: Page): Lines {
  const room = PAGE_CELLS - cells(text) - 2;
  const told = clean(about);
  if (told === '') return [ink.strong(text)];
  if (cells(told) > room) return [ink.strong(text), ...paragraph(told).map(ink.dim)];
  return [ink.strong(`${padEnd(text, PAGE_CELLS - cells(told))}${told}`)];
}

/** What a part of a section is about: a workload, a store. */
export const subtitle = (text: string, { ink }: Page): string[] => paragraph(clean(text)).map(ink.strong);

/** A paragraph, indented. */
export const paragraph = (text: string, indent = INDENT): string[] =>
  wrap(text, PAGE_CELLS - indent).map((line) => ' '.repeat(indent) + line);

/** `label   text`, the text wrapped beneath itself; a label that is too long stands above it. */
export function labelled(label: string, text: string, { ink }: Page, indent = 2 * INDENT, width = LABEL): string[] {
  const isLong = cells(label) >= width;
  const above = isLong ? wrap(label, PAGE_CELLS - indent).map((line) => ' '.repeat(indent) + ink.dim(line)) : [];
  const beside = wrap(text, PAGE_CELLS - indent - width).map((line, index) => {
    const left = padEnd(index === 0 && !isLong ? label : '', width);
    return `${' '.repeat(indent)}${ink.dim(left)}${line}`;
  });
  return [...above, ...beside];
}
