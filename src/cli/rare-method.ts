import type { Command } from 'commander';

/** What `--rare` may be followed by. */
export const RARE_METHODS = ['biasing', 'splitting'] as const;
export type RareMethod = (typeof RARE_METHODS)[number];

/** Reads what was written behind `--rare`, true where nothing was; ends the command where it is no method. */
export async function rareMethod(written: true | string, command: Command): Promise<RareMethod> {
  if (written === true) return 'biasing';
  const method = RARE_METHODS.find((one) => one === written);
  if (method !== undefined) return method;
  const { near } = await import('../language/index.ts');
  const { nearest } = near(written, RARE_METHODS);
  const meant = nearest === undefined ? '' : ` (did you mean ${nearest}?)`;
  command.error(`error: --rare knows no method '${written}'${meant}: ${RARE_METHODS.join(' or ')} is possible`);
}
