import type { ComparisonResult, ObjectiveResult } from '../../experiment/index.ts';
import { INK, nameOf, subjectOf, target } from '../objective.ts';
import type { Words } from '../words/index.ts';
import { NOTHING } from './fields.ts';
import type { Field, GridRow } from './grid.ts';

/** The verdict of each scenario on each objective that any of them states. */
export function objectiveRows({ scenarios }: ComparisonResult, words: Words): GridRow[] {
  const asked = new Map(scenarios.flatMap(({ objectives }) => objectives).map((row) => [keyOf(row), row]));
  return [...asked].map(([key, row]) => ({
    label: `${nameOf(row, words)} ${subjectOf(row, words)} ${target(row, words)}`,
    fields: scenarios.map(({ objectives }) =>
      verdict(
        objectives.find((own) => keyOf(own) === key),
        words,
      ),
    ),
  }));
}

const keyOf = ({ objective, workload, scope, target: asked }: ObjectiveResult): string =>
  JSON.stringify([objective, workload, scope, asked]);

const verdict = (row: ObjectiveResult | undefined, words: Words): Field =>
  row === undefined ? NOTHING : { lines: [words.objectives.verdicts[row.verdict]], paint: INK[row.verdict] };
