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
};

export const DTS_DEFAULTS: Readonly<Record<DtsClass, Defaults>> = {
  micro: { ...COMMON, 'max-rows': { value: '200/s', source: CLASSES } },
  small: { ...COMMON, 'max-rows': { value: '2000/s', source: CLASSES } },
  medium: { ...COMMON, 'max-rows': { value: '5000/s', source: CLASSES } },
  large: { ...COMMON, 'max-rows': { value: '10000/s', source: CLASSES } },
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
