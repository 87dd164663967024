import { byCodeUnit } from '../base/index.ts';
import { resolveScheduled, type ScheduledFault, scheduledInput, scheduledReferences } from '../faults/index.ts';
import type { Notebook } from '../language/index.ts';
import type { SectionReader } from './sections.ts';

/** Reads the list of faults at stated times, sorted by name. */
export function readSchedule(raw: unknown, reader: SectionReader, notes: Notebook): readonly ScheduledFault[] {
  const items: readonly unknown[] = Array.isArray(raw) ? raw : [];
  if (raw !== undefined && raw !== null && !Array.isArray(raw)) {
    notes.error('bad-value', 'faults on a schedule are a list', {
      expected: 'a list such as [{at: 3d, lose: cn-beijing/a, for: 6h}]',
    });
  }
  const seen = new Set<string>();
  const faults = items.flatMap((item, index) => {
    const fault = readScheduled(item, reader, notes.at(index));
    if (fault === undefined) return [];
    if (seen.has(fault.name)) reportTwin(fault, notes.at(index));
    seen.add(fault.name);
    return fault;
  });
  return faults.sort((a, b) => byCodeUnit(a.name, b.name));
}

const reportTwin = ({ name }: ScheduledFault, notes: Notebook): void =>
  notes.error('duplicate-name', `\`${name}\` stands here a second time`, { expected: 'a name of its own' });

function readScheduled(raw: unknown, reader: SectionReader, notes: Notebook): ScheduledFault | undefined {
  const given = notes.read(scheduledInput, raw);
  const fault = given === undefined ? undefined : resolveScheduled(given, notes);
  if (fault !== undefined) reader.refer(scheduledReferences(fault), notes);
  return fault;
}
