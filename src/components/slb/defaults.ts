import type { Defaults, FaultCatalogue } from '../../language/index.ts';
import type { SlbProduct } from './products.ts';

const CLB = 'alibabacloud.com/help/doc-detail/55205: CLB health check';
const ALB = 'terraform-provider-alicloud alb_server_group';
const NLB = 'terraform-provider-alicloud nlb_server_group';

export const SLB_DEFAULTS: Defaults = {
  product: { value: 'clb', source: 'assumption: the classic load balancer' },
  switch: {
    value: '30s',
    source: 'Alibaba Cloud SLB: about 30 s to the standby zone when the whole primary zone is lost',
  },
};

const SPACING = {
  value: 'from-end',
  source: 'help.aliyun.com/wordpower/595937-1: failure window = timeout x threshold + interval x (threshold - 1)',
};

/** Health checks by product; Alibaba Cloud. */
export const HEALTH_CHECK_DEFAULTS: Readonly<Record<SlbProduct, Defaults>> = {
  clb: {
    interval: { value: '2s', source: CLB },
    timeout: { value: '5s', source: CLB },
    healthy: { value: '3', source: CLB },
    unhealthy: { value: '3', source: CLB },
    spacing: SPACING,
  },
  alb: {
    interval: { value: '2s', source: `${ALB}: example value, taken as the default by assumption` },
    timeout: { value: '5s', source: `${ALB}: example value, taken as the default by assumption` },
    healthy: { value: '3', source: ALB },
    unhealthy: { value: '3', source: ALB },
    spacing: { ...SPACING, source: 'assumption: not documented, taken as that of CLB' },
  },
  nlb: {
    interval: { value: '10s', source: NLB },
    timeout: { value: '5s', source: NLB },
    healthy: { value: '2', source: NLB },
    unhealthy: { value: '2', source: NLB },
    spacing: { ...SPACING, source: 'assumption: not documented, taken as that of CLB' },
  },
};

const FAILS_OPEN = { value: 'true', source: 'Alibaba Cloud ALB health check: routes to all servers when all look bad' };

export const FAIL_OPEN_DEFAULTS: Readonly<Record<SlbProduct, Defaults>> = {
  clb: { 'fail-open': { value: 'true', source: 'assumption: no default is documented, taken as that of ALB' } },
  alb: { 'fail-open': FAILS_OPEN },
  nlb: { 'fail-open': { value: 'true', source: 'assumption: no default is documented, taken as that of ALB' } },
};

const BLACKHOLE = 'alibabacloud.com/help/en/anti-ddos: blackhole filtering ends 2.5 h after the attack by default';

/** What makes one instance unusable without touching its zone; nobody knows how often, so only those who ask get it. */
export const SLB_FAULTS_ON_REQUEST: FaultCatalogue = {
  attack: {
    mtbf: { value: '2y', source: 'assumption: how often somebody is attacked is not public' },
    repair: { value: '2h 30m', source: BLACKHOLE },
    effect: { value: 'silent', source: BLACKHOLE },
  },
  misconfiguration: {
    mtbf: { value: '1y', source: 'assumption: one wrong change of a listener a year' },
    repair: {
      value: '{lognormal: {median: 20m, sigma: 1}}',
      source: 'assumption: people find and roll back a wrong change within the hour',
    },
    effect: { value: 'exit', source: 'assumption: a listener that is gone refuses' },
  },
};

export const SLB_FAULTS: FaultCatalogue = {
  instance: {
    mtbf: { value: '5y', source: 'assumption: a redundant managed cluster; no public rate is known' },
    repair: {
      value: '{lognormal: {median: 20m, sigma: 0.7}}',
      source: 'assumption: the provider repairs within the hour',
    },
    effect: { value: 'silent', source: 'assumption: a lost load balancer does not answer' },
  },
};
