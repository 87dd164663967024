import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BlockWork } from '../../src/backend/block-work.ts';
import { placeOf } from '../../src/backend/bullmq/index.ts';
import {
  BlockFailed,
  type BlockTask,
  conductSweep,
  Journal,
  type Pool,
  redisAddress,
} from '../../src/backend/index.ts';
import { Models } from '../../src/backend/models.ts';
import { type ReadySweep, readOrder, Sweep } from '../../src/experiment/index.ts';
import { SMALL } from '../cli/hasim.ts';

const SCENARIO = { text: SMALL, name: 'small' };

function ready(): ReadySweep {
  const options = { runs: 100, years: 1, seed: 'x' };
  const scenario = { ...SCENARIO, file: 'small.yaml', sha256: 's' };
  const read = readOrder({ scenario, sets: ['web.faults.crash.repair=5m,10m', 'web.count=1,2'], sweep: null, options });
  if (!('plan' in read)) throw new Error(JSON.stringify(read));
  return read;
}

const models = new Models();
function tapeOf(task: BlockTask): Float64Array {
  const work = new BlockWork(models.of(task.scenario), task);
  for (;;) {
    const tape = work.advance();
    if (tape !== undefined) return tape;
  }
}

/** A pool whose blocks are finished after so many turns each. */
const pool = (turns: () => number, run = tapeOf): Pool => ({
  size: 3,
  run: async (task) => {
    for (let i = turns(); i > 0; i--) await Promise.resolve();
    return run(task);
  },
  close: async () => {},
});

const fresh = () => new Journal(join(mkdtempSync(join(tmpdir(), 'hasim-sweep-')), 'j.jsonl'), { of: 'a test' }, false);
const NEVER = new Promise<'interrupted'>(() => {});

describe('a sweep on a pool', () => {
  const { plan, variants } = ready();
  const alone = new Sweep(plan, variants);
  while (alone.step());
  const wanted = JSON.stringify(alone.result());

  it('has the bytes of one thread, in whatever order blocks are finished', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat(12), { minLength: 8, maxLength: 8 }), async (delays) => {
        const sweep = new Sweep(plan, variants);
        let i = 0;
        const journal = fresh();
        const work = { pool: pool(() => delays[i++ % 8]!), scenario: SCENARIO, journal, stop: NEVER };
        expect(await conductSweep(sweep, work)).toBe('done');
        expect(JSON.stringify(sweep.result())).toBe(wanted);
        expect(journal.count('block')).toBe(8);
        journal.close();
      }),
      { numRuns: 6 },
    );
  });

  it('runs no block again that its journal holds, and keeps those before a failure', async () => {
    const journal = fresh();
    const failing = pool(
      () => 0,
      (task) => {
        if (task.scenario.changes![1]!.value === 2 && task.index === 1)
          throw new BlockFailed(task, 70, 'error', 'so it is');
        return tapeOf(task);
      },
    );
    const first = new Sweep(plan, variants);
    const work = { scenario: SCENARIO, journal, stop: NEVER };
    await expect(conductSweep(first, { ...work, pool: failing })).rejects.toThrow('so it is');
    expect([...first.records.keys()]).toEqual([0]);
    const kept = journal.count('block');
    expect(kept).toBeGreaterThan(2);
    let run = 0;
    const second = new Sweep(plan, variants);
    const counting = pool(
      () => 0,
      (task) => {
        run += 1;
        return tapeOf(task);
      },
    );
    await conductSweep(second, { ...work, pool: counting });
    expect(run).toBe(8 - kept);
    expect(JSON.stringify(second.result())).toBe(wanted);
    journal.close();
  });
});

describe('the address of a Redis', () => {
  it.each([
    ['redis://host', { host: 'host', port: 6379, db: 0, tls: false }],
    ['rediss://u:p%40ss@host:7000/3', { host: 'host', port: 7000, db: 3, tls: true, username: 'u', password: 'p@ss' }],
    ['redis://:secret@[::1]:6380', { host: '::1', port: 6380, db: 0, tls: false, password: 'secret' }],
    ['http://host', undefined],
    ['host:6379', undefined],
    ['redis://host/x', undefined],
  ])('%s', (text, address) => {
    expect(redisAddress(text)).toEqual(address);
    if (address !== undefined) expect(placeOf(address)).not.toMatch(/secret|p@ss|p%40ss/);
  });
});
