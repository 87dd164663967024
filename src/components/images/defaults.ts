import type { Defaults } from '../../language/index.ts';

const PAPER = 'Alibaba Cloud disaster-recovery white paper, version 2019-07-18';

export const IMAGE_DEFAULTS: Defaults = {
  full: {
    value: '30d',
    source: `${PAPER}, section 1.2: an image is full and only made by hand; at a release, once a month by assumption`,
  },
  keep: { value: 'forever', source: 'assumption: images are kept until somebody deletes them' },
  speed: { value: '100MB/s', source: 'assumption: an image is made of a snapshot, at the speed of a disk' },
  'restore-speed': { value: '100MB/s', source: 'assumption: a disk is filled from an image as from a snapshot' },
  system: { value: '40GB', source: 'assumption: a system disk of 40 GB' },
};
