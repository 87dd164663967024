import type { ChartSpec, HeatMap } from '../../visual/index.ts';
import { workloadsOf } from '../drill-report.ts';
import { faultName } from '../html/names.ts';
import type { PageParts } from '../html/parts.ts';
import { heatField, heatRows } from '../html/sections/heat.ts';
import { texts } from '../html/voices.ts';
import { PARTS } from '../words/page/parts.ts';

/** Faults of a picture at most: the first in the order of the drills. */
const MOST = 40;

/** The heat map of drills as a picture; a page has it as a table. */
export function heatChart({ drill }: PageParts): ChartSpec[] {
  const rows = drill === undefined ? [] : heatRows(drill).slice(0, MOST);
  if (drill === undefined || rows.length === 0) return [];
  const workloads = workloadsOf(drill);
  const body: HeatMap = {
    kind: 'heat',
    columns: workloads.map((name) => texts(() => name)),
    rows: rows.map((row) => ({
      name: texts(({ words }) => `${words.classes[row.class]} ${faultName(row, words)}`),
      fields: workloads.map((name) => heatField(row, name)),
    })),
  };
  return [{ id: 'heat', title: PARTS.drills.heat, about: PARTS.drills.heat, body, limits: [] }];
}
