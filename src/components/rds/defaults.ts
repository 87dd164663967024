import type { Defaults, FaultCatalogue } from '../../language/index.ts';
import type { RdsEdition } from './editions.ts';

const HA = 'alibabacloud.com/help/doc-detail/26095: RDS high availability';
const ZONES = 'public accounts of Alibaba Cloud zone losses: 133 min (Hong Kong 2022) and 70 min (Singapore 2024)';

/** Alibaba Cloud RDS for MySQL. */
const COMMON: Defaults = {
  edition: { value: 'high-availability', source: 'assumption: what production systems use' },
  engine: { value: 'mysql', source: 'assumption: the engine that most of the figures are known of' },
  size: { value: '100GB', source: 'assumption: state the size of your data' },
  detection: { value: '{uniform: [8s, 10s]}', source: `${HA}: a heartbeat every 8 to 10 s` },
  'zone-switch': { value: '{empirical: [70m, 133m]}', source: ZONES },
  coverage: { value: '99%', source: 'assumption: a switch within a zone is exercised often; no public rate is known' },
  manual: { value: '{lognormal: {median: 30m, sigma: 0.8}}', source: 'assumption: people of the provider take over' },
  replication: {
    value: 'semi-synchronous',
    source: 'Alibaba Cloud RDS high-availability edition: default parameter template',
  },
  'semi-sync-timeout': { value: '1s', source: 'assumption: 1 s on Alibaba Cloud, 10 s in MySQL itself' },
  lag: { value: '{uniform: [100ms, 1s]}', source: 'assumption: a standby in step is less than a second behind' },
  'catch-up': { value: '3', source: 'assumption: log is replayed at 1 to 5 times real time' },
  'without-standby': { value: 'go-on', source: 'assumption: availability before a second copy' },
  'reads-without-majority': {
    value: 'go-on',
    source: 'assumption: a leader without a majority goes on answering reads, as a MySQL group without a quorum does',
  },
  'rebuild-speed': { value: '80MB/s', source: 'assumption: 50 to 100 MB/s' },
  'fencing.works': { value: '99%', source: 'assumption: the control plane can nearly always reach the old primary' },
};

/** The basic edition has one copy: switching is a restart elsewhere. */
const BASIC: Defaults = {
  switch: { value: '15m', source: 'Alibaba Cloud RDS: the basic edition is back in about 15 minutes' },
  'zone-switch': { value: 'none', source: 'assumption: one copy in one zone returns with the zone' },
};

const HIGH_AVAILABILITY: Defaults = {
  switch: {
    value: '{uniform: [5s, 20s]}',
    source: `${HA}: detection and switch together within 30 s, split by assumption`,
  },
};

/** One leader and two followers that agree by majority: an election needs nobody from outside. */
const THREE_NODE: Defaults = {
  ...HIGH_AVAILABILITY,
  'zone-switch': {
    value: '{uniform: [5s, 20s]}',
    source: 'assumption: an election among what is left, as after the loss of one node',
  },
  coverage: { value: '100%', source: 'assumption: nodes elect by themselves; no controller has to work' },
};

export const READ_ONLY_DEFAULTS: Defaults = {
  count: { value: '1', source: 'assumption: state how many you have' },
  lag: { value: '{uniform: [100ms, 1s]}', source: 'assumption: a read-only node in step is less than a second behind' },
  're-attach': {
    value: '{uniform: [5s, 30s]}',
    source: 'assumption: pointing a node at another primary takes seconds; no public figure is known',
  },
};

export const RDS_DEFAULTS: Readonly<Record<RdsEdition, Defaults>> = {
  basic: { ...COMMON, ...BASIC },
  'high-availability': { ...COMMON, ...HIGH_AVAILABILITY },
  cluster: { ...COMMON, ...HIGH_AVAILABILITY },
  'three-node': { ...COMMON, ...THREE_NODE },
};

export const HEARTBEAT_DEFAULTS: Defaults = {
  interval: { value: '10s', source: `${HA}: a heartbeat every 8 to 10 s` },
  timeout: { value: '5s', source: 'assumption: half the interval' },
  healthy: { value: '1', source: 'assumption: one good heartbeat counts' },
  unhealthy: { value: '1', source: `${HA}: switched within 30 s, so few heartbeats can be missed` },
  spacing: { value: 'from-start', source: 'assumption: heartbeats keep a fixed schedule' },
};

export const RDS_FAULTS: FaultCatalogue = {
  node: {
    mtbf: { value: '1y', source: 'assumption: as a host; 4 months to 3 years' },
    repair: {
      value: '{lognormal: {median: 10m, sigma: 0.7}}',
      source: 'assumption: the node is replaced or restarted',
    },
    effect: { value: 'silent', source: 'assumption: a dead machine does not refuse' },
  },
};

export const NO_BACKUPS = 'assumption: no backup is stated; `backups: {}` takes the usual ones';
