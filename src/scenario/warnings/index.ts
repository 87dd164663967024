import type { Draft } from '../draft.ts';
import { warnOfBackups } from './backups.ts';
import { warnOfBoots } from './boots.ts';
import { warnOfCapacity } from './capacity.ts';
import { warnOfData } from './data.ts';
import { warnOfDetection } from './detection.ts';
import { warnOfFeeding } from './feeding.ts';
import { warnOfMaintenance } from './maintenance.ts';
import { warnOfRecovery } from './recovery.ts';
import { warnOfRedundancy } from './redundancy.ts';
import { warnOfReturn } from './return.ts';
import { warnOfSight } from './sight.ts';
import { warnOfSilence } from './silence.ts';
import { warnOfWeights } from './weights.ts';

/** Notes what is legal and unwise in a scenario without errors. */
export function warn(draft: Draft): void {
  warnOfCapacity(draft);
  warnOfDetection(draft);
  warnOfSight(draft);
  warnOfSilence(draft);
  warnOfRecovery(draft);
  warnOfReturn(draft);
  warnOfData(draft);
  warnOfBackups(draft);
  warnOfFeeding(draft);
  warnOfMaintenance(draft);
  warnOfRedundancy(draft);
  warnOfWeights(draft);
  warnOfBoots(draft);
}
