import { describe, expect, it } from 'vitest';
import { Refusal } from '../../src/cli/exits.ts';
import { failureOf, fitted } from '../../src/cli/failures.ts';
import { progressText } from '../../src/cli/progress.ts';
import { HasimError, wordsOf } from '../../src/index.ts';

describe('a failure', () => {
  it('that a user can put right is one line with exit code 2', () => {
    expect(failureOf(new Refusal('x.yaml: there is no such file'), [], false)).toEqual({
      message: 'hasim: x.yaml: there is no such file\n',
      exitCode: 2,
    });
  });

  it('fits a terminal, word for word, and a longer word is left whole', () => {
    const path = `/a/${'folder/'.repeat(14)}x.yaml`;
    const message = `hasim: there are ${Array.from({ length: 40 }, (_, i) => `zone:cn-beijing/${i}`).join(', ')}, and ${path} too\n`;
    const lines = fitted(message).trimEnd().split('\n');
    expect(lines.length).toBeGreaterThan(8);
    expect(lines.filter((line) => line.length > 80)).toEqual([path]);
    expect(lines.join(' ')).toBe(message.trimEnd());
    expect(fitted('hasim: short\n')).toBe('hasim: short\n');
    expect(fitted(`a\n${'  ^ '.repeat(40)}\n`)).toBe(`a\n${'  ^ '.repeat(40)}\n`);
  });

  it('at a limit of the simulation is the scenario’s, not hasim’s', () => {
    const error = new HasimError('too-many-events', 'more than 10 events in one replication');
    expect(failureOf(error, [], false)).toEqual({ message: `hasim: ${error.message}\n`, exitCode: 2 });
  });

  it('that nobody foresaw is a fault of hasim itself, with the command that replays it', () => {
    const { message, exitCode } = failureOf(new TypeError('x is not y'), ['run', 'a b.yaml', '--seed', "it's"], false);
    expect(exitCode).toBe(4);
    expect(message).toContain('a fault of hasim itself: x is not y');
    expect(message).toContain("hasim run 'a b.yaml' --seed 'it'\\''s'");
    expect(message).not.toContain('failures.test');
  });

  it('tells no password of an address that was given', () => {
    const { message } = failureOf(new TypeError('x'), ['worker', '--redis=rediss://u:p@ss/word@host:1'], false);
    expect(message).toContain('rediss://***@host:1');
    expect(message).not.toMatch(/p@ss|word@/);
  });

  it('that breaks an invariant is one too', () => {
    expect(failureOf(new HasimError('broken-invariant', 'time went back'), [], false).exitCode).toBe(4);
  });

  it('shows where it happened only when asked', () => {
    expect(failureOf(new TypeError('x'), [], true).message).toContain('failures.test');
    expect(failureOf('thrown text', [], true)).toMatchObject({
      exitCode: 4,
      message: expect.stringContaining('thrown text'),
    });
  });
});

describe('progress', () => {
  it('tells the rate and the time left', () => {
    expect(progressText({ done: 320, asked: 1_000 }, 2, wordsOf('en'))).toBe(
      'run 320 of 1000 · 160 runs/s · 4.3 s left',
    );
    expect(progressText({ done: 320, asked: 1_000 }, 2, wordsOf('zh'))).toBe(
      '第 320 次，共 1000 次 · 每秒 160 次 · 还需 4.3 秒',
    );
  });

  it('knows no rate before anything is done', () => {
    expect(progressText({ done: 0, asked: 10 }, 1, wordsOf('en'))).toBe('run 0 of 10');
  });
});
