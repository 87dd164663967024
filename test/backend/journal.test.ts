import { appendFileSync, mkdtempSync, readFileSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Journal, JournalRefused, JournalUnwritable, packed, unpacked } from '../../src/backend/index.ts';

const scratch = (): string => join(mkdtempSync(join(tmpdir(), 'hasim-journal-')), 'work.jsonl');
const HEADING = { command: 'run', version: '0.1.0', seed: '1', runs: 100 };
const block = (key: number) => ({ kind: 'block', key: String(key), payload: { 数: key, text: 'x'.repeat(key) } });

function written(file: string, count: number): void {
  const journal = new Journal(file, HEADING, false);
  for (let key = 0; key < count; key++) journal.append(block(key));
  journal.close();
}

describe('a journal', () => {
  it('gives back what was written, by kind and key', () => {
    const file = scratch();
    written(file, 5);
    const journal = new Journal(file, HEADING, true);
    expect(journal.count('block')).toBe(5);
    expect(journal.read('block', '3')).toEqual(block(3).payload);
    expect(journal.read('block', '5')).toBeUndefined();
    expect(journal.read('point', '3')).toBeUndefined();
    expect(journal.damaged).toBe(0);
    journal.close();
  });

  it('takes a late duplicate for what it is', () => {
    const file = scratch();
    written(file, 3);
    const { size } = statSync(file);
    const journal = new Journal(file, HEADING, true);
    journal.append({ ...block(1), payload: 'other' });
    journal.close();
    expect(statSync(file).size).toBe(size);
  });

  it('loses no more than the line in which it was torn, wherever that is, and is whole again', () => {
    const whole = scratch();
    written(whole, 6);
    const bytes = readFileSync(whole);
    fc.assert(
      fc.property(fc.integer({ min: 0, max: bytes.length }), fc.boolean(), (length, zeros) => {
        const file = scratch();
        writeFileSync(file, bytes.subarray(0, length));
        // What a loss of power leaves where the size of a file was kept and its bytes were not.
        if (zeros) appendFileSync(file, Buffer.alloc(17));
        const kept = bytes.subarray(0, length).toString('utf8').split('\n').length - 1;
        const journal = new Journal(file, HEADING, true);
        expect(journal.count('block')).toBe(Math.max(0, kept - 1));
        for (let key = 0; key < 6; key++) journal.append(block(key));
        journal.close();
        expect(readFileSync(file)).toEqual(bytes);
      }),
      { numRuns: 60 },
    );
  });

  it('drops a damaged line from the middle and says so', () => {
    const file = scratch();
    written(file, 4);
    const lines = readFileSync(file, 'utf8').split('\n');
    lines[2] = lines[2]!.replace('数', '树');
    writeFileSync(file, lines.join('\n'));
    const journal = new Journal(file, HEADING, true);
    expect(journal.damaged).toBe(1);
    expect([0, 1, 2, 3].map((key) => journal.has('block', String(key)))).toEqual([true, false, true, true]);
    journal.append(block(1));
    expect(journal.read('block', '1')).toEqual(block(1).payload);
    journal.close();
  });

  it('refuses other work, and says what differs', () => {
    const file = scratch();
    written(file, 2);
    expect(() => new Journal(file, { ...HEADING, seed: '2' }, true)).toThrow(
      /seed: it holds "1", and this would be "2"/,
    );
    expect(() => new Journal(file, { ...HEADING, rare: true }, true)).toThrow(/rare: it holds nothing/);
    expect(() => new Journal(file, HEADING, false)).toThrow(JournalRefused);
  });

  it('refuses what is no journal, and leaves it as it is', () => {
    for (const notes of ['my notes\nof years\n', 'my notes', '{"kind":"else"}\n']) {
      const file = scratch();
      writeFileSync(file, notes);
      expect(() => new Journal(file, HEADING, true)).toThrow(JournalRefused);
      expect(readFileSync(file, 'utf8')).toBe(notes);
    }
  });

  it('begins where there is nothing, and refuses where nothing can be', () => {
    const file = scratch();
    written(file, 0);
    truncateSync(file, 20);
    const journal = new Journal(file, HEADING, true);
    expect(journal.count('block')).toBe(0);
    journal.close();
    expect(() => new Journal('/nowhere/at/all', HEADING, true)).toThrow(JournalUnwritable);
  });

  it('is a regular file', () => {
    expect(() => new Journal('/dev/zero', HEADING, true)).toThrow(/no regular file/);
  });
});

describe('packed numbers', () => {
  it('come back to the last bit', () => {
    fc.assert(
      fc.property(fc.float64Array(), (cells) => {
        expect(Buffer.from(unpacked(packed(cells)).buffer)).toEqual(
          Buffer.from(cells.buffer, cells.byteOffset, cells.byteLength),
        );
      }),
    );
  });
});
