import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { MAIN } from './hasim.ts';

export interface Serving {
  readonly url: string;
  stop(): Promise<void>;
}

/** Starts `hasim serve` on a free port of this machine. */
export async function serving(path: string): Promise<Serving> {
  const child = spawn(process.execPath, [MAIN, 'serve', path, '--port', '0'], { stdio: ['ignore', 'pipe', 'pipe'] });
  const [line] = await once(child.stdout, 'data');
  return {
    url: String(line).trim(),
    async stop() {
      const ended = once(child, 'exit');
      child.kill('SIGINT');
      await ended;
    },
  };
}
