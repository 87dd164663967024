import { sortedEntries } from '../../base/index.ts';
import type { PhaseName, Result, WorkloadResult } from '../../experiment/index.ts';
import { clean } from '../cells.ts';
import { availabilityText, percent } from '../figures.ts';
import { type Lines, labelled, type Page, title } from '../page.ts';
import type { Words } from '../words/index.ts';

/** Phases in which people or automation find out and move users. */
const MOVING: readonly PhaseName[] = ['detect', 'decide', 'switch', 'start', 'restore', 'propagate'];
const ALL: readonly PhaseName[] = [...MOVING, 'overload', 'repair'];

/** The vendors' figures multiplied, beside what was measured, and why the two differ. */
export function sla(result: Result, page: Page): Lines {
  const { sla: say } = page.words;
  return sortedEntries(result.workloads).flatMap(([name, workload], index) => [
    title(index === 0 ? say.title : '', clean(name), page),
    ...labelled(say.product, productText(workload, page.words), page),
    ...labelled(say.measured, measuredText(workload, page.words), page),
    ...reason(workload, page),
  ]);
}

function productText({ slaProduct, slaParts }: WorkloadResult, words: Words): string {
  if (slaProduct !== null) return `${availabilityText(slaProduct)} %`;
  const unknown = slaParts.filter(({ sla }) => sla === null).map(({ component }) => clean(component));
  return unknown.length === 0 ? words.notKnown : words.sla.unknownFor(unknown.join(words.listSeparator));
}

function measuredText({ availability: { time } }: WorkloadResult, words: Words): string {
  if (time.mean !== null && time.mean < 1) return `${availabilityText(time.mean)} %`;
  return time.low === null ? words.noneSeen : words.availability.atLeast(availabilityText(time.low));
}

function reason(workload: WorkloadResult, page: Page): string[] {
  const {
    slaProduct,
    availability: { time },
    phases,
  } = workload;
  if (slaProduct === null || time.mean === null) return [];
  const { sla: say } = page.words;
  if (time.mean >= slaProduct) return labelled(say.why, say.higher, page);
  const sum = (names: readonly PhaseName[]): number => names.reduce((total, name) => total + phases[name], 0);
  const total = sum(ALL);
  if (total === 0) return [];
  return labelled(say.why, say.lower(percent(sum(MOVING) / total), percent(phases.repair / total)), page);
}
