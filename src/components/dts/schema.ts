import type { FaultSpec } from '../../language/index.ts';
import type { Law } from '../../random/index.ts';

export const DTS_CLASSES = ['micro', 'small', 'medium', 'large'] as const;
export type DtsClass = (typeof DTS_CLASSES)[number];

/** A task that carries the writes of one store to another, asynchronously. */
export interface DtsSpec {
  readonly kind: 'dts';
  readonly name: string;
  readonly from: string;
  readonly to: string;
  readonly class: DtsClass;
  /** What the class carries, rows a second. */
  readonly rowsPerSecond: number;
  /** Rows that one write of a workload changes, above 0. */
  readonly rowsPerWrite: number;
  /** Lag without a backlog. */
  readonly lag: Law;
  readonly faults: readonly FaultSpec[];
}
