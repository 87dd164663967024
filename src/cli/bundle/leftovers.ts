import { existsSync, lstatSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';

/** Files wait in a folder so called, within the one that they are for, until all are written. */
const WAITING = /^\.fresh-(\d+)(?:-\d+)?$/;

/** A name for such a folder of this process that nothing has yet. */
export function waitingName(place: string): string {
  const usual = `.fresh-${process.pid}`;
  let name = usual;
  for (let i = 1; existsSync(join(place, name)); i++) name = `${usual}-${i}`;
  return name;
}

/** The folders so called that a process has left behind that was killed while it wrote. That of one that still runs is none of them. */
export function leftoversIn(place: string): string[] {
  if (!existsSync(place)) return [];
  return readdirSync(place).filter((name) => {
    const pid = WAITING.exec(name)?.[1];
    return pid !== undefined && isGone(Number(pid)) && lstatSync(join(place, name)).isDirectory();
  });
}

export function removeLeftovers(place: string): void {
  for (const name of leftoversIn(place)) rmSync(join(place, name), { recursive: true, force: true });
}

/**
 * What a path within a folder is that is left behind was to be called: `.fresh-7/charts/a.png` is `charts/a.png`, and so is
 * `.fresh-7/charts.old/a.png`, which was on its way out. Empty for the folder itself; undefined for what is not left behind.
 */
export function meantBy(name: string, leftovers: readonly string[]): string | undefined {
  const [first = '', second = '', ...rest] = name.split('/');
  if (!leftovers.includes(first)) return undefined;
  return [second.replace(/\.old$/, ''), ...rest].join('/');
}

/** Whether no process of that number runs here. This one writes nothing else at the same time. */
export function isGone(pid: number): boolean {
  if (pid === process.pid) return true;
  try {
    process.kill(pid, 0);
    return false;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'ESRCH';
  }
}
