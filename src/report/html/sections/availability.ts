import { sortedEntries } from '../../../base/index.ts';
import type { Result, WorkloadResult } from '../../../experiment/index.ts';
import { downtime, incidents, lengths } from '../../sections/availability.ts';
import { PARTS } from '../../words/page/parts.ts';
import { availabilitySaid, intervalSaid, ninesSaid } from '../figures.ts';
import type { Section } from '../parts.ts';
import { htmlTable } from '../table.ts';
import { both } from '../voices.ts';

type Row = readonly [string, WorkloadResult];

/** Every workload with its availability, downtime and incidents. */
export function availabilitySection(result: Result): Section {
  const years = result.runs * result.yearsPerRun;
  return {
    id: 'availability',
    title: PARTS.availability.title,
    about: PARTS.availability.about,
    body: htmlTable<Row>({
      id: 'availability-t',
      caption: PARTS.availability.title,
      rows: sortedEntries(result.workloads),
      fields: [
        { title: PARTS.workload, cell: ([name]) => name },
        {
          title: ({ words }) => words.availability.byRequests,
          cell: ([, { availability }]) => both(availabilitySaid(availability.requests)),
          figure: ([, { availability }]) => availability.requests.mean,
        },
        {
          title: ({ words }) => words.availability.byTime,
          cell: ([, { availability }]) => both(availabilitySaid(availability.time)),
          figure: ([, { availability }]) => availability.time.mean,
        },
        {
          title: PARTS.interval,
          cell: ([, { availability }]) => both(intervalSaid(availability.time)),
          figure: ([, { availability }]) => availability.time.low,
          wraps: true,
        },
        {
          title: PARTS.nines,
          cell: ([, { availability }]) => both(ninesSaid(availability.time)),
          figure: ([, { availability }]) => availability.time.mean,
        },
        {
          title: PARTS.aYear,
          cell: ([, { downtimeMinutesPerYear }]) => both(({ words }) => downtime(downtimeMinutesPerYear, years, words)),
          figure: ([, { downtimeMinutesPerYear }]) => downtimeMinutesPerYear.mean,
          wraps: true,
        },
        {
          title: PARTS.incidents,
          cell: ([, workload]) => both(({ words }) => incidents(workload, years, words)),
          room: 'text',
        },
        {
          title: PARTS.lengths,
          cell: ([, workload]) => both(({ words }) => lengths(workload, words) ?? ''),
          room: 'text',
        },
      ],
    }),
  };
}
