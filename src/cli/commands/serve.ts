import { statSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { EXIT, type ExitCode, Refusal } from '../exits.ts';
import { reasonOf, shown } from '../input.ts';
import { Folder } from '../serve/folder.ts';
import { Desk } from '../serve/server.ts';
import { print, tell } from '../terminal.ts';

export interface ServeFlags {
  readonly host: string;
  readonly port: number;
}

const LOOPBACK = new Set(['127.0.0.1', 'localhost', '::1']);

/** `hasim serve`: a local page to edit, run, drill and compare the scenarios of a folder. Ends with Ctrl-C. */
export async function serve(target: string, { host, port }: ServeFlags): Promise<ExitCode> {
  const { folder, first } = served(target);
  if (!LOOPBACK.has(host))
    tell(`warning: everybody who reaches ${host} can read and change the scenarios in ${folder}`);
  const desk = new Desk(new Folder(folder), host);
  await listening(desk, host, port);
  const at = host.includes(':') ? `[${host}]` : host;
  print(`http://${at}:${desk.port}/${first === undefined ? '' : `?file=${encodeURIComponent(first)}`}\n`);
  tell('open it in a browser; Ctrl-C ends it');
  await stopped();
  desk.server.closeAllConnections();
  desk.server.close();
  return EXIT.done;
}

function served(target: string): { folder: string; first: string | undefined } {
  try {
    return statSync(target).isDirectory()
      ? { folder: target, first: undefined }
      : { folder: dirname(target), first: basename(target) };
  } catch (error) {
    throw new Refusal(`${shown(target)}: ${reasonOf(error)}`);
  }
}

const listening = (desk: Desk, host: string, port: number): Promise<void> =>
  new Promise((resolve, reject) => {
    desk.server.once('error', (error: NodeJS.ErrnoException) => {
      reject(new Refusal(`cannot listen on ${host}:${port}: ${error.code ?? error.message}`));
    });
    desk.server.listen(port, host, resolve);
  });

const stopped = (): Promise<void> =>
  new Promise((resolve) => {
    process.once('SIGINT', () => resolve());
    process.once('SIGTERM', () => resolve());
  });
