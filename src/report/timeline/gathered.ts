import type { TimelineEvent, TimelineLine } from '../../experiment/index.ts';

type ServiceEvent = Extract<TimelineEvent, { kind: 'service' }>;

/** A line to print, with how many steps of the same kind before it are left out. */
export interface ToldLine extends TimelineLine {
  readonly leftOut: number;
}

/** Fewer lines than this in a row are told one by one. */
const MANY = 4;

/**
 * Users who leave or return cohort by cohort make long rows of lines that say one thing. Of such a row, for one workload
 * and one reason, and with nothing else in between, the first and the last are told.
 */
export function gathered(lines: readonly TimelineLine[]): ToldLine[] {
  return stretches(lines).flatMap((stretch) => {
    const kept = byReason(stretch).flatMap((row) => (row.length < MANY ? row.map(told) : ends(row)));
    return kept.sort((a, b) => a.at - b.at);
  });
}

function byReason(stretch: readonly TimelineLine[]): TimelineLine[][] {
  const rows = new Map<string, TimelineLine[]>();
  for (const line of stretch) {
    const reason = reasonOf(line.event);
    const row = rows.get(reason);
    if (row === undefined) rows.set(reason, [line]);
    else row.push(line);
  }
  return [...rows.values()];
}

const told = (line: TimelineLine): ToldLine => ({ ...line, leftOut: 0 });
const ends = (row: readonly TimelineLine[]): ToldLine[] => [told(row[0]!), { ...row.at(-1)!, leftOut: row.length - 2 }];

/** Runs of lines about users, and each other line by itself. */
function stretches(lines: readonly TimelineLine[]): TimelineLine[][] {
  const out: TimelineLine[][] = [];
  let inService = false;
  for (const line of lines) {
    const isService = line.event.kind === 'service';
    if (isService && inService) out.at(-1)!.push(line);
    else out.push([line]);
    inService = isService;
  }
  return out;
}

/** Full service and none are moments of their own. */
function reasonOf(event: TimelineEvent): string {
  if (event.kind !== 'service') return '';
  return JSON.stringify([event.workload, event.on, event.phase, extreme(event)]);
}

const extreme = ({ served }: ServiceEvent): number => (served <= 0 ? 0 : served >= 1 ? 1 : -1);
