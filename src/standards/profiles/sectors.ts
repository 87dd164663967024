import type { ProfileName } from '../../language/index.ts';
import type { Confidence } from '../result/index.ts';
import { type Profile, type ProfileRule, RULE } from './profile.ts';

const MINUTE = 60;
const HOUR = 60 * MINUTE;
const PIGSTY = 'as given by the Pigsty documentation, "Compliance Standards"';
/** 异地 is hundreds of kilometres and more: the loosest reading of it. */
const REMOTE = 100_000;

interface Told {
  readonly title: string;
  readonly source: string;
  readonly confidence: Confidence;
}

const profile = (name: ProfileName, told: Told, ...rules: readonly Partial<ProfileRule>[]): Profile => ({
  name,
  ...told,
  rules: rules.map((rule) => ({ ...RULE, ...rule })),
  settings: {},
});

const CBRC_114: Omit<Told, 'title'> = {
  source: '银监发[2010]114 商业银行数据中心监管指引, articles 3 and 7, as given by safety-officer.cn/archives/241',
  confidence: 'stated',
};
const secondary = (title: string, rule: string): Told => ({
  title,
  source: `${rule}, ${PIGSTY}`,
  confidence: 'secondary',
});

/** Rules whose figures are stated in public. Of a range only its ends are known, not which system falls where. */
export const SECTORS: readonly Profile[] = [
  profile(
    'cbrc-2010-114-large',
    { title: 'bank with assets of 100 billion yuan and more and branches in several provinces', ...CBRC_114 },
    { tier: 5, centre: REMOTE },
  ),
  profile(
    'cbrc-2010-114-other',
    { title: 'other bank: a centre in the same city, data backed up far away', ...CBRC_114 },
    { tier: 4, scopes: ['zone', 'idc'] },
    { copy: REMOTE },
  ),
  profile('cbrc-2011-104', secondary('important business of a bank', '银监发[2011]104 商业银行业务连续性监管指引'), {
    rto: 4 * HOUR,
    rpo: 30 * MINUTE,
  }),
  profile('jrt-0044-2008-strictest', secondary('bank information systems, the strictest class', 'JR/T 0044-2008'), {
    rto: 6 * HOUR,
    rpo: 15 * MINUTE,
    strictly: true,
  }),
  profile(
    'jrt-0044-2008-loosest',
    secondary('bank information systems, the loosest of the classes with hours', 'JR/T 0044-2008'),
    { rto: 24 * HOUR, rpo: 2 * HOUR, strictly: true },
  ),
  profile('jrt-0059-2021', secondary('core trading of securities', 'JR/T 0059-2021'), { rto: 15 * MINUTE, rpo: 0 }),
  profile(
    'jrt-0205-2020-strictest',
    secondary('distributed databases in finance, the strictest level', 'JR/T 0205-2020'),
    { rto: MINUTE, rpo: 0 },
  ),
  profile('jrt-0205-2020-loosest', secondary('distributed databases in finance, the loosest level', 'JR/T 0205-2020'), {
    rto: 30 * MINUTE,
    rpo: 0,
  }),
  profile('insurance-2008-20-strictest', secondary('insurance, the strictest systems', '保监发[2008]20'), {
    rto: 36 * HOUR,
    rpo: 8 * HOUR,
  }),
  profile('insurance-2008-20-loosest', secondary('insurance, the loosest systems', '保监发[2008]20'), {
    rto: 72 * HOUR,
    rpo: 24 * HOUR,
  }),
];

/** A profile that hasim knows. */
export const sectorProfile = (name: string): Profile | undefined => SECTORS.find((one) => one.name === name);
