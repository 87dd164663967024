import { writeFileSync } from 'node:fs';
import type { Language } from '../../index.ts';
import { EXIT, type ExitCode, Refusal } from '../exits.ts';
import { shown } from '../input.ts';
import { STARTER } from '../starter.ts';
import { print, said } from '../terminal.ts';

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
  try {
    writeFileSync(file, text, { flag: force ? 'w' : 'wx' });
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    if (code === 'EEXIST') throw new Refusal(`${shown(file)}: this file is already there; --force overwrites it`);
    throw new Refusal(`${shown(file)}: it cannot be written (${code})`);
  }
}
