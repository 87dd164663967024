import type { Defaults, FaultCatalogue } from '../../language/index.ts';
import type { BcdrModel } from './models.ts';

const PAPER = 'Alibaba Cloud disaster-recovery white paper, version 2019-07-18, section 4';

const COMMON: Defaults = {
  model: { value: 'dr-100', source: 'assumption: the smaller one; state what you pay for' },
  size: { value: '1TB', source: 'assumption: state the size of the protected disks' },
  'bytes-per-write': {
    value: '16kB',
    source: 'assumption: a write changes four blocks of 4 kB: data, index, log and journal',
  },
  compression: { value: '2', source: `assumption: ${PAPER} says that changes are compressed and gives no ratio` },
  throughput: { value: '100MB/s', source: 'assumption: one appliance reads, compresses and encrypts so much' },
  lag: { value: '{lognormal: {median: 3s, p95: 10s}}', source: `assumption: ${PAPER} promises an RPO of seconds` },
  start: {
    value: '{lognormal: {median: 5m, p95: 12m}}',
    source: `assumption: ${PAPER} says that machines start in the cloud within minutes`,
  },
  'compare-speed': { value: '80MB/s', source: 'assumption: both copies are read at 50 to 100 MB/s' },
};

export const BCDR_DEFAULTS: Readonly<Record<BcdrModel, Defaults>> = {
  'dr-100': { ...COMMON, cache: { value: '10TB', source: PAPER } },
  'dr-200': { ...COMMON, cache: { value: '50TB', source: PAPER } },
};

/** States of the copy in the cloud. */
export const BCDR_POINTS: Defaults = {
  full: { value: '1h', source: `assumption: a point an hour; ${PAPER} has several points within a month` },
  log: { value: 'none', source: 'assumption: disks are taken back to a point, not to any instant' },
  keep: { value: '30d', source: PAPER },
  speed: { value: '1GB/s', source: 'assumption: a point marks the state of disks and copies nothing' },
  'restore-speed': { value: '1GB/s', source: 'assumption: disks are taken back to a point and not copied' },
};

export const BCDR_FAULTS: FaultCatalogue = {
  appliance: {
    mtbf: {
      value: '3y',
      source: 'assumption: a server with two power supplies and a RAID with a battery; as a host at best',
    },
    repair: { value: '{lognormal: {median: 4h, sigma: 1}}', source: 'assumption: a spare part is brought to the site' },
    effect: { value: 'silent', source: 'assumption: a dead machine does not refuse' },
  },
};
