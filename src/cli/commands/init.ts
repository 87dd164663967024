import { writeFileSync } from 'node:fs';
import { EXIT, type ExitCode, Refusal } from '../exits.ts';
import { shown } from '../input.ts';
import { STARTER } from '../starter.ts';
import { print, said } from '../terminal.ts';

export interface InitFlags {
  readonly force?: boolean;
}

/** `hasim init`: writes a scenario to begin with; `-` prints it. */
export async function init(file: string, { force = false }: InitFlags): Promise<ExitCode> {
  if (file === '-') print(STARTER);
  else {
    write(file, force);
    print(`${said(`Wrote ${shown(file)}. Next: hasim run ${shown(file)}`)}\n`);
  }
  return EXIT.done;
}

function write(file: string, force: boolean): void {
  try {
    writeFileSync(file, STARTER, { flag: force ? 'w' : 'wx' });
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    if (code === 'EEXIST') throw new Refusal(`${shown(file)}: this file is already there; --force overwrites it`);
    throw new Refusal(`${shown(file)}: it cannot be written (${code})`);
  }
}
