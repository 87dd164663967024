import type { DrillRow, FaultClass } from '../../experiment/index.ts';
import type { Words } from '../words/index.ts';

/** What was injected where: `cn-beijing/a lost`. */
export const faultName = ({ domain, fault }: Pick<DrillRow, 'domain' | 'fault'>, { drill }: Words): string =>
  `${domain} ${new Map(Object.entries(drill.faults)).get(fault) ?? fault}`;

/** From what takes the most to what takes the least. */
export const CLASS_ORDER: readonly FaultClass[] = [
  'region',
  'area',
  'idc',
  'zone',
  'rack',
  'domain',
  'link',
  'service',
  'component',
  'instance',
  'damage',
  'plan',
];
