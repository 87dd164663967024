import type { Tier } from '../../language/index.ts';
import { DISASTERS_OF } from './disasters.ts';
import { type Cell, DAY, type Edition, type LimitWords, MINUTE, type TierRow } from './edition.ts';
import { ELEMENTS_2007 } from './elements.ts';

const stated = (value: LimitWords): Cell<LimitWords> => ({
  value,
  confidence: 'stated',
  source: 'the example of annex C, as Alibaba Cloud disaster-recovery white paper 2019-07-18, section 9.2, gives it',
});

const row = (tier: Tier, title: string, rto: LimitWords, rpo: LimitWords): TierRow => ({
  tier,
  title,
  rto: stated(rto),
  rpo: stated(rpo),
  disasters: DISASTERS_OF[tier],
  elements: ELEMENTS_2007[tier],
});

/** Limits are an informative example of the edition; what it asks is the elements. "以上" has no upper end. */
export const GBT20988_2007: Edition = {
  name: 'gbt20988-2007',
  title: 'GB/T 20988-2007 信息安全技术 信息系统灾难恢复规范',
  issued: null,
  inForce: { from: '2007-11-01', to: '2025-12-31' },
  source:
    'limits: Alibaba Cloud disaster-recovery white paper 2019-07-18, section 9.2; elements: annex A, mostly from memory, as is the day it came into force; replaced by the edition of 2025 (chinesestandard.net)',
  elementsChecked: false,
  tiers: [
    row(1, '基本支持', null, 7 * DAY),
    row(2, '备用场地支持', null, 7 * DAY),
    row(3, '电子传输和部分设备支持', null, DAY),
    row(4, '电子传输及完整设备支持', 2 * DAY, DAY),
    row(5, '实时数据传输及完整设备支持', 2 * DAY, 30 * MINUTE),
    row(6, '数据零丢失和远程集群支持', 'several-minutes', 0),
  ],
};
