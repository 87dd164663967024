import { sortedEntries } from '../../base/index.ts';
import type { Estimate, PhaseName, Result, WorkloadResult } from '../../experiment/index.ts';
import { shareBeside } from '../beside.ts';
import { clean } from '../cells.ts';
import { availabilityText, count, decimalsFor, percent, stated } from '../figures.ts';
import { type Lines, type Page, paragraph, title } from '../page.ts';
import { table } from '../table.ts';
import type { Words } from '../words/index.ts';
import { worstWorkloads } from '../worst.ts';

/** Phases in which people or automation find out and move users. */
const MOVING: readonly PhaseName[] = ['detect', 'decide', 'switch', 'start', 'restore', 'propagate'];
const ALL: readonly PhaseName[] = [...MOVING, 'overload', 'repair'];

export type SlaRow = readonly [string, WorkloadResult];

/** The vendors' figures multiplied, beside what was measured, and why the two differ. */
export function sla(result: Result, page: Page): Lines {
  const { words } = page;
  const { sla: say } = words;
  const rows: readonly SlaRow[] = sortedEntries(result.workloads);
  if (rows.length === 0) return [];
  const { shown, more } = worstWorkloads(rows, page);
  return [
    ...title(say.title, '', page),
    ...table(
      shown,
      [
        { title: say.workload, align: 'left', cell: ([name]) => name, shrinks: true, wraps: true },
        { title: say.product, align: 'right', cell: ([, workload]) => productText(workload, words) },
        { title: say.infrastructure, align: 'right', cell: ([, workload]) => infrastructureText(workload, words) },
        { title: say.measured, align: 'right', cell: ([, workload]) => measuredText(workload, words) },
      ],
      page,
    ),
    ...more,
    ...multiplied(shown, words).flatMap((text) => paragraph(text)),
    ...reasons(shown, words).flatMap((reason) => paragraph(reason).map(page.ink.dim)),
  ];
}

/** Which figures were multiplied; once for workloads with the same. */
export function multiplied(rows: readonly SlaRow[], words: Words): string[] {
  const known = rows.filter(([, { slaProduct }]) => slaProduct !== null);
  const parts = known.map(([, { slaParts }]) => factors(slaParts, words));
  return [...new Set(parts)].filter((text) => text !== '').map((text) => words.sla.multiplied(text));
}

/** Factors of a product that are written out. */
const FACTORS = 12;

/** Along the way; of a long one the lowest. */
function factors(parts: WorkloadResult['slaParts'], words: Words): string {
  const lowest = [...parts].sort((a, b) => (a.sla ?? 1) - (b.sla ?? 1)).slice(0, FACTORS);
  const told = parts.length > FACTORS ? lowest : parts;
  const text = told.map(({ component, sla }) => `${clean(component)} ${stated(100 * (sla ?? 1))} %`).join(' × ');
  return parts.length > FACTORS ? `${text} × … (${words.more(count(parts.length - FACTORS))})` : text;
}

export const productText = ({ slaProduct }: WorkloadResult, words: Words): string =>
  slaProduct === null ? words.notKnown : `${availabilityText(slaProduct)} %`;

/** Without what people bring about; empty where they bring nothing about. */
export function infrastructureText({ availability, intervals }: WorkloadResult, words: Words): string {
  const { withoutChanges: mean } = availability;
  if (mean === null) return '';
  return measured({ low: null, high: null, ...intervals.withoutChanges, mean }, words);
}

/** Its interval stands with the availability. */
export const measuredText = ({ availability: { time } }: WorkloadResult, words: Words): string =>
  measured({ mean: time.mean, low: null, high: null }, words);

/** `99.951 % (99.948–99.954)`. */
function measured({ mean, low, high }: Estimate, words: Words): string {
  if (mean === null || mean >= 1) return words.noneSeen;
  if (low === null || high === null) return `${availabilityText(mean)} %`;
  const text = (share: number): string => availabilityText(share, decimalsFor(100 * mean, 100 * low, 100 * high));
  return `${text(mean)} % (${text(low)}–${text(high)})`;
}

export function reasons(rows: readonly SlaRow[], words: Words): string[] {
  const { sla: say, listSeparator } = words;
  const parts = rows.flatMap(([, { slaProduct, slaParts }]) => (slaProduct === null ? slaParts : []));
  const unknown = new Set(parts.filter(({ sla }) => sla === null).map(({ component }) => clean(component)));
  const compared = rows.filter(
    ([, { slaProduct, availability }]) => slaProduct !== null && availability.time.mean !== null,
  );
  const isHigher = ([, { slaProduct, availability }]: SlaRow): boolean =>
    (availability.withoutChanges ?? availability.time.mean!) >= slaProduct!;
  const higher = compared.filter(isHigher).map(([name]) => clean(name));
  return [
    ...(unknown.size === 0 ? [] : [say.unknownFor([...unknown].join(listSeparator))]),
    ...(higher.length === 0 ? [] : [say.higher(higher.join(listSeparator))]),
    ...compared.filter((row) => !isHigher(row)).map((row) => lower(row, words)),
    ...rows.flatMap((row) => changed(row, words)),
  ];
}

function lower([name, { phases }]: SlaRow, { sla: say }: Words): string {
  const sum = (names: readonly PhaseName[]): number => names.reduce((total, phase) => total + phases[phase], 0);
  const total = sum(ALL) || 1;
  return say.lower(clean(name), percent(sum(MOVING) / total), percent(phases.repair / total));
}

/** How much of its downtime people brought about. */
function changed([name, { availability, intervals }]: SlaRow, { sla: say }: Words): string[] {
  const { withoutChanges, time } = availability;
  if (withoutChanges === null || time.mean === null || time.mean >= 1) return [];
  return [
    say.changed(
      clean(name),
      shareBeside((withoutChanges - time.mean) / (1 - time.mean), intervals.changes ?? { low: null, high: null }),
    ),
  ];
}
