import type { TierScope } from '../../service/index.ts';
import type { Disaster } from '../result/index.ts';
import type { MeasuredDisaster } from './measured.ts';

/** From what is lost with the least to what is lost with the most. */
export const SCOPES: readonly TierScope[] = [
  'instance',
  'component',
  'service',
  'link',
  'rack',
  'zone',
  'idc',
  'domain',
  'region',
  'area',
];

/** Places are what a tier is first of all about. */
const SITES: ReadonlySet<TierScope> = new Set(['rack', 'zone', 'idc', 'region', 'area', 'domain']);
export const isSite = (scope: TierScope): boolean => SITES.has(scope);

/** People and what they damage have no size of their own. */
const SIZELESS: ReadonlySet<Disaster> = new Set(['logical-damage', 'mistake']);

/** The scopes that were drilled, smallest first. */
export const scopesOf = (seen: readonly MeasuredDisaster[]): readonly TierScope[] =>
  SCOPES.filter((scope) => seen.some((one) => one.scope === scope && !SIZELESS.has(one.class)));

/** What a scope answers for: the loss of what it names, and of the small parts and single copies that fail anyway. */
export const answersFor = (scope: TierScope, { scope: own, class: disaster }: MeasuredDisaster): boolean =>
  own === scope || own === 'instance' || SIZELESS.has(disaster);
