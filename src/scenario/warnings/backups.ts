import { formatDuration, type Us } from '../../base/index.ts';
import type { BackupSpec } from '../../language/index.ts';
import type { Draft } from '../draft.ts';

/** Backups that are dropped before the next full one is there: for a part of the time nothing can be restored. */
export function warnOfBackups({ components, notes }: Draft): void {
  for (const { spec } of components.values()) {
    const backups = 'backups' in spec ? spec.backups : undefined;
    if (backups === undefined || backups.keep > apart(backups)) continue;
    const [kept, gap] = [formatDuration(backups.keep), formatDuration(apart(backups))];
    notes
      .at('components', spec.name)
      .warn('short-keep', `backups of \`${spec.name}\` are dropped after ${kept}, and full ones are ${gap} apart`, {
        expected: `kept for more than ${gap}: else there are times at which nothing can be restored`,
        zh: {
          message: `\`${spec.name}\` 的备份保留 ${kept} 即删除，而两次全量备份相隔 ${gap}`,
          expected: `保留超过 ${gap}：否则有时没有任何备份可以恢复`,
        },
      });
  }
}

/** The longest time from a full backup to the next one, µs. */
function apart({ full: { cycle, at } }: BackupSpec): Us {
  const next = [...at.slice(1), at[0]! + cycle];
  return Math.max(...next.map((instant, i) => instant - at[i]!)) as Us;
}
