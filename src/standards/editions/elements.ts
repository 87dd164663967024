import type { Tier } from '../../language/index.ts';
import type { Ask, Confidence, Element } from '../result/index.ts';
import type { Cell } from './edition.ts';

const MEMORY = 'GB/T 20988-2007, annex A, from memory: not checked against the text';
const SECONDARY = 'GB/T 20988-2007, annex A, tier 5 as given by sbnjc.com/col55';
const MAPPED =
  'Alibaba Cloud disaster-recovery white paper 2019-07-18, section 9.2: a cold, warm, active standby for tiers 4, 5, 6';

const cell = (confidence: Confidence, source: string, ...value: readonly Ask[]): Cell<readonly Ask[]> => ({
  value,
  confidence,
  source,
});
const recalled = (...asks: readonly Ask[]) => cell('memory', MEMORY, ...asks);
const confirmed = (...asks: readonly Ask[]) => cell('secondary', SECONDARY, ...asks);
const mapped = (...asks: readonly Ask[]) => cell('secondary', MAPPED, ...asks);

type Column = Readonly<Partial<Record<Element, Cell<readonly Ask[]>>>>;

/**
 * The seven elements of annex A of the 2007 edition: what each tier asks beyond the one below. Where a higher tier asks for more
 * of the same, the lesser ask stays met.
 */
export const ELEMENTS_2007: Readonly<Record<Tier, Column>> = {
  1: {
    'data-backup': recalled('backup-weekly', 'backup-off-site'),
    'standby-infrastructure': recalled('media-place'),
    operations: recalled('rules-media', 'backups-checked'),
    'recovery-plan': recalled('plan-tested'),
  },
  2: {
    'standby-processing': recalled('equipment-part'),
    'standby-network': recalled('network-part'),
    'standby-infrastructure': recalled('recovery-place'),
    operations: recalled('rules-standby-site'),
  },
  3: {
    'data-backup': recalled('backup-daily', 'transfers-daily'),
    'standby-processing': recalled('equipment-part-there'),
    'standby-network': recalled('network-part-there'),
    'technical-support': recalled('room-dedicated'),
    operations: recalled('rules-hardware', 'rules-electronic-transfer'),
  },
  4: {
    'standby-processing': recalled('equipment-all'),
    'standby-network': recalled('network-ready'),
    'standby-infrastructure': recalled('site-24x7'),
    'technical-support': recalled('room-24x7', 'backup-dedicated', 'hardware-dedicated'),
  },
  5: {
    'data-backup': confirmed('replication-real-time'),
    'standby-processing': mapped('equipment-warm'),
    'standby-network': confirmed('network-switch'),
    'technical-support': confirmed('all-24x7'),
    operations: confirmed('rules-real-time-backup'),
  },
  6: {
    'data-backup': recalled('replication-lossless'),
    'standby-processing': recalled('equipment-same', 'equipment-hot', 'switch-automatic'),
    'standby-network': recalled('network-both'),
    'technical-support': recalled('systems-24x7'),
    operations: recalled('rules-systems'),
  },
};

/** The same asks, where nothing better than carrying them over is known. */
export function carriedOver(column: Column, source: string): Column {
  return Object.fromEntries(
    Object.entries(column).map(([element, asks]) => [element, { ...asks, confidence: 'inferred', source }]),
  );
}
