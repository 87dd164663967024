import type { Defaults, FaultCatalogue } from '../../language/index.ts';
import { RDS_DEFAULTS } from './defaults.ts';
import type { Switching } from './switching.ts';

const PEOPLE = 'assumption: an administrator on call is reached, looks, and acts';

export const NODES: Defaults = {
  nodes: { value: '1', source: 'assumption: one database node unless stated' },
  switching: { value: 'keepalived', source: 'assumption: the usual way of switching a MySQL pair on two servers' },
};

export const SHARED: Defaults = {
  work: { value: '0', source: 'assumption: state what the database takes of the machines that it shares' },
};

/** MySQL as its users run it: slower and less certain than the managed edition. */
const OWN: Defaults = {
  ...RDS_DEFAULTS['high-availability'],
  replication: { value: 'asynchronous', source: 'dev.mysql.com: replication is asynchronous by default' },
  manual: { value: '{lognormal: {median: 1h, sigma: 0.8}}', source: PEOPLE },
  'zone-switch': {
    value: '{lognormal: {median: 1h, sigma: 0.8}}',
    source: 'assumption: a floating address does not leave its network: people switch over to another room',
  },
  'rebuild-speed': { value: '50MB/s', source: 'assumption: a dump is loaded slower than a managed copy' },
};

const SINGLE: Defaults = {
  ...OWN,
  switch: { value: 'none', source: 'assumption: there is nothing to switch to; the machine itself must come back' },
  'zone-switch': { value: 'none', source: 'assumption: one copy in one room returns with the room' },
};

const KEEPALIVED: Defaults = {
  ...OWN,
  detection: {
    value: '{uniform: [4s, 10s]}',
    source:
      'assumption: three advertisements of 1 s are missed (RFC 5798), and a script looks at MySQL every few seconds',
  },
  switch: {
    value: '{uniform: [5s, 60s]}',
    source: 'assumption: the address moves at once; the relay log is applied first',
  },
  coverage: {
    value: '90%',
    source:
      'assumption: a switch that is rarely rehearsed works less often than a managed one; 80 to 95 % for what is rarely drilled',
  },
};

const BY_HAND: Defaults = {
  ...OWN,
  detection: {
    value: '{lognormal: {median: 5m, sigma: 0.8}}',
    source: 'assumption: an alarm is acknowledged in 5 min',
  },
  switch: { value: '{lognormal: {median: 30m, sigma: 0.8}}', source: PEOPLE },
  coverage: { value: '100%', source: 'assumption: people who switch get there in the end' },
};

export const SWITCHING_DEFAULTS: Readonly<Record<Switching | 'single', Defaults>> = {
  single: SINGLE,
  keepalived: KEEPALIVED,
  'by-hand': BY_HAND,
};

export const SELF_BUILT_FAULTS: FaultCatalogue = {
  node: {
    mtbf: { value: '1y', source: 'assumption: as a host; 4 months to 3 years' },
    repair: {
      value: '{lognormal: {median: 1h, sigma: 1}}',
      source: 'assumption: people find it, restart it or replace it; nobody else does',
    },
    effect: { value: 'silent', source: 'assumption: a dead machine does not refuse' },
  },
};
