import { parseDuration } from '../../../base/index.ts';
import type { SweepResult } from '../../../experiment/index.ts';
import type { Axis, Measure } from '../../../visual/index.ts';
import { clean } from '../../cells.ts';
import { texts } from '../../html/voices.ts';
import { measureText, type Priced } from '../../sweep/figures.ts';

export type Parameter = SweepResult['parameters'][number];

const MEASURES: Readonly<Record<string, Measure>> = {
  downtime: 'minutes',
  planned: 'minutes',
  'split-brain': 'minutes',
  availability: 'share',
  rto: 'span',
  rpo: 'span',
};

/** The axis on which a measure of a sweep stands. */
export const measureAxis = (measure: string, result: Priced): Axis => ({
  title: texts(({ words }) => measureText(measure, result, words)),
  measure: MEASURES[measure.split(':', 1)[0]!] ?? 'number',
});

/** Where the settings of a parameter stand: as figures where all of them are, else side by side. */
export interface ParameterAxis {
  readonly axis: Axis;
  readonly at: (setting: string) => number;
}

/** An axis from so small to so large is logarithmic. */
const WIDE = 15;

export function parameterAxis({ name }: Parameter, settings: readonly string[]): ParameterAxis {
  const levels = [...new Set(settings)];
  for (const [measure, read] of READERS) {
    const values = levels.map(read);
    if (levels.length < 2 || !values.every((value) => value !== undefined)) continue;
    const unit = measure === 'number' ? unitsOf(levels) : '';
    if (unit === undefined) continue;
    const [least, most] = [Math.min(...values), Math.max(...values)];
    const title = `${clean(name)}${unit === '' ? '' : ` (${clean(unit)})`}`;
    const log = least > 0 && most / least >= WIDE;
    const ends = { min: log ? least : Math.min(least, 0), max: most };
    return {
      axis: { title: texts(() => title), measure, ...(log ? { log, ...ends } : ends) },
      at: (setting) => read(setting)!,
    };
  }
  const names = levels.map((level) => texts(() => clean(level)));
  return {
    axis: { title: texts(() => clean(name)), measure: 'number', names, min: -0.25, max: levels.length - 0.75 },
    at: (setting) => levels.indexOf(setting),
  };
}

const numeral = /^(\d+(?:\.\d+)?(?:e[+-]?\d+)?)\s*(.*)$/i;

const READERS: readonly (readonly [Measure, (text: string) => number | undefined])[] = [
  ['span', (text) => (/[a-z]$/i.test(text) ? secondsOf(text) : undefined)],
  ['share', (text) => (text.endsWith('%') ? numberOf(text.slice(0, -1), 0.01) : undefined)],
  ['number', (text) => numberOf(numeral.exec(text)?.[1] ?? '', 1)],
];

function secondsOf(text: string): number | undefined {
  const span = parseDuration(text);
  return span === undefined ? undefined : span / 1e6;
}

function numberOf(text: string, unit: number): number | undefined {
  const value = Number(text);
  return text.trim() === '' || Number.isNaN(value) ? undefined : value * unit;
}

/** The unit that all of them have; undefined: they have several. */
function unitsOf(levels: readonly string[]): string | undefined {
  const units = new Set(levels.map((level) => numeral.exec(level)?.[2] ?? ''));
  return units.size === 1 ? [...units][0] : undefined;
}
