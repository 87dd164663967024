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
        zh: {
          message: `没有域名以 \`${component}\` 作应答，无法让人改走别处`,
          expected: '只为域名的应答写 notice',
        },
      });
    } else if (notice < name.ttl) {
      at.warn('short-notice', `caches keep \`${component}\` for ${formatDuration(name.ttl)}, longer than the notice`, {
        path: ['notice'],
        expected: `at least ${formatDuration(name.ttl)}`,
        zh: {
          message: `缓存会保留 \`${component}\` ${formatDuration(name.ttl)}，比提前量长`,
          expected: `至少 ${formatDuration(name.ttl)}`,
        },
      });
    }
  }
}
