import type { Defaults, FaultCatalogue } from '../../language/index.ts';
import type { DtsClass } from './classes.ts';

const CLASSES = 'alibabacloud.com/help/doc-detail/26605: classes of DTS, upper end';

/** Alibaba Cloud DTS. */
const COMMON: Defaults = {
  class: { value: 'medium', source: 'assumption: state the class you pay for' },
  'rows-per-write': { value: '1', source: 'assumption: a write changes one row' },
  'bytes-per-row': {
    value: '1kB',
    source: 'assumption: a row and its part of the log; only links with a bandwidth care',
  },
  lag: { value: '{lognormal: {median: 1s, p95: 3s}}', source: 'assumption: typically 0.5 to 3 s behind' },
  resumable: { value: '7d', source: 'assumption: a task that has stood still for a week is begun anew' },
  'copy-speed': {
    value: '80MB/s',
    source: 'assumption: full data are carried as a standby is rebuilt, at 50 to 100 MB/s',
  },
};

export const DTS_DEFAULTS: Readonly<Record<DtsClass, Defaults>> = {
  micro: { ...COMMON, 'max-rows': { value: '200/s', source: CLASSES } },
  small: { ...COMMON, 'max-rows': { value: '2000/s', source: CLASSES } },
  medium: { ...COMMON, 'max-rows': { value: '5000/s', source: CLASSES } },
  large: { ...COMMON, 'max-rows': { value: '10000/s', source: CLASSES } },
};

/** A change of a table's structure that the task does not carry; nobody knows how often, so only those who ask get it. */
export const DTS_FAULTS_ON_REQUEST: FaultCatalogue = {
  ddl: {
    mtbf: {
      value: '180d',
      source: 'assumption: a release in some hundred changes a table in a way that is not carried',
    },
    repair: {
      value: '{lognormal: {median: 1h, sigma: 0.8}}',
      source: 'assumption: people change the table by hand at the target and restart the task',
    },
    effect: { value: 'exit', source: 'assumption: the task stops' },
  },
};

export const DTS_FAULTS: FaultCatalogue = {
  task: {
    mtbf: { value: '1y', source: 'assumption: no public rate is known' },
    repair: {
      value: '{lognormal: {median: 30m, sigma: 0.8}}',
      source: 'assumption: people notice and restart the task',
    },
    effect: { value: 'exit', source: 'assumption: the task stops' },
  },
};
