import type { DrillRow, FaultClass } from '../../experiment/index.ts';
import type { Words } from '../words/index.ts';

/** What was injected where: `cn-beijing/a lost`. */
export const faultName = ({ domain, fault }: Pick<DrillRow, 'domain' | 'fault'>, { drill }: Words): string =>
  `${domain} ${new Map(Object.entries(drill.faults)).get(fault) ?? fault}`;

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
