import type { Defaults, FaultCatalogue } from '../../language/index.ts';

const GTM = 'help.aliyun.com/en/dns/tcp-health-check-gtm3-0';

/** Alibaba Cloud DNS and its traffic manager (GTM). */
export const DNS_DEFAULTS: Defaults = {
  ttl: {
    value: '600s',
    source:
      'alibabacloud.com/help/doc-detail/29806: lowest TTL of the free edition; that it is the default is an assumption',
  },
  cohorts: { value: '32', source: 'assumption: the tail after a change is told in 32 steps of one TTL' },
  failback: {
    value: 'preemptive',
    source: 'assumption: one of the two modes of GTM; a recovered answer returns by itself',
  },
  'hold-on.share': {
    value: '3%',
    source: 'assumption: most resolvers obey the TTL, some percent hold on (RIPE Labs 2017 shows that they exist)',
  },
  'hold-on.for': {
    value: '{lognormal: {median: 30m, sigma: 1.5}}',
    source: 'assumption: a long tail; no measured law is known',
  },
};

export const MONITOR_DEFAULTS: Defaults = {
  interval: { value: '1m', source: `${GTM}: default interval` },
  timeout: { value: '5s', source: `${GTM}: 2, 3, 5 or 10 s; which is the default is an assumption` },
  healthy: { value: '1', source: 'assumption: one good probe brings an answer back' },
  unhealthy: { value: '3', source: `${GTM}: 1 to 3 consecutive failures; that 3 is the default is an assumption` },
  spacing: { value: 'from-start', source: 'assumption: monitors keep a fixed schedule' },
};

/** Vendors promise 100 %, and no public figure says otherwise. */
export const DNS_FAULTS: FaultCatalogue = {};
