import type { TimelineEvent, TimelineLine } from './explanation.ts';

type Truth = Extract<TimelineEvent, { kind: 'truth' }>;
interface TruthLine extends TimelineLine {
  readonly event: Truth;
}

const isTruth = (line: TimelineLine): line is TruthLine => line.event.kind === 'truth';

/** A loss or a return is told once a component, not once an instance, and as it stands when all of it has happened. */
export function gather(lines: readonly TimelineLine[]): TimelineLine[] {
  const out: TimelineLine[] = [];
  for (let at = 0; at < lines.length; ) {
    const stretch = truthsOfAnInstant(lines, at);
    out.push(...(stretch.length === 0 ? [lines[at]!] : together(stretch)));
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

/** `app-a` of `app-a/3`; what is no instance is itself. */
const wholeOf = (thing: string): string => thing.replace(/\/\d+$/, '');

function together(stretch: readonly TruthLine[]): TimelineLine[] {
  const last = new Map(stretch.map((line) => [line.event.thing, line]));
  const isToldByWhole = ({ event: { thing, manner } }: TruthLine): boolean =>
    wholeOf(thing) !== thing && last.get(wholeOf(thing))?.event.manner === manner;
  return [...byKind([...last.values()].filter((line) => !isToldByWhole(line))).values()].map(oneLine);
}

function byKind(lines: readonly TruthLine[]): Map<string, TruthLine[]> {
  const kinds = new Map<string, TruthLine[]>();
  for (const line of lines) {
    const { thing, manner } = line.event;
    const kind = JSON.stringify([wholeOf(thing), wholeOf(thing) === thing, manner]);
    kinds.set(kind, [...(kinds.get(kind) ?? []), line]);
  }
  return kinds;
}

function oneLine(alike: readonly TruthLine[]): TimelineLine {
  const [first] = alike;
  const { thing, manner, cause } = first!.event;
  if (alike.length === 1) return first!;
  const numbers = rangesOf(alike.map((line) => numberOf(line.event.thing)));
  return { at: first!.at, event: { kind: 'truths', of: wholeOf(thing), count: alike.length, numbers, manner, cause } };
}

const numberOf = (thing: string): number => Number(thing.slice(wholeOf(thing).length + 1));

function rangesOf(numbers: readonly number[]): (readonly [number, number])[] {
  const ranges: [number, number][] = [];
  for (const number of [...numbers].sort((a, b) => a - b)) {
    const last = ranges.at(-1);
    if (last !== undefined && number <= last[1] + 1) last[1] = number;
    else ranges.push([number, number]);
  }
  return ranges;
}
