/**
 * Does work that finishes in any order and hands the results back in the order of the tasks, so that whatever is summed up
 * from them does not depend on who was quicker. At most `window` results are waited for or held at a time. The first
 * failure, in the order of the tasks, ends it.
 */
export async function* inOrder<T, R>(
  tasks: Iterable<T>,
  run: (task: T) => Promise<R>,
  window: number,
): AsyncGenerator<R, void, void> {
  const waiting: Promise<R>[] = [];
  const next = tasks[Symbol.iterator]();
  const fill = (): void => {
    while (waiting.length < window) {
      const { done, value } = next.next();
      if (done === true) return;
      const result = run(value);
      // A later one may fail while an earlier one is waited for: it is told in its turn.
      result.catch(() => {});
      waiting.push(result);
    }
  };
  for (fill(); waiting.length > 0; fill()) yield await waiting.shift()!;
}
