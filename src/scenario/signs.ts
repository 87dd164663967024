/** Signs that look like those of YAML and are read as text, and what was meant. */
const MEANT: Readonly<Record<string, string>> = {
  '：': ': ',
  '，': ', ',
  '、': ', ',
  '｛': '{',
  '｝': '}',
  '［': '[',
  '］': ']',
  '“': '"',
  '”': '"',
  '\u00a0': ' ',
  '\u3000': ' ',
};

const LOOKALIKE = new RegExp(`[${Object.keys(MEANT).join('')}]`, 'u');

/** Text with the signs of YAML in place of those that only look like them; undefined where there are none. */
export function withOwnSigns(text: string): string | undefined {
  if (!LOOKALIKE.test(text)) return undefined;
  return text.replace(new RegExp(`(${LOOKALIKE.source}) *`, 'gu'), (_, sign: string) => MEANT[sign]!).trim();
}

/** A sign that looks like one of YAML, in words of those who write scenarios, and where it stands. */
interface Lookalike {
  readonly says: string;
  readonly expected: string;
  readonly from: number;
  readonly to: number;
}

/** The first such sign of a line from an offset on, out of quotes and remarks. */
export function lookalikeFrom(text: string, from: number): Lookalike | undefined {
  const end = text.indexOf('\n', from);
  const line = bare(text.slice(from, end < 0 ? text.length : end)).text;
  const at = line.search(LOOKALIKE);
  return at < 0 ? undefined : told(line.charAt(at), from + at);
}

/** The last full-width form of a closing sign before an offset. */
export function lookalikeBefore(text: string, before: number, closing: string): Lookalike | undefined {
  const sign = { '}': '｝', ']': '］', '"': '”' }[closing];
  const at = sign === undefined ? -1 : text.lastIndexOf(sign, before);
  return sign === undefined || at < 0 ? undefined : told(sign, at);
}

function told(sign: string, at: number): Lookalike {
  const meant = MEANT[sign]!;
  const place = { from: at, to: at + 1 };
  if (meant === ' ') {
    const code = sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0');
    return { says: `a space of another kind stands here, U+${code}`, expected: 'a plain space', ...place };
  }
  const plain = meant.trim();
  return {
    says: `\`${sign}\` is a full-width sign, which YAML reads as text`,
    expected: plain === meant ? `\`${plain}\`` : `\`${plain}\` and a space`,
    ...place,
  };
}

/** Where a quote begins that nothing closes. */
export const openQuoteIn = (text: string): number | undefined => bare(text).open;

/** A text with `x` for all that stands in quotes and remarks, as long as it was; and where a quote is left open. */
function bare(text: string): { readonly text: string; readonly open?: number } {
  const token = /(?<=^|[\s[{,:-])(?:"[^"\\]*(?:\\.[^"\\]*)*"|'[^']*(?:''[^']*)*'|["'])|(?<=^|\s)#[^\n]*/gsu;
  let open: number | undefined;
  const rest = text.replace(token, (found: string, at: number) => {
    if (found.length === 1 && found !== '#') open ??= at;
    return 'x'.repeat(found.length);
  });
  return open === undefined ? { text: rest } : { text: rest, open };
}
