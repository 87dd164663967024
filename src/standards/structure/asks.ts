import { DAY, formatDuration } from '../../base/index.ts';
import { isWithin } from '../../scenario/index.ts';
import type { RuleWord, StaffWord } from '../../service/index.ts';
import type { Ask, AskResult } from '../result/index.ts';
import { type DataSet, isLeft, isOffSite, longestGap, replicationOut, transfersADay } from './data.ts';
import { atLeast, type NetworkWay } from './network.ts';
import { neededPeople } from './people.ts';
import { plansFor, promotionsOf, recoveryPlans } from './plans.ts';
import type { Site } from './site.ts';
import { isWhole, type Standby } from './standby.ts';

/** What an ask was answered with. */
export type Found = Pick<AskResult, 'met' | 'basis' | 'found'>;

const seen = (met: boolean, found: string): Found => ({ met, basis: 'structure', found });
const told = (met: boolean, found: string): Found => ({ met, basis: 'declared', found });
const NOTHING = '–';
const list = (names: readonly string[]): string => (names.length === 0 ? NOTHING : names.join(', '));

/** Asks something of every set of data; where one falls short it is named. */
function ofData(site: Site, judge: (data: DataSet) => readonly [met: boolean, found: string]): Found {
  const judged = site.data.map((data) => ({ name: data.name, answer: judge(data) }));
  const short = judged.filter(({ answer: [met] }) => !met);
  const shown = short.length > 0 ? short : judged;
  return seen(judged.length > 0 && short.length === 0, list(shown.map(({ name, answer }) => `${name}: ${answer[1]}`)));
}

/** Full backups at least this often. */
const backedUp = (site: Site, every: number): Found =>
  ofData(site, ({ backups }) => {
    const gaps = backups.map(({ spec }) => longestGap(spec.full));
    const shortest = gaps.sort((a, b) => a - b)[0];
    return [shortest !== undefined && shortest <= every, shortest === undefined ? NOTHING : formatDuration(shortest)];
  });

const offSite = (site: Site): Found =>
  ofData(site, ({ backups }) => {
    const places = [...new Set(backups.flatMap(({ spec }) => spec.copies.map(({ place }) => place)))];
    return [backups.some(({ spec }) => isOffSite(spec, site.lost)), list(places)];
  });

/** At least twice a day something gets out: by backups, or by replication all the time. */
const transfers = (site: Site): Found =>
  ofData(site, (data) => {
    const mode = replicationOut(data, site.lost, site.topology);
    if (mode !== 'none') return [true, mode];
    const sent = data.backups.filter(({ spec }) => isOffSite(spec, site.lost)).map(({ spec }) => transfersADay(spec));
    const most = Math.max(0, ...sent);
    return [most >= 2, `${Math.round(most)}/d`];
  });

const replicated = (site: Site, lossless: boolean): Found =>
  ofData(site, (data) => {
    const mode = replicationOut(data, site.lost, site.topology);
    const kept = mode === 'synchronous' || mode === 'elsewhere';
    return [lossless ? kept : mode !== 'none', mode];
  });

/** Asks something of what stands ready for every workload. */
function ofStandby({ standby }: Site, met: (one: Standby) => boolean, tell: (one: Standby) => string): Found {
  const short = standby.filter((one) => !met(one));
  const shown = short.length > 0 ? short : standby;
  return seen(
    standby.length > 0 && short.length === 0,
    list([...new Set(shown.map((one) => `${one.workload}: ${tell(one)}`))]),
  );
}

const percent = (share: number): string => (Number.isFinite(share) ? `${Math.floor(100 * share + 1e-6)} %` : '∞');
const capacity = ({ pools, share }: Standby): string =>
  pools.length === 0 ? NOTHING : `${list(pools)} ${percent(share)}`;

/** All that production needs stands elsewhere too: servers for the demand, and the data. */
function allEquipment(site: Site): Found {
  const missing = site.data.filter((data) => !isLeft(data, site.lost, site.topology));
  if (missing.length > 0) return seen(false, list(missing.map(({ name }) => `${name}: ${NOTHING}`)));
  return ofStandby(site, ({ share }) => isWhole(share), capacity);
}

const partOfEquipment = (site: Site): Found => ofStandby(site, ({ share }) => share > 0, capacity);

/** Equipment may also come by contract, within the time that the plan counts on. */
function either(found: Found, declared: boolean, word: string): Found {
  return found.met || !declared ? found : told(true, word);
}

function automatic(site: Site): Found {
  const people = neededPeople(site);
  return seen(people.length === 0, list(people));
}

const byWhom = ({ switching, by }: NetworkWay): string => (by === '' ? switching : `${switching} (${by})`);

const ofNetwork = ({ ways }: Site, met: (one: NetworkWay) => boolean, tell = byWhom): Found => {
  const short = ways.filter((one) => !met(one));
  const shown = short.length > 0 ? short : ways;
  return seen(ways.length > 0 && short.length === 0, list(shown.map((one) => `${one.workload}: ${tell(one)}`)));
};

/** Places outside the lost one in which servers or data stand. */
function recoveryPlaces({ lost, topology }: Site): Found {
  const places = [...topology.parts.values()]
    .filter(({ traits }) => traits.includes('pool') || traits.includes('database'))
    .flatMap(({ spec }) => topology.placesOf(spec.name))
    .filter((place) => !isWithin(place, lost));
  return seen(places.length > 0, list([...new Set(places)]));
}

function staff({ declared }: Site, wanted: readonly StaffWord[], roundTheClock: boolean): Found {
  const has = (word: StaffWord): boolean =>
    roundTheClock ? declared.staff[word] === '24x7' : declared.staff[word] !== undefined;
  return told(wanted.every(has), wanted.map((word) => `${word}: ${declared.staff[word] ?? NOTHING}`).join(', '));
}

/** A rule in writing counts only for what there is. */
function rule(site: Site, words: readonly RuleWord[], about?: Found): Found {
  const written = words.filter((word) => site.declared.rules.includes(word));
  if (written.length === 0) return told(false, NOTHING);
  return about === undefined || about.met ? told(true, written.join(', ')) : seen(false, about.found);
}

const tested = (site: Site): Found =>
  ofData(site, ({ backups }) => {
    const periods = backups.flatMap(({ spec }) => spec.tested ?? []);
    return [periods.length > 0, periods.length === 0 ? NOTHING : formatDuration(Math.min(...periods) as typeof DAY)];
  });

/** A tested plan: not one that nobody ever tried, nor one that leaves two primaries. */
function planTested(site: Site): Found {
  const { declared, topology, lost } = site;
  const unready = plansFor(lost, topology).filter(({ readiness }) => readiness?.proved === 'never');
  const split = recoveryPlans(topology)
    .filter((plan) => plansFor(lost, topology).includes(plan))
    .flatMap((plan) => promotionsOf(plan, topology))
    .filter(({ fenced }) => !fenced);
  if (unready.length > 0) return seen(false, list(unready.map(({ name }) => `${name}: readiness never`)));
  if (split.length > 0)
    return seen(
      false,
      list(split.map(({ plan, store, others }) => `${plan.name}: promote ${store}, no fence ${others.join('/')}`)),
    );
  return told(declared.planTested !== undefined, declared.planTested ?? NOTHING);
}

const WEEK = 7 * DAY;

/** How each ask is answered. */
export const ANSWERS: Readonly<Record<Ask, (site: Site) => Found>> = {
  'backup-weekly': (site) => backedUp(site, WEEK),
  'backup-daily': (site) => backedUp(site, DAY),
  'backup-off-site': offSite,
  'transfers-daily': transfers,
  'replication-real-time': (site) => replicated(site, false),
  'replication-lossless': (site) => replicated(site, true),
  'equipment-part': (site) =>
    either(partOfEquipment(site), site.declared.contracts.includes('equipment'), 'contracts: equipment'),
  'equipment-part-there': partOfEquipment,
  'equipment-all': allEquipment,
  'equipment-warm': (site) =>
    ofStandby(
      site,
      ({ state }) => state !== undefined && state !== 'cold',
      ({ state }) => state ?? NOTHING,
    ),
  'equipment-same': (site) =>
    ofStandby(
      site,
      ({ ofProduction }) => isWhole(ofProduction),
      ({ ofProduction }) => percent(ofProduction),
    ),
  'equipment-hot': (site) =>
    ofStandby(
      site,
      ({ state }) => state === 'serving',
      ({ state }) => (state === undefined || state === 'serving' ? (state ?? NOTHING) : `${state}, not serving`),
    ),
  'switch-automatic': automatic,
  'network-part': (site) =>
    either(
      ofNetwork(site, ({ switching }) => switching !== 'none'),
      site.declared.contracts.includes('lines'),
      'contracts: lines',
    ),
  'network-part-there': (site) => ofNetwork(site, ({ switching }) => switching !== 'none'),
  'network-ready': (site) => ofNetwork(site, ({ switching }) => switching !== 'none'),
  'network-switch': (site) => ofNetwork(site, ({ switching }) => atLeast(switching, 'central')),
  'network-both': (site) =>
    ofNetwork(
      site,
      ({ switching }) => switching === 'both',
      (way) => (way.switching === 'both' ? byWhom(way) : `one centre at a time, ${byWhom(way)}`),
    ),
  'media-place': offSite,
  'recovery-place': recoveryPlaces,
  'site-24x7': (site) => staff(site, ['room'], true),
  'room-dedicated': (site) => staff(site, ['room'], false),
  'room-24x7': (site) => staff(site, ['room'], true),
  'backup-dedicated': (site) => staff(site, ['backup'], false),
  'hardware-dedicated': (site) => staff(site, ['hardware-network'], false),
  'all-24x7': (site) => staff(site, ['room', 'backup', 'hardware-network'], true),
  'systems-24x7': (site) => staff(site, ['systems'], true),
  'rules-media': (site) => rule(site, ['media'], backedUp(site, Number.POSITIVE_INFINITY)),
  'backups-checked': tested,
  'rules-standby-site': (site) => rule(site, ['standby-site'], recoveryPlaces(site)),
  'rules-hardware': (site) => rule(site, ['hardware']),
  'rules-electronic-transfer': (site) => rule(site, ['electronic-transfer', 'real-time-backup'], transfers(site)),
  'rules-real-time-backup': (site) => rule(site, ['real-time-backup'], replicated(site, false)),
  'rules-systems': (site) => rule(site, ['systems']),
  'plan-tested': planTested,
};
