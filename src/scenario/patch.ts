import { type Document, isMap, isScalar, parseDocument } from 'yaml';
import { withoutMark } from './open.ts';

/** What a file of faults says of a scenario; the rest of the scenario stays. */
const TAKEN = ['catalogue', 'faults'];

/**
 * A scenario in which the faults of another text strike, and nothing else does. The other text is a list of faults on
 * schedule, or a map with `faults`; it is put behind the scenario as it is, so that its mistakes are reported with its words.
 * Undefined where one of the two is no YAML of that form.
 */
export function withFaultsOnly(scenario: string, faults: string): string | undefined {
  const text = withoutMark(scenario);
  const list = listOf(withoutMark(faults));
  const document = parseDocument(text, { schema: 'core', version: '1.2', merge: false, logLevel: 'silent' });
  if (list === undefined || document.errors.length > 0 || !isMap(document.contents)) return undefined;
  const rest = isPlain(text, document) && !END.test(text) ? cutOut(text, document) : rewritten(document);
  return `${rest.replace(/\n*$/, '\n')}catalogue: scheduled\nfaults:${list}`;
}

/** The end of a document, behind which nothing may stand. */
const END = /^\.\.\.\s*$/m;

/** Whether sections stand one below the other from the left edge on. */
function isPlain(text: string, { contents }: Document): boolean {
  if (!isMap(contents) || contents.flow === true) return false;
  const [first] = contents.items;
  const from = first !== undefined && isScalar(first.key) ? (first.key.range?.[0] ?? 0) : 0;
  return from === 0 || text[from - 1] === '\n';
}

/** The list in a text of faults, as it stands behind `faults:`. */
function listOf(text: string): string | undefined {
  const document = parseDocument(text, { schema: 'core', version: '1.2', merge: false, logLevel: 'silent' });
  if (document.errors.length > 0) return undefined;
  const whole = plain(document);
  const list: unknown = isRecord(whole) ? whole.faults : whole;
  if (!Array.isArray(list)) return undefined;
  return ` ${JSON.stringify(list)}\n`;
}

/** Aliases that unfold without end are no list of faults. */
function plain(document: Document): unknown {
  try {
    return document.toJS();
  } catch {
    return undefined;
  }
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A scenario that cannot be cut: written anew. */
function rewritten(document: Document): string {
  for (const key of TAKEN) document.delete(key);
  if (isMap(document.contents)) document.contents.flow = false;
  if (document.directives !== undefined) document.directives.docEnd = false;
  return document.toString();
}

/** The text without two of its sections, everything else as it was. */
function cutOut(text: string, document: Document): string {
  if (!isMap(document.contents)) return text;
  const items = document.contents.items;
  const starts = items.map(({ key }) => (isScalar(key) ? (key.range?.[0] ?? 0) : 0));
  let rest = text;
  for (let i = items.length - 1; i >= 0; i--) {
    const { key } = items[i]!;
    if (!isScalar(key) || !TAKEN.includes(String(key.value))) continue;
    rest = rest.slice(0, starts[i]!) + rest.slice(starts[i + 1] ?? text.length);
  }
  return rest;
}
