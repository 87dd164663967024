import type { Result } from '../../experiment/index.ts';
import { cells, clean, PAGE_CELLS, padEnd, shorten, wrap } from '../cells.ts';
import { count, percent, stated } from '../figures.ts';
import type { Lines, Page } from '../page.ts';
import { yearsText } from '../seen.ts';
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

function endingIn({ stopping, runs, runsAsked }: Result, words: Words): string {
  const { reason, precision, reached } = stopping;
  const cut = CUTS[reason];
  if (cut !== undefined) return words.header[cut](reason === 'max-time' ? String(runs) : count(runs), count(runsAsked));
  if (precision === null) return '';
  const text = reached === null ? '?' : percent(reached);
  const say = reason === 'precision' ? words.header.precisionReached : words.header.precisionMissed;
  return say(text, percent(precision));
}
