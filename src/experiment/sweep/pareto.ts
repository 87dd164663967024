import { isKind, kindOf, MEASURES } from './measures.ts';
import type { MeasureName } from './row.ts';

/** A measure that a front is over: `downtime:order`, or `downtime` of whichever workload is the worst. */
export interface Aim {
  readonly name: MeasureName;
  /** The measures it stands for: the worst of them counts. */
  readonly of: readonly MeasureName[];
  readonly better: 'less' | 'more';
}

/** What a front is over unless it is said: what a scenario has of these. */
const USUAL = ['downtime', 'rpo', 'cost'] as const;

/** Aims by the words of `--pareto`; the word that means nothing here, otherwise. */
export function aimsOf(
  asked: readonly string[] | undefined,
  measures: readonly MeasureName[],
): readonly Aim[] | { readonly unknown: string } {
  const aims: Aim[] = [];
  for (const name of asked ?? USUAL) {
    const of = measures.filter((measure) => measure === name || kindOf(measure) === name);
    const kind = kindOf(name);
    if (of.length > 0 && isKind(kind)) aims.push({ name, of, better: MEASURES[kind] });
    else if (asked !== undefined) return { unknown: name };
  }
  return aims;
}

/** What an aim comes to at a point, so that less is better; what was never seen is 0, the best there is. */
export function worthOf({ of, better }: Aim, figure: (measure: MeasureName) => number | null): number {
  const values = of.map((measure) => figure(measure));
  return better === 'less'
    ? Math.max(...values.map((value) => value ?? 0))
    : -Math.min(...values.map((value) => value ?? 1));
}

/** Which of the points are on the front: no other is at least as good in every aim and better in one. */
export function paretoFront(values: readonly (readonly number[])[]): boolean[] {
  const order = values.map((_, i) => i).sort((a, b) => compare(values[a]!, values[b]!));
  const front: (readonly number[])[] = [];
  const isOn = values.map(() => false);
  for (const i of order) {
    const own = values[i]!;
    if (front.some((other) => dominates(other, own))) continue;
    front.push(own);
    isOn[i] = true;
  }
  return isOn;
}

/** Whoever dominates comes first in the order of the first figures that differ. */
function compare(a: readonly number[], b: readonly number[]): number {
  for (const [i, value] of a.entries()) {
    if (value !== b[i]) return value - b[i]!;
  }
  return 0;
}

const dominates = (a: readonly number[], b: readonly number[]): boolean =>
  a.every((value, i) => value <= b[i]!) && a.some((value, i) => value < b[i]!);
