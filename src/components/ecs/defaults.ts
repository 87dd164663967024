import type { Defaults, FaultCatalogue } from '../../language/index.ts';

export const ECS_DEFAULTS: Defaults = {
  protected: { value: 'false', source: 'assumption: no rate limit unless stated' },
  boot: { value: '{uniform: [40s, 90s]}', source: 'assumption: a Linux machine is up within 40 to 90 s' },
};

/** Why a pool that says nothing of its connections loses nothing by them. */
export const AT_ONCE =
  'assumption: a server gives up a connection to a node that is gone at once; state a socket-timeout to include that it waits';
/** What ends a wait to which no client has set an end. */
export const NO_TIMEOUT: Defaults = {
  'socket-timeout': {
    value: '15m',
    source:
      'assumption: the system gives up after some 15 min; several hundred seconds in help.aliyun.com/document_detail/141229',
  },
};

/** Why a pool that starts machines needs no control plane. */
export const IDEAL =
  'assumption: machines can always be started and created; name an ecs-control to include that they cannot';

export const START_DEFAULTS: Defaults = {
  'warm-up': { value: '{uniform: [30s, 90s]}', source: 'assumption: an application starts within 30 to 90 s' },
  create: { value: '{uniform: [30s, 60s]}', source: 'assumption: a machine is ordered and placed within a minute' },
  reserved: { value: 'false', source: 'assumption: what is stopped is not paid for, and not kept' },
};

export const SCALING_DEFAULTS: Defaults = {
  target: { value: '60%', source: 'assumption: a mean load that leaves room for a third' },
  period: { value: '1m', source: 'assumption: a metric a minute, from memory of the documents of the product' },
  periods: { value: '3', source: 'assumption: three periods in a row raise the alarm' },
  cooldown: { value: '300s', source: 'assumption: 300 s, from memory of the documents of the product' },
  replace: { value: 'true', source: 'assumption: the group replaces instances that fail its checks' },
};

export const SCALING_CHECK_DEFAULTS: Defaults = {
  interval: { value: '1m', source: 'assumption: the group looks once a minute' },
  timeout: { value: '5s', source: 'assumption: as a load balancer waits' },
  healthy: { value: '1', source: 'assumption: one good look is enough' },
  unhealthy: { value: '2', source: 'assumption: one bad look may be an accident' },
  spacing: { value: 'from-start', source: 'assumption: the group keeps a fixed schedule' },
};

/** A bad release or configuration; most outages come from one, and so many would drown what architectures differ by. */
export const ECS_FAULTS_ON_REQUEST: FaultCatalogue = {
  change: {
    mtbf: { value: '90d', source: 'assumption: two to six changes a year stop an application' },
    repair: {
      value: '{lognormal: {median: 20m, sigma: 1}}',
      source: 'assumption: people find and roll back a wrong change within the hour',
    },
    effect: { value: 'exit', source: 'assumption: what does not start refuses' },
  },
};

export const ECS_FAULTS: FaultCatalogue = {
  crash: {
    mtbf: { value: '45d', source: 'assumption: an application process fails every 30 to 60 days' },
    repair: {
      value: '{lognormal: {median: 50s, p95: 90s}}',
      source: 'assumption: a supervisor restarts it within 30 to 90 s',
    },
    effect: { value: 'exit', source: 'assumption: the machine refuses connections to a dead process' },
  },
  host: {
    mtbf: { value: '1y', source: 'assumption: within 4 months (node, Ford et al., OSDI 2010) and 3 years' },
    repair: {
      value: '{lognormal: {median: 5m, sigma: 0.63}}',
      source:
        'assumption: 60 s until noticed, then a restart elsewhere of median 4 m, sigma 0.7, as one law of the same median and mean',
    },
    effect: { value: 'silent', source: 'assumption: a dead machine does not refuse' },
  },
};
