import type { ComponentSpec as Spec } from '../components/index.ts';
import type { Draft } from './draft.ts';

/**
 * Checks channels to Redis that its users run themselves: it can be read from, and nothing else is offered (Alibaba Cloud
 * disaster-recovery white paper, version 2019-07-18, section 7).
 */
export function checkChannels(draft: Draft): void {
  checkTwins(draft);
  const { components, notes } = draft;
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

/** Two tasks that carry the same would be paid for twice, and neither knows of the other. */
function checkTwins({ components, notes }: Draft): void {
  const known = new Map<string, string>();
  for (const [name, { spec }] of components) {
    for (const way of waysOf(spec)) {
      const other = known.get(way);
      if (other === undefined) known.set(way, name);
      else {
        notes.at('components', name).error('same-way-twice', `\`${other}\` carries that already`, {
          path: [spec.kind === 'redis-sync' ? 'between' : 'to'],
          expected: 'one task from a store to another',
        });
        break;
      }
    }
  }
}

/** What it carries from where to where. */
function waysOf(spec: Spec): string[] {
  if (spec.kind === 'oss-replication') return [`${spec.from} → ${spec.to}`];
  if (spec.kind !== 'redis-sync') return [];
  const [one, other] = spec.between;
  return spec.direction === 'both' ? [`${one} → ${other}`, `${other} → ${one}`] : [`${one} → ${other}`];
}

function isOpenSource(store: string, components: Draft['components']): boolean {
  const spec = components.get(store)?.spec;
  return spec?.kind === 'redis' && spec.openSource;
}
