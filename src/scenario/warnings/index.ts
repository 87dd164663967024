import type { Draft } from '../draft.ts';
import { warnOfCapacity } from './capacity.ts';
import { warnOfData } from './data.ts';
import { warnOfDetection } from './detection.ts';
import { warnOfMaintenance } from './maintenance.ts';
import { warnOfRecovery } from './recovery.ts';
import { warnOfRedundancy } from './redundancy.ts';

/** Notes what is legal and unwise in a scenario without errors. */
export function warn(draft: Draft): void {
  warnOfCapacity(draft);
  warnOfDetection(draft);
  warnOfRecovery(draft);
  warnOfData(draft);
  warnOfMaintenance(draft);
  warnOfRedundancy(draft);
}
