import type { Defaults, FaultCatalogue } from '../../language/index.ts';

const LIMITS = 'alibabacloud.com/help/doc-detail/462074: 10 Gbit/s and 10,000 requests a second between two regions';

const COMMON: Defaults = {
  'bytes-per-write': { value: '1MB', source: 'assumption: an object of a picture or a page; state yours' },
  throughput: { value: '10Gbps', source: LIMITS },
  'max-writes': { value: '10000/s', source: LIMITS },
  deletions: {
    value: 'true',
    source:
      'alibabacloud.com/help ALIYUN::OSS::BucketReplication: `Action` is ALL by default; PUT, for disaster recovery, carries no deletions',
  },
  'given-up': {
    value: '10m',
    source: 'assumption: a store that has been away for so long is given up, and its copy is what is left',
  },
};

/** Replication between regions of Alibaba Cloud OSS, without and with replication time control. */
export const OSS_REPLICATION_DEFAULTS: Readonly<Record<'usual' | 'rtc', Defaults>> = {
  usual: {
    ...COMMON,
    lag: {
      value: '{lognormal: {median: 10m, p95: 2h}}',
      source: 'assumption: minutes to hours without replication time control',
    },
  },
  rtc: {
    ...COMMON,
    lag: {
      value: '{lognormal: {median: 30s, sigma: 0.8}}',
      source:
        'assumption: alibabacloud.com/help/doc-detail/462074 promises 99.99 % of new objects within 10 min; this law keeps just that',
    },
  },
};

export const OSS_REPLICATION_FAULTS: FaultCatalogue = {
  task: {
    mtbf: { value: '1y', source: 'assumption: no public rate is known' },
    repair: {
      value: '{lognormal: {median: 30m, sigma: 0.8}}',
      source: 'assumption: people notice and restart the task',
    },
    effect: { value: 'exit', source: 'assumption: the task stops' },
  },
};
