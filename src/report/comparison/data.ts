import type { ComparisonResult } from '../../experiment/index.ts';
import type { Words } from '../words/index.ts';
import { amountField, countDifference, minutesDifference, minutesField, NOTHING } from './fields.ts';
import type { Field, GridRow } from './grid.ts';
import { classesOf, worstOf } from './workloads.ts';

/** What recoveries lose in each scenario, all of its stores together. */
export function dataRows({ scenarios, totals, differences }: ComparisonResult, words: Words): GridRow[] {
  const losses = scenarios.map(({ stores }) => Object.values(stores).flatMap(({ rpoSeconds }) => rpoSeconds));
  const against = (of: (difference: (typeof differences)[number]['data']) => Field): GridRow => ({
    label: words.compare.against,
    fields: differences.map(({ data }, i) => (i === 0 ? NOTHING : of(data))),
  });
  const own = (label: string, of: (all: (typeof totals)[number]['data']) => Field): GridRow => ({
    label,
    fields: scenarios.map(({ stores }, i) => (Object.keys(stores).length === 0 ? NOTHING : of(totals[i]!.data))),
  });
  return [
    ...classesOf(losses.flat()).map((kind) => ({
      label: words.compare.rpo(words.classes[kind]),
      fields: losses.map((rows) => worstOf(rows, kind, words)),
    })),
    own(words.compare.writesLostAYear, ({ writesLostPerYear }) => amountField(writesLostPerYear, words)),
    against(({ writesLostPerYear }) => countDifference(writesLostPerYear, words)),
    own(words.compare.splitBrainAYear, ({ splitBrainMinutesPerYear }) => minutesField(splitBrainMinutesPerYear, words)),
    against(({ splitBrainMinutesPerYear }) => minutesDifference(splitBrainMinutesPerYear, words)),
  ];
}
