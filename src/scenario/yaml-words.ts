import { lookalikeBefore, lookalikeFrom, openQuoteIn } from './signs.ts';

/** A mistake in the form of a text, in words of those who write scenarios, and where it stands. */
export interface YamlMistake {
  readonly says: string;
  readonly expected: string;
  readonly from: number;
  readonly to: number;
}

/** What the parser found. Offsets into the text. */
export interface YamlError {
  readonly message: string;
  readonly from: number;
  readonly to: number;
}

type Tell = (text: string, error: YamlError) => Partial<YamlMistake> & Pick<YamlMistake, 'says' | 'expected'>;

const SENTENCES: readonly (readonly [message: RegExp, tell: Tell])[] = [
  [/^All (mapping|sequence) items must start at the same column$/, unlikeOthers],
  [/^A block sequence may not be used as an implicit map key$/, unlikeOthers],
  [/^Tabs are not allowed as indentation$/, () => ({ says: 'a tab indents this line', expected: 'spaces' })],
  [/^Nested mappings are not allowed in compact mappings$/, (text, error) => belowValue(text, error) ?? secondColon],
  [/^Implicit map keys need to be followed by map values$/, () => noColon],
  [/^Plain value cannot start with/, (text, { from }) => startsBadly(text.charAt(from))],
  [/^Unexpected .* at node end$/, () => moreBehind],
  [/^Block collections are not allowed within flow collections$/, () => noComma],
  [/^Missing , (or : )?between .* items$/, () => noComma],
  [/^Unexpected block-seq-ind on same line with key$/, itemAtKey],
  [/sufficiently indented and end with a [\]}]$/, openBracket],
  [/^Missing closing ["']quote$/, openQuote],
];

/** Tells what is known of in plain words; undefined where the words of the parser must do. */
export function inPlainWords(text: string, error: YamlError): YamlMistake | undefined {
  const sign = lookalikeFrom(text, lineStart(text, error.from));
  if (sign !== undefined) return sign;
  const tell = SENTENCES.find(([message]) => message.test(error.message))?.[1];
  return tell && { from: error.from, to: error.to, ...tell(text, error) };
}

const secondColon = {
  says: 'a second `: ` stands on this line',
  expected: 'one key a line, or quotes around a value that holds `: `',
};
const noColon = { says: 'no `:` stands behind this', expected: 'a key with its value, such as `ttl: 60s`' };
const moreBehind = {
  says: 'something stands behind the end of the value',
  expected: 'one value; quotes around all of it',
};
const noComma = { says: 'no `,` stands between two entries', expected: '`,` between the entries within brackets' };

const startsBadly = (sign: string) => ({
  says: `a value cannot begin with \`${sign}\``,
  expected: 'quotes around the value',
});

/** Told at the quote itself: the parser finds it open at the end of the text. */
function openQuote(text: string, { message, from }: YamlError) {
  const quote = message.charAt('Missing closing '.length);
  const begins = openQuoteIn(text);
  const says = `a quote \`${quote}\` is not closed`;
  if (begins === undefined) return { says, expected: `\`${quote}\` before this` };
  const sign = lookalikeBefore(text, from, quote);
  if (sign !== undefined && sign.from > begins) return sign;
  const { to } = textOfLine(text, lineStart(text, begins));
  return { says, expected: `\`${quote}\` where the text ends`, from: begins, to: Math.max(to, begins + 1) };
}

function openBracket(text: string, { message, from }: YamlError) {
  const bracket = message.slice(-1);
  return (
    lookalikeBefore(text, from, bracket) ?? {
      says: `a \`${bracket === ']' ? '[' : '{'}\` is not closed`,
      expected: `\`${bracket}\` before this; lines in between are indented further than its key`,
    }
  );
}

/** A line that begins neither where those beside it do nor where one above does. */
function unlikeOthers(text: string, { from }: YamlError) {
  const start = lineStart(text, from);
  const own = indentAt(text, start);
  return {
    says: `this line is indented by ${spaces(own)}, unlike all to which it could belong`,
    expected: `${indentsAbove(text, start).join(' or ')} spaces before it, as lines above have`,
    ...textOfLine(text, start),
  };
}

/** `in: a` with a line below it that is indented further: told at that line. */
function belowValue(text: string, { from }: YamlError) {
  const start = lineStart(text, from);
  const above = indentAt(text, start);
  const next = nextLine(text, start);
  if (next === undefined || indentAt(text, next) <= above) return undefined;
  return {
    says: `this line is indented by ${spaces(indentAt(text, next))}, below a key that has a value already`,
    expected: `${spaces(above)} before it, as the line above has`,
    ...textOfLine(text, next),
  };
}

function itemAtKey(text: string, { from }: YamlError) {
  const alone = text.slice(lineStart(text, from), from).trim() === '';
  return alone
    ? { says: 'an item of a list stands among keys', expected: 'a key with its value, such as `ttl: 60s`' }
    : { says: 'a list begins on the line of its key', expected: 'its items on lines of their own, or `[one, two]`' };
}

const spaces = (count: number): string => `${count} ${count === 1 ? 'space' : 'spaces'}`;

const lineStart = (text: string, at: number): number => text.lastIndexOf('\n', at - 1) + 1;

const indentAt = (text: string, start: number): number => /^ */.exec(text.slice(start, start + 1_000))![0].length;

/** The beginning of the next line that holds anything but a remark. */
function nextLine(text: string, start: number): number | undefined {
  for (let at = text.indexOf('\n', start) + 1; at > 0 && at < text.length; at = text.indexOf('\n', at) + 1) {
    if (/^[ \t]*[^ \t\r\n#]/.test(text.slice(at, lineEnd(text, at)))) return at;
  }
  return undefined;
}

function lineEnd(text: string, start: number): number {
  const end = text.indexOf('\n', start);
  return end < 0 ? text.length : end;
}

function textOfLine(text: string, start: number): Pick<YamlMistake, 'from' | 'to'> {
  const from = start + indentAt(text, start);
  return { from, to: Math.max(from + 1, start + text.slice(start, lineEnd(text, start)).trimEnd().length) };
}

/** Lines looked at above a mistake. */
const LOOKED_AT = 500;

/** How far the lines above are indented to which another could be added, from the least. */
function indentsAbove(text: string, start: number): number[] {
  const found: number[] = [];
  let end = start - 1;
  for (let i = 0; i < LOOKED_AT && end > 0; i++) {
    const begin = lineStart(text, end);
    const line = text.slice(begin, end);
    const indent = indentAt(text, begin);
    if (/^ *[^ \r#]/.test(line) && indent < (found[0] ?? Number.POSITIVE_INFINITY)) found.unshift(indent);
    end = begin - 1;
  }
  return found;
}
