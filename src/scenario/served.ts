import type { Scenario, StoreInUse } from './scenario.ts';

/** A store that users are served from while everything works; others, as workloads, by number. */
export interface ServedStore extends Pick<StoreInUse, 'store' | 'users' | 'writers'> {
  readonly at: number;
  readonly heirs: readonly number[];
  readonly rivals: readonly number[];
}

/** Those of a scenario, in the order of `names`, which numbers them. */
export function servedAmong(names: readonly string[], { served }: Pick<Scenario, 'served'>): readonly ServedStore[] {
  const numbers = new Map(names.map((name, at) => [name, at]));
  const numbered = (stores: readonly string[]): number[] => stores.flatMap((store) => numbers.get(store) ?? []);
  return served
    .flatMap(({ heirs, rivals, ...one }): ServedStore[] => {
      const at = numbers.get(one.store);
      return at === undefined ? [] : [{ ...one, at, heirs: numbered(heirs), rivals: numbered(rivals) }];
    })
    .sort((a, b) => a.at - b.at);
}
