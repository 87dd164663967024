/** What was served from an instant on, 0 to 1. */
export type Course = readonly (readonly [at: number, served: number])[];

export interface Levels {
  readonly upWhen: number;
  readonly recoveredWhen: number;
  readonly settle: number;
}

export interface Outages {
  /** Time below the level. */
  readonly down: number;
  /** Time up between two losses of one incident. */
  readonly flap: number;
  /** From first loss to last recovery, those that ended. */
  readonly lengths: readonly number[];
  /** Still open at the horizon. */
  readonly open: number;
}

interface Loss {
  readonly from: number;
  readonly to: number;
  readonly ended: boolean;
}

const TOLERANCE = 1e-9;

/** The stretches in which the level is lost, by its definition. */
function losses(course: Course, { upWhen, recoveredWhen }: Levels, horizon: number): Loss[] {
  const found: Loss[] = [];
  let since: number | undefined;
  for (const [at, served] of course) {
    if (since === undefined && served < upWhen - TOLERANCE) since = at;
    else if (since !== undefined && served >= recoveredWhen - TOLERANCE) {
      found.push({ from: since, to: at, ended: true });
      since = undefined;
    }
  }
  if (since !== undefined) found.push({ from: since, to: horizon, ended: false });
  return found;
}

/** Downtime and incidents of a course: losses that are less than `settle` apart are one incident. */
export function outages(course: Course, levels: Levels, horizon: number): Outages {
  const all = losses(course, levels, horizon);
  const incidents: Loss[] = [];
  let flap = 0;
  for (const loss of all) {
    const last = incidents.at(-1);
    if (last !== undefined && loss.from - last.to < levels.settle) {
      flap += loss.from - last.to;
      incidents[incidents.length - 1] = { ...loss, from: last.from };
    } else incidents.push(loss);
  }
  return {
    down: all.reduce((sum, { from, to }) => sum + to - from, 0),
    flap,
    lengths: incidents.flatMap(({ from, to, ended }) => (ended ? [to - from] : [])),
    open: incidents.filter(({ ended }) => !ended).length,
  };
}

/** The share of requests served up to the horizon. */
export function servedShare(course: Course, horizon: number): number {
  let served = 0;
  for (const [i, [at, share]] of course.entries()) served += ((course[i + 1]?.[0] ?? horizon) - at) * share;
  return served / horizon;
}
