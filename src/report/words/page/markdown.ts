import type { Texts } from '../../../visual/index.ts';

/** Words of a report as Markdown that no other report has. */
export const MARKDOWN = {
  availability: { en: 'Availability', zh: '可用性' },
  workload: { en: 'workload', zh: '业务' },
  interval: { en: '95 % interval', zh: '95 % 区间' },
  nines: { en: 'nines', zh: '几个 9' },
  phases: { en: 'Where the downtime goes, a year', zh: '每年的停机花在哪里' },
  causes: { en: 'What causes it', zh: '原因' },
  cause: { en: 'what was broken', zh: '故障' },
  perYear: { en: 'a year', zh: '每年' },
  share: { en: 'share', zh: '占比' },
  again: { en: 'The same figures again', zh: '重现同样的数字' },
} as const satisfies Readonly<Record<string, Texts>>;
