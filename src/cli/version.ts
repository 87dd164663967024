import { readFileSync } from 'node:fs';

/** The version as the package states it, without loading the simulator. */
export function packageVersion(): string {
  const text = readFileSync(new URL('../../package.json', import.meta.url), 'utf8');
  const stated: unknown = JSON.parse(text);
  const known = typeof stated === 'object' && stated !== null && 'version' in stated;
  return known ? String(stated.version) : 'unknown';
}
