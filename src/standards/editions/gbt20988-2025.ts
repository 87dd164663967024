import type { Tier } from '../../language/index.ts';
import { DISASTERS_OF } from './disasters.ts';
import { type Cell, DAY, type Edition, HOUR, type LimitWords, MINUTE, type TierRow } from './edition.ts';
import { carriedOver, ELEMENTS_2007 } from './elements.ts';

const secondary = (value: LimitWords): Cell<LimitWords> => ({
  value,
  confidence: 'secondary',
  source: 'example table as given by the Pigsty documentation, "Compliance Standards"; not checked against the text',
});

const CARRIED = 'carried over from the 2007 edition: the text of 2025 was not at hand';

const row = (tier: Tier, title: string, rto: LimitWords, rpo: LimitWords): TierRow => ({
  tier,
  title,
  rto: secondary(rto),
  rpo: secondary(rpo),
  disasters: DISASTERS_OF[tier],
  elements: carriedOver(ELEMENTS_2007[tier], CARRIED),
});

/** In force, but known only second-hand: a table of limits, and that there are still six levels. */
export const GBT20988_2025: Edition = {
  name: 'gbt20988-2025-secondary',
  title: 'GB/T 20988-2025 网络安全技术 信息系统灾难恢复规范 (second-hand)',
  issued: '2025-06-30',
  inForce: { from: '2026-01-01', to: null },
  source:
    'existence and dates: chinesestandard.net; limits: Pigsty documentation, "Compliance Standards"; its clauses were not obtainable',
  elementsChecked: false,
  tiers: [
    row(1, 'level 1', null, 7 * DAY),
    row(2, 'level 2', null, 7 * DAY),
    row(3, 'level 3', DAY, DAY),
    row(4, 'level 4', 12 * HOUR, 'several-hours'),
    row(5, 'level 5', 2 * HOUR, 30 * MINUTE),
    row(6, 'level 6', 'several-minutes', 0),
  ],
};
