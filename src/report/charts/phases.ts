import type { PhaseName } from '../../experiment/index.ts';

/** Phases of downtime in the order in which a recovery meets them. */
export const PHASES: readonly PhaseName[] = [
  'detect',
  'decide',
  'switch',
  'start',
  'restore',
  'propagate',
  'overload',
  'repair',
];
