import { isAlias, isMap, isScalar, isSeq, type Node, type YAMLMap } from 'yaml';
import { type TextFinding, tagError, textError, tooDeepAt } from './guard.ts';
import { LIMITS } from './limits.ts';
import { keyText, type Source } from './source.ts';

type RawTree = { [key: string]: unknown };

interface Read {
  readonly value: unknown;
  readonly problems: readonly TextFinding[];
}

/** Thrown where reading on would cost more than the answer is worth; never leaves this file. */
class Enough extends Error {
  readonly why: TextFinding;
  constructor(why: TextFinding) {
    super(why.finding.message);
    this.why = why;
  }
}

/**
 * The values of a document as plain maps without a prototype, lists, text, numbers, true, false and null. Aliases are
 * followed, and what they unfold to is counted, so that a small text cannot become a large value.
 */
export function readValues(source: Source): Read {
  const reader = new Reader(source);
  try {
    const value = source.document.contents === null ? undefined : reader.value(source.document.contents, 0);
    return { value, problems: reader.problems };
  } catch (error) {
    if (!(error instanceof Enough)) throw error;
    return { value: undefined, problems: [...reader.problems, error.why] };
  }
}

class Reader {
  readonly problems: TextFinding[] = [];
  readonly #source: Source;
  #count = 0;
  /** Maps and lists around the value at hand. */
  readonly #around = new Set<unknown>();

  constructor(source: Source) {
    this.#source = source;
  }

  value(node: unknown, depth: number): unknown {
    const [from, to] = offsets(node);
    if (depth > LIMITS.depth) throw new Enough(tooDeepAt(from));
    if (++this.#count > LIMITS.values)
      throw new Enough(
        textError('too-many-values', 'the file unfolds to too many values', from, to, `at most ${LIMITS.values}`),
      );
    if (isAlias(node)) return this.value(this.#target(node.resolve(this.#source.document), from, to), depth + 1);
    this.#around.add(node);
    const value = this.#plainly(node, depth);
    this.#around.delete(node);
    return value;
  }

  #plainly(node: unknown, depth: number): unknown {
    const [from, to] = offsets(node);
    if (hasTag(node)) this.problems.push(tagError(from, to));
    if (isMap(node)) return this.#map(node, depth);
    if (isSeq(node)) return node.items.map((item) => this.value(item, depth + 1));
    return isScalar(node) ? plain(node.value) : null;
  }

  #target(node: Node | undefined, from: number, to: number): Node | undefined {
    if (node === undefined) this.problems.push(textError('no-anchor', 'this alias has no anchor before it', from, to));
    if (!this.#around.has(node)) return node;
    const whole = 'an alias of a value that has ended before it';
    this.problems.push(textError('cyclic-alias', 'this alias leads back to where it stands', from, to, whole));
    return undefined;
  }

  #map(node: YAMLMap, depth: number): RawTree {
    const map: RawTree = Object.create(null);
    const places = new Map<string, number>();
    for (const { key, value } of node.items) {
      if (value === null && this.#splitNumber(key)) continue;
      const name = this.#key(key, places);
      if (name === undefined) continue;
      places.set(name, offsets(key)[0]);
      map[name] = this.value(value, depth + 1);
    }
    return map;
  }

  /** Within braces a comma ends a value: the decimals behind it are no key, and their mistake is the comma. */
  #splitNumber(key: unknown): boolean {
    const { text } = this.#source;
    const [from, to] = offsets(key);
    const behind = DECIMALS.exec(text.slice(from, to));
    const before = WHOLE.exec(text.slice(Math.max(0, from - LONGEST_NUMBER), from));
    if (behind === null || before === null) return false;
    const [, whole] = before;
    const message = `\`${whole},${behind[0]}\` is no number: a comma ends the value`;
    const at = from - whole!.length - 1;
    this.problems.push(
      textError(
        'comma',
        message,
        at,
        to,
        THOUSAND.test(behind[0]) ? `no comma: ${whole}${behind[0]}` : `a point: ${whole}.${behind[0]}`,
      ),
    );
    return true;
  }

  #key(key: unknown, places: ReadonlyMap<string, number>): string | undefined {
    const name = keyText(key);
    const [from, to] = offsets(key);
    const refuse = (code: string, problem: string, expected?: string): undefined => {
      this.problems.push(textError(code, problem, from, to, expected));
    };
    if (name === undefined) return refuse('bad-key', 'this key is not a word');
    if (name === '<<') return refuse('merge-key', 'merge keys are not part of the language');
    const first = places.get(name);
    if (first === undefined) return name;
    const { line } = this.#source.lines.position(first);
    return refuse(
      'duplicate-key',
      `\`${name}\` stands here a second time`,
      `one \`${name}\`; the first stands in line ${line}`,
    );
  }
}

/** A number before a comma that no space follows, and what may be its decimals. */
const WHOLE = /:\s+(\d+),$/;
const DECIMALS = /^\d+\s*(?:%|[a-zA-Z]+|\/\s*[a-z]+)?$/;
const LONGEST_NUMBER = 20;
const THOUSAND = /^\d{3}(?!\d)/;

const hasTag = (node: unknown): boolean => (isScalar(node) || isMap(node) || isSeq(node)) && node.tag !== undefined;

/** Tags may make other things of a scalar; the language knows only these. */
const plain = (value: unknown): unknown =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : null;

const offsets = (node: unknown): readonly [number, number] => {
  const range = isScalar(node) || isMap(node) || isSeq(node) || isAlias(node) ? node.range : undefined;
  return range ? [range[0], range[1]] : [0, 0];
};
