import type { Us } from '../../src/base/index.ts';
import { replicate } from '../../src/experiment/index.ts';
import { masterKey } from '../../src/random/index.ts';
import { compileScenario } from '../../src/scenario/index.ts';
import { type Happening, listen, read } from '../simulate.ts';

/** What happens in one replication of 20 days, times in seconds after the third day. */
export function happenings(
  text: string,
  seed = '1',
): { at: number; kind: string; thing: string; value: string | number }[] {
  const model = compileScenario(read(text));
  const happened: Happening[] = listen(model);
  replicate(model, masterKey(seed), 0, (20 * 86_400e6) as Us);
  return happened.map(([at, kind, thing, value]) => ({ at: (at - 3 * 86_400e6) / 1e6, kind, thing, value }));
}

/** How many instances of a pool run, each time that changes. */
export const running = (text: string, pool = 'app', seed = '1'): (readonly [at: number, count: number])[] =>
  happenings(text, seed)
    .filter(({ kind, thing }) => kind === 'role running' && thing === pool)
    .map(({ at, value }) => [at, Number(value)] as const);
