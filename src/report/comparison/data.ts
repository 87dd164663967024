import type { ComparisonResult, Result, StoreResult } from '../../experiment/index.ts';
import { brief } from '../figures.ts';
import { span } from '../spans.ts';
import type { Words } from '../words/index.ts';
import { countDifference, field, minutesDifference, NOTHING } from './fields.ts';
import type { Field, GridRow } from './grid.ts';
import { classesOf, worstOf } from './workloads.ts';

const MINUTE = 60;

/** What recoveries lose in each scenario, all of its stores together. */
export function dataRows({ scenarios, differences }: ComparisonResult, words: Words): GridRow[] {
  const losses = scenarios.map(({ stores }) => Object.values(stores).flatMap(({ rpoSeconds }) => rpoSeconds));
  const against = (of: (difference: (typeof differences)[number]['data']) => Field): GridRow => ({
    label: words.compare.against,
    fields: differences.map(({ data }, i) => (i === 0 ? NOTHING : of(data))),
  });
  return [
    ...classesOf(losses.flat()).map((kind) => ({
      label: words.compare.rpo(words.classes[kind]),
      fields: losses.map((rows) => worstOf(rows, kind, words)),
    })),
    { label: words.compare.writesLostAYear, fields: scenarios.map((result) => lost(result, words)) },
    against(({ writesLostPerYear }) => countDifference(writesLostPerYear, words)),
    { label: words.compare.splitBrainAYear, fields: scenarios.map((result) => split(result, words)) },
    against(({ splitBrainMinutesPerYear }) => minutesDifference(splitBrainMinutesPerYear, words)),
  ];
}

const sum = ({ stores }: Result, of: (store: StoreResult) => number): number =>
  Object.values(stores).reduce((total, store) => total + of(store), 0);

function lost(result: Result, words: Words): Field {
  if (Object.keys(result.stores).length === 0) return NOTHING;
  const writes = sum(result, ({ writesLostPerYear }) => writesLostPerYear);
  return field(writes > 0 ? brief(writes) : words.noneSeen);
}

function split(result: Result, words: Words): Field {
  if (Object.keys(result.stores).length === 0) return NOTHING;
  const mean = sum(result, ({ splitBrain }) => splitBrain.minutesPerYear);
  return field(mean > 0 ? span(mean * MINUTE, words) : words.noneSeen);
}
