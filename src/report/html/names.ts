import type { FaultClass } from '../../experiment/index.ts';

/** What was injected where, as the report for a terminal names it: `cn-beijing/a lost`. */
export { what as faultName } from '../drill/names.ts';

const CLASSES: readonly FaultClass[] = [
  'zone',
  'idc',
  'region',
  'area',
  'rack',
  'link',
  'domain',
  'control',
  'service',
  'component',
  'instance',
  'copy',
  'damage',
  'mistake',
  'plan',
];

/** What a disaster-recovery plan is for comes first. */
export const byClass = (a: { readonly class: FaultClass }, b: { readonly class: FaultClass }): number =>
  CLASSES.indexOf(a.class) - CLASSES.indexOf(b.class);
