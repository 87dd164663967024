import type { DrillRow } from '../../experiment/index.ts';
import type { Words } from '../words/index.ts';

/** Rows shown of each table; the rest is in the document of --json. */
export const SHOWN = 24;

/** What is injected, in words: a fault of drills, or one by its own name. */
export const what = ({ domain, fault }: Pick<DrillRow, 'domain' | 'fault'>, { drill, names }: Words): string => {
  const known = new Map(Object.entries(drill.faults)).get(fault);
  return known === undefined ? names.fault(`${domain} ${fault}`) : `${names.domain(domain)} ${known}`;
};
