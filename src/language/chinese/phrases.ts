/**
 * An English sentence and the Chinese one. `{}` stands for words of the scenario, which stay as they are written; `{~}` for
 * another phrase, which is said in Chinese too; `{?}` for either. The Chinese one names them by their places: `{1}`, `{2}`.
 */
export type Phrase = readonly [english: string, chinese: string];

interface Known {
  readonly pattern: RegExp;
  readonly holes: readonly string[];
  readonly chinese: string;
}

/** Says sentences in Chinese by a list of phrases; the first that fits is taken. */
export class PhraseBook {
  private readonly phrases: readonly Phrase[];
  private readonly whole = new Map<string, string>();
  private patterns: readonly Known[] | undefined;

  constructor(phrases: readonly Phrase[]) {
    this.phrases = phrases.flatMap(withoutExample);
    for (const [english, chinese] of this.phrases) if (!HOLE.test(english)) this.whole.set(english, chinese);
  }

  /** Undefined for what no phrase says. */
  say(text: string): string | undefined {
    const whole = this.whole.get(text);
    if (whole !== undefined) return whole;
    if (isCode(text)) return text;
    this.patterns ??= this.phrases.filter(([english]) => HOLE.test(english)).map(known);
    for (const one of this.patterns) {
      const said = this.fill(one, one.pattern.exec(text));
      if (said !== undefined) return said;
    }
    return this.alternatives(text);
  }

  private fill({ holes, chinese }: Known, found: RegExpExecArray | null): string | undefined {
    if (found === null) return undefined;
    const parts = holes.map((hole, i) => (hole === '{}' ? found[i + 1]! : this.part(hole, found[i + 1]!)));
    if (parts.some((part) => part === undefined)) return undefined;
    return chinese.replace(/\{(\d)\}/g, (_, place: string) => parts[Number(place) - 1]!);
  }

  private part(hole: string, text: string): string | undefined {
    return this.say(text) ?? (hole === '{?}' ? text : undefined);
  }

  /** `this, or that`; a phrase may hold such words itself. */
  private alternatives(text: string): string | undefined {
    const parts = text.split(OR);
    for (let i = parts.length - 1; i > 0; i--) {
      const [first, rest] = [parts.slice(0, i), parts.slice(i)].map((some) => this.say(some.join(OR)));
      if (first !== undefined && rest !== undefined) return `${first}，或${rest}`;
    }
    return undefined;
  }
}

const OR = ', or ';

const HOLE = /\{[~?]?\}/;
const HOLES = /\{[~?]?\}/g;

/** What stands between backticks alone is as it is written in any language. */
const isCode = (text: string): boolean => /^`[^`]*`$/.test(text);

const quoted = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

function known([english, chinese]: Phrase): Known {
  const between = english.split(HOLES).map(quoted);
  return { pattern: new RegExp(`^${between.join('(.+?)')}$`, 'su'), holes: english.match(HOLES) ?? [], chinese };
}

/** `a size such as 200GB` is also said without its example: `… is not a size`. */
function withoutExample(phrase: Phrase): Phrase[] {
  const [english, chinese] = phrase;
  const short = english.replace(/,? such as .*$/s, '');
  return short === english ? [phrase] : [phrase, [short, chinese.replace(/，例如.*$/s, '')]];
}
