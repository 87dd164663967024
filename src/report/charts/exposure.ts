import { sortedEntries } from '../../base/index.ts';
import type { StoreResult } from '../../experiment/index.ts';
import type { ChartSpec, ColourName } from '../../visual/index.ts';
import type { PageParts } from '../html/parts.ts';
import { texts } from '../html/voices.ts';
import { CHARTS } from '../words/page/charts.ts';
import { intervalOf } from './intervals.ts';

type Exposure = StoreResult['exposure'];
const KINDS: readonly {
  readonly name: 'withoutStandby' | 'withoutCopy' | 'fallenBack' | 'lagAboveTarget';
  readonly colour: ColourName;
}[] = [
  { name: 'withoutStandby', colour: 'orange' },
  { name: 'withoutCopy', colour: 'red' },
  { name: 'fallenBack', colour: 'purple' },
  { name: 'lagAboveTarget', colour: 'blue' },
];
const shareOf = (exposure: Exposure, name: (typeof KINDS)[number]['name']): number => exposure[name] ?? 0;

/** How much of the time each store stands unprotected. */
export function exposureChart({ run }: PageParts): ChartSpec[] {
  const stores = sortedEntries(run?.stores ?? {}).filter(([, { exposure }]) =>
    KINDS.some(({ name }) => shareOf(exposure, name) > 0),
  );
  const kinds = KINDS.filter(({ name }) => stores.some(([, { exposure }]) => shareOf(exposure, name) > 0));
  if (kinds.length === 0) return [];
  return [
    {
      id: 'exposure',
      title: CHARTS.exposure,
      about: CHARTS.exposureAbout,
      body: {
        kind: 'bars',
        lying: true,
        stacked: false,
        categories: stores.map(([name]) => texts(() => name)),
        series: kinds.map(({ name, colour }) => ({
          label: CHARTS[name],
          colour,
          values: stores.map(([, { exposure }]) => shareOf(exposure, name) || null),
          intervals: stores.map(([, { exposure, intervals }]) =>
            shareOf(exposure, name) > 0 ? intervalOf(intervals.exposure[name] ?? undefined) : null,
          ),
        })),
        axis: { title: CHARTS.share, measure: 'share', log: true },
      },
      limits: [],
    },
  ];
}
