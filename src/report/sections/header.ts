import type { MeasureReached, Result } from '../../experiment/index.ts';
import { cells, clean, PAGE_CELLS, padEnd, shorten, wrap } from '../cells.ts';
import { count, percent, stated } from '../figures.ts';
import type { Lines, Page } from '../page.ts';
import { neverSeen, yearsText } from '../seen.ts';
import { type Language, type Words, wordsOf } from '../words/index.ts';

const HASH_SHOWN = 12;

type Measured = Pick<Result, 'hasim' | 'scenario' | 'seed' | 'runs' | 'yearsPerRun'>;

/** Which scenario, how much of it was simulated, with which seed; and whether the run was cut short. */
export function header(result: Result, page: Page): Lines {
  const end = wrap(endingIn(result, page.words), PAGE_CELLS).filter((line) => line !== '');
  return [...measured(result, page), ...end.map(page.ink.doubtful)];
}

/** The name of the scenario, and the version at the right edge. */
export function nameLine({ hasim, scenario }: Pick<Measured, 'hasim' | 'scenario'>, { ink }: Page): string {
  const version = `hasim ${hasim}`;
  const name = shorten(clean(scenario.name), PAGE_CELLS - cells(version) - 2);
  return `${ink.strong(padEnd(name, PAGE_CELLS - cells(version)))}${ink.dim(version)}`;
}

/** Which scenario, how much of it was simulated, with which seed. */
export function measured({ hasim, scenario, seed, runs, yearsPerRun }: Measured, page: Page): Lines {
  const { words, ink } = page;
  const facts = [
    words.header.simulated(count(runs), stated(yearsPerRun), yearsText(runs * yearsPerRun)),
    words.header.seed(shorten(clean(seed), 20)),
    `sha256 ${scenario.sha256.slice(0, HASH_SHOWN)}`,
  ].join(' · ');
  return [nameLine({ hasim, scenario }, page), ...wrap(facts, PAGE_CELLS).map(ink.dim)];
}

/** What a reader must know about how the run ended; nothing where it did what was asked. */
export const ending = (result: Result, language: Language): string => endingIn(result, wordsOf(language));

const CUTS: Readonly<Partial<Record<Result['stopping']['reason'], 'interrupted' | 'timeUp' | 'failed'>>> = {
  interrupted: 'interrupted',
  'max-time': 'timeUp',
  failed: 'failed',
};

function endingIn({ stopping, runs, runsAsked, yearsPerRun }: Result, words: Words): string {
  const { reason } = stopping;
  const cut = CUTS[reason];
  const done = reason === 'max-time' ? String(runs) : count(runs);
  const sentences = [
    ...(cut === undefined ? [] : [words.header[cut](done, count(runsAsked))]),
    sureness(stopping, runs * yearsPerRun, words),
  ];
  return sentences.filter((text) => text !== '').join(' ');
}

/** Unsure measures told one by one. */
const TOLD = 3;

/** Under a precision: which measure decided, or which ones are not known well enough. */
function sureness(stopping: Result['stopping'], years: number, words: Words): string {
  const { reason, precision, measures = [], decidedBy } = stopping;
  if (precision === null) return '';
  const asked = percent(precision);
  if (reason === 'precision') {
    if (decidedBy === undefined) return '';
    return words.header.precisionReached(measureText(decidedBy, words), percent(decidedBy.reached ?? 0), asked);
  }
  const unsure = measures.filter(({ enough }) => !enough);
  const told = unsure.slice(0, TOLD).map((measure) => {
    const what = measureText(measure, words);
    if (measure.reached === null) return words.header.tooFew(what, tooFew(measure, years, words));
    return words.header.precisionMissed(what, percent(measure.reached), asked);
  });
  const more = unsure.length - told.length;
  return [...told, ...(more > 0 ? [words.header.moreUnsure(String(more))] : [])].join(' ');
}

function tooFew({ seen, value }: MeasureReached, years: number, words: Words): string {
  if (seen === 0) return neverSeen(years, words);
  return value === null ? words.header.seenEndless(count(seen)) : words.header.seenOnly(count(seen));
}

function measureText({ measure, of, class: faultClass }: MeasureReached, words: Words): string {
  const name = of === null ? '' : clean(of);
  if (measure === 'downtime') return words.header.ofWorkload(name);
  const kind = faultClass === null ? '' : words.classes[faultClass];
  return words.header[measure === 'rto' ? 'recoveryTime' : 'recoveryPoint'](name, kind);
}
