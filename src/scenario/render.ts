import stringWidth from 'string-width';
import { inChinese, type Problem } from '../language/index.ts';
import { withoutMark } from './open.ts';

/** Colours a word; each is the identity where there is no terminal. */
export interface Paint {
  readonly error: (text: string) => string;
  readonly warning: (text: string) => string;
  /** Lines that help: source, expectation. */
  readonly dim: (text: string) => string;
}

const plain = (text: string): string => text;

/** How problems are told: in what colours, and in what language where they know it. */
export interface Telling {
  readonly paint?: Paint;
  readonly language?: keyof typeof TOLD;
}

const TOLD = {
  en: {
    severity: { error: 'error:', warning: 'warning:' },
    gap: ' ',
    expected: (text: string) => `expected ${text}`,
    meant: (word: string) => `did you mean \`${word}\`?`,
    more: (count: number) => `and ${count} more like it`,
  },
  zh: {
    severity: { error: '错误：', warning: '警告：' },
    gap: '',
    expected: (text: string) => `应为：${text}`,
    meant: (word: string) => `是否想写 \`${word}\`？`,
    more: (count: number) => `同类还有 ${count} 条`,
  },
} as const;

const UNPAINTED: Paint = { error: plain, warning: plain, dim: plain };

/** Words of the file that are told again: what would steer a terminal or turn the text round is shown as a mark. */
const inert = (text: string): string => text.replace(/[\p{Cc}\p{Cf}]/gu, '\u{fffd}');

/** Warnings of one sort that are told in full. */
const ALIKE = 3;

/** The first few warnings of each sort, and how many more of its sort stand behind the last of them. Errors are all kept. */
export function withoutFloods(problems: readonly Problem[]): readonly (readonly [Problem, more: number])[] {
  const told = new Map<string, number>();
  const shown: (readonly [Problem, number])[] = [];
  for (const problem of problems) {
    const count = (told.get(problem.code) ?? 0) + 1;
    told.set(problem.code, count);
    if (problem.severity === 'error' || count <= ALIKE) shown.push([problem, count]);
  }
  const isLast = (problem: Problem, count: number): boolean => problem.severity === 'warning' && count === ALIKE;
  return shown.map(([problem, count]) => [problem, isLast(problem, count) ? told.get(problem.code)! - ALIKE : 0]);
}

/** Source shown on both sides of what is pointed at, in UTF-16 units; longer lines are cut. */
const CONTEXT = 100;

/**
 * Problems as a person reads them: place, message, the line of the text with a mark under the exact words, what was
 * expected, the nearest valid word. Columns count characters; the mark is set by the cells a terminal uses for them.
 */
export function renderProblems(
  problems: readonly Problem[],
  text: string,
  file: string,
  { paint = UNPAINTED, language = 'en' }: Telling = {},
): string {
  const lines = withoutMark(text).split('\n');
  return withoutFloods(problems)
    .map(([problem, more]) => {
      // What is not said in that language is said in English as a whole.
      const tongue = problem.zh === undefined ? 'en' : language;
      const text = renderProblem(tongue === 'en' ? problem : inChinese(problem), lines, file, { paint, tongue });
      return more > 0 ? `${text}  ${TOLD[tongue].more(more)}\n` : text;
    })
    .join('\n');
}

interface Voice {
  readonly paint: Paint;
  readonly tongue: keyof typeof TOLD;
}

function renderProblem(problem: Problem, lines: readonly string[], file: string, { paint, tongue }: Voice): string {
  const words = TOLD[tongue];
  const colour = paint[problem.severity];
  const { start } = problem.range ?? {};
  const place = start === undefined ? file : `${file}:${start.line}:${start.column}`;
  const out = [`${place}: ${colour(words.severity[problem.severity])}${words.gap}${inert(problem.message)}`];
  if (problem.range !== undefined) out.push(...excerpt(problem.range, lines, colour));
  if (problem.expected !== undefined) out.push(paint.dim(`  ${words.expected(inert(problem.expected))}`));
  if (problem.nearest !== undefined) out.push(`  ${words.meant(inert(problem.nearest))}`);
  return `${out.join('\n')}\n`;
}

function excerpt(
  { start, end }: NonNullable<Problem['range']>,
  lines: readonly string[],
  colour: (text: string) => string,
): string[] {
  const line = (lines[start.line - 1] ?? '').replace(/\r$/, '');
  const from = Math.min(start.column - 1, line.length);
  const to = end.line === start.line ? Math.min(end.column - 1, line.length) : line.length;
  const left = from > CONTEXT ? from - CONTEXT : 0;
  const right = Math.min(line.length, Math.max(to, from) + CONTEXT, from + 2 * CONTEXT);
  const before = (left > 0 ? '…' : '') + line.slice(left, from);
  const pointed = line.slice(from, Math.min(to, right));
  const after = line.slice(Math.min(to, right), right) + (right < line.length ? '…' : '');
  return [
    `  ${before}${pointed}${after}`,
    `  ${blank(before)}${colour(`^${'~'.repeat(Math.max(0, stringWidth(pointed) - 1))}`)}`,
  ];
}

/** As wide as the text, tabs kept so that the mark lands where the terminal puts the word. */
const blank = (text: string): string =>
  text
    .split('\t')
    .map((part) => ' '.repeat(stringWidth(part)))
    .join('\t');
