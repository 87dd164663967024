import { horizonOf, replicate } from '../../src/experiment/index.ts';
import { masterKey } from '../../src/random/index.ts';
import { compileScenario } from '../../src/scenario/index.ts';
import { type Happening, listen, read } from '../simulate.ts';

/** All that happens in 36.5 days of a scenario. */
export function told(text: string): readonly Happening[] {
  const model = compileScenario(read(`hasim: 1\nstart: new\ncatalogue: none\n${text}`));
  const happened = listen(model);
  replicate(model, masterKey('1'), 0, horizonOf(0.1));
  return happened;
}
/** What the data of a store have become, and when. */
export const data = (happened: readonly Happening[], store: string) =>
  happened.filter(([, kind, name]) => kind === 'data' && name === store).map(([at, , , state]) => [state, at]);
/** When, age, lost writes, wrong time and discarded writes of each restore. */
export const restores = (happened: readonly Happening[], store: string) =>
  happened
    .filter(([, kind, name]) => kind === 'restored' && name === store)
    .map(([at, , , value]) => [
      at,
      ...String(value)
        .match(/[\d.]+/g)!
        .map(Number),
    ]);
