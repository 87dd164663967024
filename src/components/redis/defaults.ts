import type { Defaults, FaultCatalogue } from '../../language/index.ts';
import type { RedisEdition } from './editions.ts';

export const PAPER = 'Alibaba Cloud disaster-recovery white paper, version 2019-07-18, section 1.4';

/** Alibaba Cloud Redis. */
export const REDIS_DEFAULTS: Defaults = {
  edition: { value: 'standard', source: 'assumption: two copies are the least that fails over' },
  size: { value: '16GB', source: 'assumption: state the size of your data' },
  shards: { value: '4', source: 'assumption: state the shards you pay for' },
  switch: {
    value: '{uniform: [2s, 22s]}',
    source: 'assumption: detection and promotion together take 8 to 30 s, split by assumption',
  },
  route: {
    value: '{uniform: [1s, 5s]}',
    source: 'assumption: a more specific route is withdrawn within seconds; the white paper gives the way, no figure',
  },
  coverage: { value: '99%', source: 'assumption: a switch between two machines is exercised often' },
  'room-coverage': { value: '95%', source: 'assumption: the loss of a whole room is drilled once a year' },
  manual: { value: '{lognormal: {median: 30m, sigma: 0.8}}', source: 'assumption: people of the provider take over' },
  replication: {
    value: 'asynchronous',
    source: 'help.aliyun.com, Tair and Redis: synchronization mode, asynchronous unless asked otherwise',
  },
  'semi-sync-timeout': { value: '1s', source: 'assumption: as in databases' },
  lag: { value: '{uniform: [100ms, 1s]}', source: 'assumption: a replica in step is less than a second behind' },
  'catch-up': { value: '3', source: 'assumption: missed writes are replayed at 3 times the rate of writing' },
  'log-kept': { value: '5m', source: 'assumption: a replica that missed more is copied anew' },
  'copy-speed': { value: '100MB/s', source: 'assumption: a full copy is written, sent and loaded at 100 MB/s' },
  persistence: {
    value: 'aof',
    source: `assumption: persistence is on unless it is switched off (${PAPER}); a log of writes loses least`,
  },
  'save-every': { value: '15m', source: 'assumption: state how often you save; open-source Redis asks for it too' },
  unflushed: {
    value: '{uniform: [0s, 1s]}',
    source: 'assumption: the file of writes reaches the disk once a second, as is usual',
  },
  'channel.max-writes': {
    value: '50000/s',
    source: `assumption: the channel between rooms is rate-limited (${PAPER}); state its limit`,
  },
};

export const NO_BACKUPS = 'assumption: no backup is stated; `backups: {}` takes the usual ones';

/** Backup files hold the state of one instant. */
export const REDIS_BACKUPS: Defaults = {
  log: { value: 'none', source: `assumption: a rollback leads to the instant of a backup file (${PAPER})` },
  keep: { value: '7d', source: 'assumption: backup files are kept for a week' },
  'restore-speed': { value: '100MB/s', source: 'assumption: a full copy is written, sent and loaded at 100 MB/s' },
};

export const HEARTBEAT_DEFAULTS: Defaults = {
  interval: { value: '2s', source: 'assumption: detection and promotion together take 8 to 30 s' },
  timeout: { value: '2s', source: 'assumption: the interval' },
  healthy: { value: '1', source: 'assumption: one good heartbeat counts' },
  unhealthy: { value: '3', source: 'assumption: detection and promotion together take 8 to 30 s' },
  spacing: { value: 'from-start', source: 'assumption: heartbeats keep a fixed schedule' },
};

const silent = { value: 'silent', source: 'assumption: a dead machine does not refuse' };
const machine: Defaults = {
  mtbf: { value: '1y', source: 'assumption: as a host; 4 months to 3 years' },
  repair: {
    value: '{lognormal: {median: 10m, sigma: 0.7}}',
    source: 'assumption: the machine is replaced or restarted',
  },
  effect: silent,
};

/** What breaks: a fault is called after the sort of parts that it strikes. */
export const REDIS_FAULTS: FaultCatalogue = { node: machine, ha: machine };

const process: Defaults = {
  mtbf: { value: '180d', source: 'assumption: no public rate of proxies is known' },
  repair: {
    value: '{lognormal: {median: 1m, p95: 5m}}',
    source: 'assumption: a supervisor restarts it, or another is started',
  },
  effect: { value: 'exit', source: 'assumption: the machine refuses connections to a dead process' },
};

/** And in the editions that have more parts. */
export const MORE_FAULTS: Readonly<Record<RedisEdition, FaultCatalogue>> = {
  standard: {},
  cluster: { proxy: process, config: machine },
  'read-write-split': { proxy: process, reader: machine },
};

export const PROXY_DEFAULTS: Defaults = {
  count: { value: '2', source: `assumption: several (${PAPER}); state how many` },
  interval: { value: '2s', source: 'assumption: as the health check of a load balancer' },
  timeout: { value: '5s', source: 'assumption: as the health check of a load balancer' },
  healthy: { value: '3', source: 'assumption: as the health check of a load balancer' },
  unhealthy: { value: '3', source: 'assumption: as the health check of a load balancer' },
  spacing: { value: 'from-end', source: 'assumption: as the health check of a load balancer' },
};

export const CONFIG_DEFAULTS: Defaults = {
  election: { value: '{uniform: [1s, 3s]}', source: 'assumption: a majority elects a leader within seconds' },
};

export const READER_DEFAULTS: Defaults = {
  count: { value: '3', source: 'assumption: state the replicas you pay for' },
  weight: { value: '1', source: 'assumption: reads are spread evenly' },
  'master-weight': { value: '1', source: 'assumption: reads are spread evenly' },
  lowered: {
    value: '50%',
    source: `assumption: the weight of a bad replica is lowered first (${PAPER}), by how much is not said`,
  },
  reattach: {
    value: '{uniform: [1s, 5s]}',
    source: 'assumption: to follow a new master takes seconds, in which a replica answers nothing',
  },
  interval: { value: '1s', source: 'assumption: a proxy tries a connection every second' },
  timeout: { value: '1s', source: 'assumption: a proxy tries a connection every second' },
  healthy: { value: '1', source: 'assumption: one good connection counts' },
  unhealthy: { value: '3', source: `assumption: several failed connections (${PAPER}) are three` },
  spacing: { value: 'from-end', source: 'assumption: as the health check of a load balancer' },
};
