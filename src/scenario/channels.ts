import type { Draft } from './draft.ts';

/**
 * Checks channels to Redis that its users run themselves: it can be read from, and nothing else is offered (Alibaba Cloud
 * disaster-recovery white paper, version 2019-07-18, section 7).
 */
export function checkChannels({ components, notes }: Draft): void {
  for (const [name, { spec }] of components) {
    if (spec.kind !== 'redis-sync') continue;
    const at = notes.at('components', name);
    const [from, to] = spec.between.map((store) => isOpenSource(store, components));
    if (to) {
      at.error('into-open-source', `nothing is carried into \`${spec.between[1]}\`: it is open-source Redis`, {
        path: ['between', 1],
        expected: 'a managed store as the second, and direction: one-way',
      });
    } else if (from && spec.direction === 'both') {
      at.error('into-open-source', `nothing is carried back into \`${spec.between[0]}\`: it is open-source Redis`, {
        path: ['between', 0],
        expected: 'direction: one-way',
      });
    }
  }
}

function isOpenSource(store: string, components: Draft['components']): boolean {
  const spec = components.get(store)?.spec;
  return spec?.kind === 'redis' && spec.openSource;
}
