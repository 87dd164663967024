import type { Draft } from '../draft.ts';

/** Servers that never boot: the first fault that stops one takes it for good. */
export function warnOfBoots({ scenario, notes }: Draft): void {
  for (const spec of scenario.components) {
    if (spec.kind !== 'ecs' || spec.boot.mean !== Number.POSITIVE_INFINITY) continue;
    notes
      .at('components', spec.name)
      .warn('never-boots', `a server of \`${spec.name}\` never boots: what has stopped once stays lost`, {
        path: ['boot'],
        expected: 'how long a boot takes; 0s is at once',
        zh: {
          message: `\`${spec.name}\` 的服务器永远启动不了：停过一次就一直丢失`,
          expected: '启动要多久；0s 表示立即',
        },
      });
  }
}
