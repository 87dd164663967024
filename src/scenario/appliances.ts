import type { Draft } from './draft.ts';

/** Checks that no appliance protects more machines than its model can, and that no pool is protected by itself. */
export function checkAppliances({ components, notes }: Draft): void {
  for (const [name, { spec }] of components) {
    if (spec.kind !== 'bcdr') continue;
    const at = notes.at('components', name);
    const nodes = [spec.from, ...spec.machines.map(({ pool }) => pool)].reduce(
      (sum, machine) => sum + (components.get(machine)?.instances ?? 0),
      0,
    );
    if (nodes > spec.mostNodes) {
      at.error('too-many-nodes', `a ${spec.model} protects ${spec.mostNodes} machines; these are ${nodes}`, {
        path: ['model'],
        expected: 'a larger model, or a second appliance',
      });
    }
    for (const { pool, counterpart } of spec.machines) {
      if (pool !== counterpart) continue;
      at.error('replicates-to-itself', 'a pool cannot stand in for itself', {
        path: ['machines', pool],
        expected: 'a pool in the cloud',
      });
    }
  }
}
