import { type Document, isScalar, parseDocument } from 'yaml';
import { Lines } from './lines.ts';

/** A scenario's text with the places of its values. */
export interface Source {
  readonly text: string;
  readonly document: Document.Parsed;
  readonly lines: Lines;
}

/** Parses without interpreting: no merge keys, no tags of one's own, one document. */
export function parseSource(text: string): Source {
  const document = parseDocument(text, {
    prettyErrors: false,
    uniqueKeys: false,
    merge: false,
    schema: 'core',
    version: '1.2',
    logLevel: 'error',
  });
  return { text, document, lines: new Lines(text) };
}

/** What a key is called: plain numbers and words as they were written, quoted text without its quotes. */
export function keyText(key: unknown): string | undefined {
  if (!isScalar(key)) return undefined;
  return typeof key.value === 'string' ? key.value : key.source || undefined;
}
