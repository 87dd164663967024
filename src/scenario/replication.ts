import type { Carries } from '../language/index.ts';
import type { Draft } from './draft.ts';

interface Task extends Carries {
  readonly name: string;
}

/** Checks that writes flow one way: a store has one source at most, and no store gets its own writes back. */
export function checkReplication({ components, notes }: Draft): void {
  const tasks = [...components].flatMap(([name, { carries }]) => (carries === undefined ? [] : [{ name, ...carries }]));
  const sources = new Map<string, Task>();
  for (const task of tasks) {
    const at = notes.at('components', task.name);
    const [from, to] = [components.get(task.from)?.engine, components.get(task.to)?.engine];
    if (from !== undefined && to !== undefined) task.check?.(from, to, at);
    const other = sources.get(task.to);
    if (task.from === task.to) {
      at.error('replicates-to-itself', 'a store cannot replicate to itself', {
        path: ['to'],
        expected: 'another store',
      });
    } else if (other !== undefined) {
      at.error(
        'two-sources',
        `\`${task.to}\` already receives the writes of \`${other.from}\` through \`${other.name}\``,
        {
          path: ['to'],
          expected: 'one replication task into a store',
        },
      );
    } else if (comesFrom(task.from, task.to, sources)) {
      at.error('two-primaries', `\`${task.from}\` receives what \`${task.to}\` writes: both would be primaries`, {
        path: ['to'],
        expected: 'writes that flow one way; a plan may `reverse` the task',
      });
    } else sources.set(task.to, task);
  }
}

/** Whether writes of `origin` reach `store`; each store has one source, so this is a walk upstream. */
function comesFrom(store: string, origin: string, sources: ReadonlyMap<string, Task>): boolean {
  let at: string | undefined = store;
  while (at !== undefined && at !== origin) at = sources.get(at)?.from;
  return at === origin;
}
