import type { FaultClass } from '../result/index.ts';
import type { Limit } from './limits.ts';
import type { Target } from './strike.ts';

const RANKS: ReadonlyMap<FaultClass, number> = new Map([
  ['rack', 1],
  ['zone', 2],
  ['idc', 2],
  ['region', 3],
  ['area', 3],
]);

/** Whether a target is larger than a scope: an objective about zones says nothing of whole regions. */
export const isBeyond = (target: Target, scope: FaultClass): boolean =>
  (RANKS.get(target.class) ?? 0) > (RANKS.get(scope) ?? 0);

/**
 * Whether a limit says something about the loss of these: an objective about lost zones is judged by lost zones, and by larger
 * sites where somebody names them; one about lost sites says nothing of wrong data, and the other way round.
 */
export function appliesTo({ about, scopes }: Limit, targets: readonly Target[]): boolean {
  if (about !== 'both' && targets.some(({ deed }) => (deed === 'damage') !== (about === 'damage'))) return false;
  if (scopes === undefined) return true;
  const isOf = (target: Target): boolean => scopes.includes(target.class) || isLargerSite(target, scopes);
  return targets.length > 0 && targets.every(isOf);
}

const isLargerSite = (target: Target, scopes: readonly FaultClass[]): boolean =>
  scopes.some((scope) => RANKS.has(scope) && isBeyond(target, scope));

/** Whether a target is larger than every site that limits name: those that name none say nothing of it then. */
export function isBeyondAll(target: Target, limits: readonly Limit[]): boolean {
  const sites = limits.flatMap(({ scopes }) => scopes ?? []).filter((scope) => RANKS.has(scope));
  return sites.length > 0 && sites.every((scope) => isBeyond(target, scope));
}
