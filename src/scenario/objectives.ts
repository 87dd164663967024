import { near, oneOf } from '../language/index.ts';
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
    if (objective.kind === 'site-lost' && !scenario.places.some(({ kind }) => kind === objective.scope)) {
      at.error('no-such-scope', `there is no ${objective.scope} that could be lost`, {
        path: ['site-lost', 'scope'],
        expected: oneOf([...new Set(scenario.places.map(({ kind }) => kind))]),
      });
    }
  }
}
