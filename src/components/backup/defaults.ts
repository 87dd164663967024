import type { Defaults, FaultCatalogue } from '../../language/index.ts';
import type { BackupKind } from './services.ts';

const PAPER = 'Alibaba Cloud disaster-recovery white paper, version 2019-07-18';

/** Data backup: full copies and the log as it is written. */
const DBS: Defaults = {
  full: { value: 'weekly', source: 'assumption: a full backup every week' },
  log: { value: '10s', source: `${PAPER}, section 6: a cold backup has an RPO of seconds; 10 s by assumption` },
  keep: { value: '30d', source: 'assumption: backups are kept for a month' },
  speed: { value: '50MB/s', source: 'assumption: a line of some hundred megabits a second carries the first copy' },
  'restore-speed': {
    value: '50MB/s',
    source: 'assumption: 100 GB in about half an hour; the recovery time grows with the size of the data',
  },
  locate: { value: '{lognormal: {median: 20m, sigma: 0.5}}', source: 'assumption: a recovery is prepared by hand' },
};

/** Hybrid backup recovery: files and machines, by a client in the machine, into a vault of a region. */
const HBR: Defaults = {
  full: { value: 'weekly', source: 'assumption: a full backup every week' },
  incremental: { value: '4h', source: `${PAPER}, section 5: recovery point of hours; every 4 h by assumption` },
  log: { value: 'none', source: 'assumption: files have no log to replay' },
  keep: { value: '30d', source: 'assumption: backups are kept for a month' },
  speed: { value: '20MB/s', source: 'assumption: a VPN or a line of 200 Mbps carries the changes' },
  compression: { value: '3', source: 'assumption: deduplication and compression leave a third' },
  'restore-speed': { value: '20MB/s', source: 'assumption: restored over the same line' },
  locate: { value: '{lognormal: {median: 1h, sigma: 0.5}}', source: 'assumption: machines are prepared by hand' },
};

/** Snapshots of the disks of a machine, as the console schedules them. */
const SNAPSHOTS: Defaults = {
  full: { value: '{hours: 2}', source: 'assumption: an automatic policy of one snapshot a night' },
  log: { value: 'none', source: `${PAPER}, section 1.2: a rollback loses everything since the snapshot` },
  keep: { value: '30d', source: 'assumption: snapshots are kept for a month, of 1 to 65536 days' },
  speed: { value: '200MB/s', source: 'assumption: only the changed blocks are copied after the first snapshot' },
  'restore-speed': { value: '100MB/s', source: 'assumption: a disk is rolled back faster than a database is restored' },
};

export const BACKUP_KIND_DEFAULTS: Readonly<Record<BackupKind, Defaults>> = {
  dbs: DBS,
  hbr: HBR,
  snapshots: SNAPSHOTS,
};

/** While the service is down no backup is taken; nobody else is touched. */
export const BACKUP_FAULTS: FaultCatalogue = {
  service: {
    mtbf: { value: '1y', source: 'assumption: no public rate is known' },
    repair: {
      value: '{lognormal: {median: 4h, sigma: 1}}',
      source: 'assumption: a failed backup is noticed the next working day, or later',
    },
    effect: { value: 'exit', source: 'assumption: the task stops' },
  },
};
