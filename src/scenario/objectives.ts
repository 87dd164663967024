import { near, oneOf, PLACE_KINDS } from '../language/index.ts';
import type { Draft } from './draft.ts';

/** Checks that objectives are about workloads and places that there are. */
export function checkObjectives({ scenario, notes }: Draft, workloads: ReadonlySet<string>): void {
  const at = notes.at('objectives');
  for (const objective of scenario.objectives) {
    if (objective.kind === 'availability' && !workloads.has(objective.workload)) {
      at.error('unknown-name', `there is no workload \`${objective.workload}\``, {
        path: ['availability', objective.workload],
        expected: workloads.size === 0 ? 'a workload, of which there is none' : oneOf([...workloads]),
        ...near(objective.workload, workloads),
        atKey: true,
      });
    }
    const kinds = new Set<string>(scenario.places.map(({ kind }) => kind));
    if ('scope' in objective && isPlaceKind(objective.scope) && !kinds.has(objective.scope)) {
      at.error('no-such-scope', `there is no ${objective.scope} that could be lost`, {
        path: [objective.kind, 'scope'],
        expected: oneOf([...kinds]),
      });
    }
  }
}

const isPlaceKind = (scope: string): boolean => PLACE_KINDS.some((kind) => kind === scope);
