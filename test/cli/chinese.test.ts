import { mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ts from 'typescript';
import { afterEach, beforeEach, describe, expect, it, test, vi } from 'vitest';
import { inChinese, sentenceInChinese } from '../../src/cli/chinese/index.ts';
import { failureOf } from '../../src/cli/failures.ts';
import { buildProgram } from '../../src/cli/program.ts';
import { said, speakAs, tell } from '../../src/cli/terminal.ts';
import { ENGLISH, voiceOf } from '../../src/cli/voice.ts';
import { phraseInChinese } from '../../src/language/index.ts';
import { SMALL } from './hasim.ts';

/** Stands for what only a run tells. */
const WORD = 'nothing';

/** Whoever refuses, by the name that is called, and which argument is the sentence. */
const REFUSERS: ReadonlyMap<string, number> = new Map([
  ['Refusal', 0],
  ['InvalidArgumentError', 0],
  ['BackendRefused', 0],
  ['Rejection', 1],
  ['HasimError', 1],
  ['tell', 0],
  ['said', 0],
  ['error', 0],
]);

const filesOf = (room: string): string[] =>
  readdirSync(join('src', room), { recursive: true, encoding: 'utf8' })
    .map((file) => join('src', room, file))
    .filter((file) => file.endsWith('.ts') && !file.includes('chinese'));

/** What is filled in: one word or another, such as one for many things; else a word for whatever it is. */
function wordsOf({ expression }: ts.TemplateSpan): string[] {
  if (!ts.isConditionalExpression(expression)) return [WORD];
  const { whenTrue, whenFalse } = expression;
  return ts.isStringLiteral(whenTrue) && ts.isStringLiteral(whenFalse) ? [whenTrue.text, whenFalse.text] : [WORD];
}

/** What is told: a text, with a word for each thing that is filled in. */
function textsOf(node: ts.Expression): string[] {
  if (ts.isStringLiteralLike(node)) return [node.text];
  if (ts.isTemplateExpression(node))
    return node.templateSpans.reduce(
      (begun, span) => begun.flatMap((text) => wordsOf(span).map((word) => text + word + span.literal.text)),
      [node.head.text],
    );
  if (ts.isConditionalExpression(node)) return [...textsOf(node.whenTrue), ...textsOf(node.whenFalse)];
  return ts.isParenthesizedExpression(node) ? textsOf(node.expression) : [];
}

/** Without what another sentence is put into, and without marks. */
const bare = (text: string): string => text.replace(/^hasim: |^ *error: /, '').replaceAll(WORD, '');
/** Told in both languages where they are; or sentences that follow another's: looked at below. */
const ELSEWHERE = /more warnings?|条警告|knows no method|^nothing(; --journal names|\. What is finished)/;

function toldIn(file: string): string[] {
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node) || ts.isNewExpression(node)) {
      const { expression: called } = node;
      const place = REFUSERS.get(ts.isPropertyAccessExpression(called) ? called.name.text : called.getText());
      const sentence = place === undefined ? undefined : node.arguments?.[place];
      if (sentence !== undefined) found.push(...textsOf(sentence));
    }
    if (ts.isPropertyAssignment(node) && node.name.getText() === 'refused') found.push(...textsOf(node.initializer));
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true));
  return found.flatMap((text) => text.split('\n')).filter((text) => /[a-z]{3}/.test(bare(text)));
}

test('no sentence with which anything is refused is without Chinese words', () => {
  const texts = [
    ...filesOf('cli'),
    ...filesOf('backend'),
    ...filesOf('experiment/sweep'),
    'src/base/errors.ts',
  ].flatMap((file) => toldIn(file).map((text) => ({ file, text })));
  expect(texts.length).toBeGreaterThan(75);
  const silent = texts.filter(
    ({ text }) => !ELSEWHERE.test(text) && sentenceInChinese(text.trim().replace(/^hasim: /, '')) === undefined,
  );
  expect(silent).toEqual([]);
});

let told = '';
const place = mkdtempSync(join(tmpdir(), 'hasim-chinese-'));
const at = (name: string): string => join(place, name);

beforeEach(() => {
  told = '';
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => {
    told += String(text);
    return true;
  });
  vi.spyOn(process.stdout, 'write').mockImplementation(() => true);
});
afterEach(() => speakAs(ENGLISH));

/** What a command line that is refused says on stderr, as main does it. */
async function refused(words: readonly string[]): Promise<string> {
  speakAs(await voiceOf(words));
  let code: number | undefined;
  await buildProgram((ended) => {
    code = ended;
  })
    .parseAsync(words, { from: 'user' })
    .catch((error: unknown) => {
      const failure = failureOf(error, words, false);
      code = failure.exitCode;
      if (failure.message !== '') tell(failure.message);
    });
  expect(code, told).toBe(2);
  return told;
}

const file = (name: string, text: string): string => {
  writeFileSync(at(name), text);
  return at(name);
};
const shop = file('shop.yaml', SMALL);
const aimless = file('aimless.yaml', SMALL.replace(/objectives:[\s\S]*/, ''));
const journal = file('finished.jsonl', '{"kind":"heading"}\n');
const notes = file('notes.txt', 'nobody’s notes\n');
mkdirSync(at('full'));
file('full/letter.txt', 'dear\n');
mkdirSync(at('empty'));

/** Every command, and what is wrong with it. */
const COMMANDS: readonly (readonly [why: string, words: readonly string[]])[] = [
  ['no command', ['frobnicate']],
  ['an option that is none', ['run', shop, '--yaers', '3']],
  ['no scenario', ['run']],
  ['no scenario to drill', ['drill']],
  ['too many arguments', ['drill', shop, shop]],
  ['an option without its value', ['run', shop, '--runs']],
  ['a count that is none', ['run', shop, '--runs', 'many']],
  ['years', ['run', shop, '--years', '999']],
  ['a seed', ['run', shop, '--seed', '']],
  ['a precision', ['run', shop, '--precision', '200%']],
  ['a measure of precision', ['run', shop, '--precision', '5%', '--precision-of', 'x']],
  ['a class of precision', ['run', shop, '--precision', '5%', '--precision-of', 'rto:link']],
  ['measures without a precision', ['run', shop, '--precision-of', 'rto']],
  ['a bound without a precision', ['run', shop, '--max-runs', '3']],
  ['a precision beside a count', ['run', shop, '--precision', '5%', '--runs', '3']],
  ['a time', ['run', shop, '--max-time', 'soon']],
  ['workers', ['run', shop, '--workers', '5000']],
  ['a run over machines', ['run', shop, '--redis', 'redis://x']],
  ['to resume nothing', ['run', shop, '--resume']],
  ['a rare method', ['run', shop, '--rare', 'spliting']],
  ['a rare method like none', ['run', '--rare', 'q', shop]],
  ['rare and precise', ['run', shop, '--rare', '--precision', '5%']],
  ['rare and kept', ['run', shop, '--rare', '--out', at('r')]],
  ['a file that is not there', ['run', at('nowhere.yaml')]],
  ['a directory', ['run', place]],
  ['a device', ['run', '/dev/null']],
  ['bytes', ['run', '/usr/bin/env']],
  ['faults that are none', ['run', shop, '--faults', shop]],
  ['a journal with work of others', ['run', shop, '--runs', '1', '--journal', notes]],
  ['a journal that is none', ['run', shop, '--runs', '1', '--journal', journal, '--resume']],
  ['a journal in no directory', ['run', shop, '--runs', '1', '--journal', at('no/where.jsonl')]],
  ['a journal within its bundle', ['run', shop, '--out', at('o'), '--journal', at('o/j.jsonl')]],
  ['a place that is not free', ['run', shop, '--out', at('full')]],
  ['a place that is a file', ['run', shop, '--out', notes]],
  ['a place that cannot be written', ['run', shop, '--out', '/proc/hasim']],
  ['an edition', ['drill', shop, '--edition', 'gbt1']],
  ['a profile', ['drill', shop, '--profile', 'bank']],
  ['a fault', ['drill', shop, '--fault', 'quake']],
  ['a duration', ['drill', shop, '--for', 'ever']],
  ['nothing to check', ['check', aimless]],
  ['a baseline that is not there', ['check', shop, '--baseline', at('none.json')]],
  ['a baseline that is no JSON', ['check', shop, '--baseline', notes]],
  ['a baseline that is no result', ['check', shop, '--baseline', file('some.json', '{}')]],
  ['one scenario to compare', ['compare', shop]],
  ['two from stdin', ['compare', '-', '-']],
  ['two that are not there', ['compare', at('a.yaml'), at('b.yaml')]],
  ['a place for pages', ['compare', shop, shop, '--out', at('full')]],
  ['a workload', ['explain', shop, '--workload', 'order']],
  ['nothing to break', ['falsify', aimless]],
  ['nothing to strike', ['falsify', shop, '--except', 'web,component,instance,zone,region']],
  ['names', ['falsify', shop, '--only', 'a,,b']],
  ['nothing to vary', ['sweep', shop]],
  ['a path', ['sweep', shop, '--set', 'wep.count=2']],
  ['a section', ['sweep', shop, '--set', 'components=2']],
  ['no such component', ['sweep', shop, '--set', 'components.wep.count=2']],
  ['below a value', ['sweep', shop, '--set', 'web.count.more=2']],
  ['a value', ['sweep', shop, '--set', 'web.count=few']],
  ['no value', ['sweep', shop, '--set', 'web.count']],
  ['a range', ['sweep', shop, '--set', 'web.count=4..2']],
  ['a range beside a value', ['sweep', shop, '--set', 'web.count=1..2,3']],
  ['a range without a sample', ['sweep', shop, '--set', 'web.count=1..4']],
  ['too many points', ['sweep', shop, '--set', 'web.count=1..4', '--sample', '999999999']],
  ['a base', ['sweep', shop, '--set', 'web.count=1,2', '--base', '9']],
  ['a share', ['sweep', shop, '--set', 'web.count=1,2', '--shard', '3/2']],
  ['a measure of the front', ['sweep', shop, '--set', 'web.count=1,2', '--pareto', 'beauty']],
  ['a backend', ['sweep', shop, '--set', 'web.count=1,2', '--backend', 'cloud']],
  ['no Redis', ['sweep', shop, '--set', 'web.count=1,2', '--backend', 'bullmq', '--journal', at('s.jsonl')]],
  ['a Redis', ['worker', '--redis', 'http://x']],
  ['an idle time', ['worker', '--idle', 'soon']],
  ['a journal of no sweep', ['merge', journal]],
  ['no journal', ['merge', at('none.jsonl')]],
  ['no bundle', ['verify', at('empty')]],
  ['no folder', ['verify', notes]],
  ['no such folder', ['verify', at('gone')]],
  ['a port', ['serve', place, '--port', '99999']],
  ['a page of nothing', ['serve', at('gone')]],
  ['a file that is there', ['init', shop]],
  ['a file in no directory', ['init', at('no/where.yaml')]],
  ['a scenario to validate', ['validate', at('none.yaml')]],
];

/** Options, names, figures and what is quoted stay as they are written; an English sentence has several small words in a row. */
const SENTENCE = /(?<![-\w./@"'])[a-z]+'?[a-z]*(?: [a-z]+){2,}(?![-\w./])/;
const withoutNames = (text: string): string =>
  text.replaceAll(place, '').replace(/hasim check, run or drill --json/g, '');

describe('under --lang zh', () => {
  it.each(COMMANDS)('%s is refused in Chinese', async (_why, words) => {
    const text = await refused([...words, '--lang', 'zh']);
    expect(text).toMatch(/\p{Script=Han}{2}/u);
    for (const line of text.trim().split('\n')) {
      if (/^\S*hasim: |^error|^\(/.test(line)) expect(line).toMatch(/\p{Script=Han}{2}/u);
    }
    expect(withoutNames(text)).not.toMatch(SENTENCE);
  });

  it('is English where nothing else is said', async () => {
    expect(await refused(['explain', shop, '--workload', 'order'])).toBe(
      'hasim: there is no workload order; expected one of page\n',
    );
  });
});

describe('the voice', () => {
  it('is that of the last --lang before the operands', async () => {
    for (const words of [['--lang', 'zh'], ['--lang=zh'], ['--lang', 'en', '--lang', 'zh']])
      expect(await voiceOf(words)).toBe(inChinese);
    for (const words of [[], ['--lang'], ['--lang=en'], ['--lang', 'zh', '--lang', 'en'], ['--', '--lang', 'zh']])
      expect(await voiceOf(words)).toBe(ENGLISH);
  });

  it('says journals of other work difference by difference', () => {
    expect(
      inChinese(
        'hasim: j.jsonl: this journal cannot be continued: seed: it holds "1", and this would be "2"; years: it holds 3, and this would be 4; name another file\n',
      ),
    ).toBe(
      'hasim: j.jsonl：不能续写此日志：种子：日志中是 "1"，而这次是 "2"；年数：日志中是 3，而这次是 4；请写另一个文件\n',
    );
  });

  it('says what to do about a journal that cannot be written', () => {
    expect(inChinese('hasim: j: the journal cannot be written (no space is left); --journal names another place')).toBe(
      'hasim: j：无法写入日志（空间已满）；用 --journal 写到别处',
    );
    expect(
      inChinese('hasim: j: the journal cannot be written (EIO). What is finished is kept: go on with --resume'),
    ).toBe('hasim: j：无法写入日志（EIO）。已完成的部分保留：用 --resume 继续');
  });

  it('leaves alone what is Chinese or comes from a file', () => {
    const text = 'shop.yaml:3:4: 错误：`x` 不是时长\n  ttl: soon\n       ^~~~\n';
    expect(inChinese(text)).toBe(text);
    expect(said('there is no such file')).toBe('there is no such file');
  });

  it('knows what the parts of sweeps are told with', () => {
    expect(phraseInChinese('with `2` here, web.capacity is wrong: `x` is not a duration')).toContain('此处取 `2` 时');
  });
});
