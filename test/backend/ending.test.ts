import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import { Ending } from '../../src/backend/ending.ts';

const never = new Promise<'never'>(() => {});

describe('what may end work', () => {
  it('gives what is waited for, until something ends the work', async () => {
    let stop = (_: 'stop'): void => {};
    const ending = new Ending<'stop' | 'never'>(
      never,
      new Promise((resolve) => {
        stop = resolve;
      }),
    );
    expect(await ending.before(Promise.resolve(1))).toBe(1);
    await expect(ending.before(Promise.reject(new Error('broken')))).rejects.toThrow('broken');
    const waiting = ending.before(never);
    stop('stop');
    expect(await waiting).toBe('stop');
    expect(await ending.before(never)).toBe('stop');
  });

  it('holds nothing of what it has given', async () => {
    setFlagsFromString('--expose-gc');
    const collect = runInNewContext('gc') as () => void;
    const ending = new Ending(never);
    const refs: WeakRef<object>[] = [];
    for (let i = 0; i < 10; i++) refs.push(new WeakRef((await ending.before(Promise.resolve({ i }))) as object));
    await new Promise((resolve) => setTimeout(resolve, 10));
    collect();
    // What came last may still be in the hands of whoever waited for it.
    expect(refs.slice(0, 9).filter((ref) => ref.deref() !== undefined)).toEqual([]);
  });
});
