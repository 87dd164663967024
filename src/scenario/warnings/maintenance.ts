import { formatDuration } from '../../base/index.ts';
import type { Draft } from '../draft.ts';

/** Planned work that hurts more than it must. */
export function warnOfMaintenance({ scenario, notes }: Draft): void {
  const answers = new Map(
    scenario.components.flatMap((spec) =>
      spec.kind === 'dns' ? spec.answers.map(({ target }) => [target, spec] as const) : [],
    ),
  );
  for (const { component, notice } of scenario.maintenance) {
    if (notice === 0) continue;
    const at = notes.at('components', component, 'maintenance');
    const name = answers.get(component);
    if (name === undefined) {
      at.warn('useless-notice', `no name answers with \`${component}\`, so that nobody can be told to go elsewhere`, {
        path: ['notice'],
        expected: 'notice for what a DNS name answers with',
      });
    } else if (notice < name.ttl) {
      at.warn('short-notice', `caches keep \`${component}\` for ${formatDuration(name.ttl)}, longer than the notice`, {
        path: ['notice'],
        expected: `at least ${formatDuration(name.ttl)}`,
      });
    }
  }
}
