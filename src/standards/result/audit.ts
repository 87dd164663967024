import type { Disaster } from './disaster.ts';

/** Something in the plans that an auditor would ask about. */
export interface AuditFinding {
  readonly code:
    | 'no-plan'
    | 'decided-by-people'
    | 'asks-people'
    | 'may-fail'
    | 'never-drilled'
    | 'drill-unknown'
    | 'unfenced-promotion'
    | 'no-way-back';
  readonly severity: 'bad' | 'note';
  readonly plan: string | null;
  /** From 1. */
  readonly step: number | null;
  readonly verb: string | null;
  readonly class: Disaster | null;
  readonly domain: string | null;
  /** Stores, workloads or teams that it is about. */
  readonly of: readonly string[];
  /** A chance, or seconds (the p95 of a decision); null: none. */
  readonly figure: number | null;
}
