import { writeFileSync } from 'node:fs';
import type { Language } from '../../index.ts';
import { EXIT, type ExitCode, Refusal } from '../exits.ts';
import { isDirectory, shown } from '../input.ts';
import { STARTER } from '../starter.ts';
import { print, said } from '../terminal.ts';
import { unwritable } from '../writable.ts';

export interface InitFlags {
  readonly force?: boolean;
  readonly lang: Language;
}

/** `hasim init`: writes a scenario to begin with; `-` prints it. */
export async function init(file: string, { force = false, lang }: InitFlags): Promise<ExitCode> {
  const starter = lang === 'zh' ? (await import('../chinese/starter.ts')).STARTER_ZH : STARTER;
  if (file === '-') print(starter);
  else {
    write(file, starter, force);
    print(`${said(`Wrote ${shown(file)}. Next: hasim run ${shown(file)}`)}\n`);
  }
  return EXIT.done;
}

function write(file: string, text: string, force: boolean): void {
  if (isDirectory(file)) throw new Refusal(`${shown(file)}: this is a directory; name a file`);
  try {
    writeFileSync(file, text, { flag: force ? 'w' : 'wx' });
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST')
      throw new Refusal(`${shown(file)}: this file is already there; --force overwrites it`);
    throw unwritable(file, error);
  }
}
