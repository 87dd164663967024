const GIVEN = 'as given by the Pigsty documentation, "Compliance Standards"';

/** A rule of a sector that is known second-hand. */
const given = (rule: string): readonly [string, string] => [
  `${rule}, ${GIVEN}`,
  `${rule}，据 Pigsty 文档 "Compliance Standards"`,
];

/** Where editions of the standard and profiles of sectors come from, in Chinese. */
export const ZH_SOURCES_STANDARDS: Readonly<Record<string, string>> = {
  'limits: Alibaba Cloud disaster-recovery white paper 2019-07-18, section 9.2; elements: annex A, mostly from memory, as is the day it came into force; replaced by the edition of 2025 (chinesestandard.net)':
    '限值：阿里云灾备白皮书 2019-07-18 版 9.2 节；要素：附录 A，大多按记忆，实施日期亦然；已由 2025 年版代替（chinesestandard.net）',
  'existence and dates: chinesestandard.net; limits: Pigsty documentation, "Compliance Standards"; its clauses were not obtainable':
    '版本与日期：chinesestandard.net；限值：Pigsty 文档 "Compliance Standards"；未能取得其条文',
  '银监发[2010]114 商业银行数据中心监管指引, articles 3 and 7, as given by safety-officer.cn/archives/241':
    '银监发[2010]114 商业银行数据中心监管指引第三条、第七条，据 safety-officer.cn/archives/241',
  ...Object.fromEntries(
    [
      '银监发[2011]104 商业银行业务连续性监管指引',
      'JR/T 0044-2008',
      'JR/T 0059-2021',
      'JR/T 0205-2020',
      '保监发[2008]20',
    ].map(given),
  ),
  "a profile of one's own": '自定义的要求',
};
