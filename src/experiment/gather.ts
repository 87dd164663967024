import type { TimelineEvent, TimelineLine } from './explanation.ts';
import type { Parts } from './parts.ts';

type Truth = Extract<TimelineEvent, { kind: 'truth' }>;
interface TruthLine extends TimelineLine {
  readonly event: Truth;
}

const isTruth = (line: TimelineLine): line is TruthLine => line.event.kind === 'truth';

/**
 * A loss or a return is told once a component, or once a sort of its parts, not once an instance, and as it stands when all of it
 * has happened.
 */
export function gather(lines: readonly TimelineLine[], parts: Parts): TimelineLine[] {
  const out: TimelineLine[] = [];
  for (let at = 0; at < lines.length; ) {
    const stretch = truthsOfAnInstant(lines, at);
    out.push(...(stretch.length === 0 ? [lines[at]!] : together(stretch, parts)));
    at += Math.max(1, stretch.length);
  }
  return out;
}

function truthsOfAnInstant(lines: readonly TimelineLine[], from: number): TruthLine[] {
  const stretch: TruthLine[] = [];
  for (let i = from; i < lines.length; i++) {
    const line = lines[i]!;
    if (!isTruth(line) || line.at !== lines[from]!.at) break;
    stretch.push(line);
  }
  return stretch;
}

function together(stretch: readonly TruthLine[], parts: Parts): TimelineLine[] {
  const last = new Map(stretch.map((line) => [line.event.thing, line]));
  const isToldByWhole = ({ event: { thing, manner } }: TruthLine): boolean => {
    const component = componentOf(thing, parts);
    return component !== undefined && last.get(component)?.event.manner === manner;
  };
  const told = [...last.values()].filter((line) => !isToldByWhole(line));
  return [...bySort(told, parts).values()].map((alike) => oneLine(alike, parts));
}

/** `files` of `files/chunk-3`. */
const componentOf = (thing: string, parts: Parts): string | undefined =>
  parts.has(thing) ? thing.slice(0, thing.indexOf('/')) : undefined;

function bySort(lines: readonly TruthLine[], parts: Parts): Map<string, TruthLine[]> {
  const sorts = new Map<string, TruthLine[]>();
  for (const line of lines) {
    const { thing, manner, cause } = line.event;
    const sort = JSON.stringify([parts.get(thing)?.of ?? [thing], manner, cause]);
    sorts.set(sort, [...(sorts.get(sort) ?? []), line]);
  }
  return sorts;
}

function oneLine(alike: readonly TruthLine[], parts: Parts): TimelineLine {
  const [first] = alike;
  const { thing, manner, cause } = first!.event;
  if (alike.length === 1) return first!;
  const { of, total } = parts.get(thing)!;
  const numbers = rangesOf(alike.map((line) => parts.get(line.event.thing)!.number));
  return { at: first!.at, event: { kind: 'truths', of, count: alike.length, total, numbers, manner, cause } };
}

function rangesOf(numbers: readonly number[]): (readonly [number, number])[] {
  const ranges: [number, number][] = [];
  for (const number of [...numbers].sort((a, b) => a - b)) {
    const last = ranges.at(-1);
    if (last !== undefined && number <= last[1] + 1) last[1] = number;
    else ranges.push([number, number]);
  }
  return ranges;
}
