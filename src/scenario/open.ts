import type { Problem } from '../language/index.ts';
import { guardText, type TextFinding, tagError, textError, tooDeepAt } from './guard.ts';
import { LIMITS } from './limits.ts';
import { Lines } from './lines.ts';
import { problemOf } from './problems.ts';
import { isRawMap, type RawRecord } from './raw.ts';
import { parseSource, type Source } from './source.ts';
import { readValues } from './values.ts';
import { inPlainWords, type YamlMistake } from './yaml-words.ts';

type Opened = { readonly raw: RawRecord; readonly source: Source } | { readonly problems: readonly Problem[] };

/** A byte order mark is no part of the text. */
export const withoutMark = (text: string): string => (text.startsWith('\uFEFF') ? text.slice(1) : text);

/** From text to a map of values with places, or the problems of the text itself. */
export function openText(text: string, what: Document = SCENARIO): Opened {
  const refuse = (findings: readonly TextFinding[]): Opened => {
    const lines = new Lines(text);
    return { problems: findings.slice(0, LIMITS.problems).map((finding) => problemOf(finding, lines)) };
  };
  const bad = guardText(text);
  if (bad !== undefined) return refuse([bad]);
  const source = parseOrUndefined(text);
  if (source === undefined) return refuse([tooDeepAt(0)]);
  const broken = syntaxFindings(text, source);
  if (broken.length > 0) return refuse(broken);
  const { value, problems } = readValues(source);
  if (problems.length > 0) return refuse(problems);
  return isRawMap(value) ? { raw: value, source } : refuse([notADocument(value, what)]);
}

/** The parser recurses; nesting that the guard could not see ends as an exhausted stack. */
function parseOrUndefined(text: string): Source | undefined {
  try {
    return parseSource(text);
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

/** One broken line makes the parser stumble over many; these are enough to find it. */
const SYNTAX_PROBLEMS = 20;

function syntaxFindings(text: string, { document: { errors, warnings } }: Source): readonly TextFinding[] {
  const exhausted = errors.find(({ code }) => code === 'RESOURCE_EXHAUSTION');
  if (exhausted !== undefined) return [tooDeepAt(exhausted.pos[0])];
  const found = throughTabs([...errors, ...warnings])
    .slice(0, SYNTAX_PROBLEMS)
    .map(({ code, message, pos: [from, to] }) => {
      const plain = inPlainWords(text, { message, from, to });
      const line = text.lastIndexOf('\n', (plain?.from ?? from) - 1);
      return { from, line, plain, finding: yamlFinding(code, message, plain ?? { from, to }) };
    });
  // Over one mistake the parser stumbles more than once.
  const told = found.filter(({ plain }) => plain !== undefined);
  const first = (one: (typeof found)[number]) => told.find(({ line }) => line === one.line) ?? one;
  const again = (one: (typeof found)[number]) => one.plain === undefined && told.some(({ from }) => from === one.from);
  return found.filter((one) => first(one) === one && !again(one)).map(({ finding }) => finding);
}

/** Below a line that a tab indents nothing stands where the parser looks for it: there only further tabs count. */
function throughTabs<E extends { readonly code: string }>(errors: readonly E[]): readonly E[] {
  const tab = errors.findIndex(({ code }) => code === TAB);
  return tab < 0 ? errors : errors.filter(({ code }, i) => i <= tab || code === TAB);
}
const TAB = 'TAB_AS_INDENT';

function yamlFinding(code: string, message: string, told: YamlMistake | Pick<YamlMistake, 'from' | 'to'>): TextFinding {
  const { from, to } = told;
  if (code === 'MULTIPLE_DOCS')
    return textError('two-documents', 'a second document begins here', from, to, 'one document');
  if (code === 'TAG_RESOLVE_FAILED') return tagError(from, to);
  return 'says' in told
    ? textError('yaml', told.says, from, to, told.expected)
    : textError('yaml', firstLower(message), from, to, 'YAML 1.2');
}

const firstLower = (text: string): string => text.slice(0, 1).toLowerCase() + text.slice(1);

interface Document {
  /** `a scenario`. */
  readonly noun: string;
  /** Its first line: `hasim: 1`. */
  readonly begins: string;
}
const SCENARIO: Document = { noun: 'a scenario', begins: 'hasim: 1' };

function notADocument(value: unknown, { noun, begins }: Document): TextFinding {
  const expected = `a map that begins with \`${begins}\``;
  return value === undefined || value === null
    ? textError('empty', `there is no ${noun.replace(/^an? /, '')} in this file`, 0, 1, expected)
    : textError('not-a-map', `${noun} is a map`, 0, 1, expected);
}
