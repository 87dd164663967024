import type { Longest } from '../../measures/index.ts';
import type { Bounds } from '../result/index.ts';
import type { Baseline } from './baseline.ts';

export type Drilled = NonNullable<Baseline['rows']>[number];

/** What a figure of drills tells, and of which fault. */
export interface About {
  readonly class: string;
  readonly domain: string;
  readonly fault: string;
  readonly what: 'rto' | 'rpo' | 'failed';
  /** The workload or the store. */
  readonly of: string;
}

/** A figure of one fault at one of two times. */
export interface Figure extends About {
  readonly value: number | null;
  readonly bounds: Bounds;
  /** Which drills it is made of; documents of drills, and of before these were kept, do not tell. */
  readonly longest: Longest | undefined;
}

/** A figure at both times. */
export interface Both {
  readonly was: Figure;
  readonly is: Figure;
}

/** Every figure of some drills by a name of its own. */
export function figuresOf(drills: readonly Drilled[]): ReadonlyMap<string, Figure> {
  const figures = drills.flatMap(({ class: faultClass, domain, fault, workloads, stores }): Figure[] => {
    const common = { class: faultClass, domain, fault };
    return [
      ...workloads.flatMap(({ workload: of, failed, rtoSeconds }): Figure[] => [
        {
          ...common,
          what: 'failed',
          of,
          value: failed.share,
          bounds: bounded(failed.low, failed.high),
          longest: rtoSeconds.longest,
        },
        { ...common, what: 'rto', of, ...timeOf(rtoSeconds) },
      ]),
      ...stores.map(({ store: of, rpoSeconds }): Figure => ({ ...common, what: 'rpo', of, ...timeOf(rpoSeconds) })),
    ];
  });
  return new Map(figures.map((one) => [JSON.stringify([one.class, one.domain, one.fault, one.what, one.of]), one]));
}

const timeOf = ({
  p95,
  p95Low,
  p95High,
  longest,
}: Drilled['stores'][number]['rpoSeconds']): Pick<Figure, 'value' | 'bounds' | 'longest'> => ({
  value: p95,
  bounds: bounded(p95Low, p95High),
  longest,
});

/** Documents that were made before bounds were kept have none. */
const bounded = (low: number | null = null, high: number | null = null): Bounds => ({ low, high });
