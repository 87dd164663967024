/** The first Ctrl-C, as a promise; a second one ends the program at once. */
export interface Interruption {
  readonly stop: Promise<'interrupted'>;
  /** Nobody waits for it any more. */
  readonly release: () => void;
}

export function interruption(): Interruption {
  let release = (): void => {};
  const stop = new Promise<'interrupted'>((resolve) => {
    const interrupt = (): void => {
      process.off('SIGINT', interrupt);
      resolve('interrupted');
    };
    process.on('SIGINT', interrupt);
    release = () => process.off('SIGINT', interrupt);
  });
  return { stop, release };
}
