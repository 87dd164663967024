import type { FaultClass, Spread } from '../result/index.ts';

interface Row extends Pick<Spread, 'p95' | 'max'> {
  readonly class: FaultClass;
  readonly domain: string;
}

const badness = (seconds: number | null): number => seconds ?? Number.POSITIVE_INFINITY;

/** The largest 95 % quantile first, an unknown one before all; then the largest seen, then by name. */
export const worstFirst = (a: Row, b: Row): number =>
  (badness(a.p95) === badness(b.p95) ? 0 : badness(b.p95) - badness(a.p95)) ||
  (b.max ?? 0) - (a.max ?? 0) ||
  (a.domain < b.domain ? -1 : 1);
