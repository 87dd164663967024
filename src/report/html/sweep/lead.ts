import type { SweepResult } from '../../../experiment/index.ts';
import { clean } from '../../cells.ts';
import { count, percent, stated } from '../../figures.ts';
import { isMoreBetter, measuresOf } from '../../sweep/aims.ts';
import { bestPoint, settingsText } from '../../sweep/best.ts';
import { boundsText, changeText, figureText, measureText } from '../../sweep/figures.ts';
import { sweepVerdict } from '../../sweep/verdict.ts';
import { SWEEP } from '../../words/page/sweep.ts';
import { type Html, html, NOTHING } from '../html.ts';
import { both, type Said } from '../voices.ts';

/** On top: the best point, what moves the most, and what the front holds. */
export function sweepLead(result: SweepResult): Html {
  const { scenario, design, runs, yearsPerRun, seed, parameters } = result;
  const [first] = measuresOf(result);
  const facts: Said = ({ words }) =>
    [
      words.sweep[design.kind](count(design.points), count(design.distinct)),
      words.sweep.eachOf(count(runs), stated(yearsPerRun)),
      words.header.seed(clean(seed)),
    ].join(' · ');
  const cut =
    design.run < design.distinct
      ? html`<p class="warn">${both(({ words }) => words.sweep.interrupted(count(design.run), count(design.distinct)))}</p>`
      : null;
  const varied = parameters.map(
    ({ name, values, range }) =>
      html`<dt><code>${clean(name)}</code></dt><dd>${clean(values.join(range ? ' … ' : ', '))}</dd>`,
  );
  return html`<div class="lead"><h1>${clean(scenario.name)}</h1>${first === undefined ? null : html`<p class="verdict">${both(({ words }) => sweepVerdict(result, words))}</p>`}<p class="facts">${both(facts)}</p>${cut}
<div class="cards">${first === undefined ? null : html`${best(result, first)}${strongest(result, first)}`}${front(result)}
<div class="card all"><h2>${both(SWEEP.varied)}</h2><dl class="told">${varied}</dl></div></div></div>`;
}

function best(result: SweepResult, measure: string): Html {
  const point = bestPoint(result, measure);
  if (point === undefined) return NOTHING;
  const difference = point.point === result.base.point ? undefined : point.differences[measure];
  const title = isMoreBetter(measure) ? SWEEP.most : SWEEP.best;
  return html`<div class="card"><h2>${both(({ words, language }) => title[language](measureText(measure, result, words)))}</h2><div class="big">${both(({ words }) => figureText(measure, point.measures[measure]!, words))}</div>
<div class="under">${both(({ words, language }) => [SWEEP.at[language](String(point.point)), boundsText(measure, point.measures[measure]!, words)].filter((text) => text !== '').join(' · '))}</div><p><code>${settingsText(result, point)}</code></p>${difference === undefined ? null : html`<div>${both(({ words }) => `${words.sweep.against}: ${changeText(measure, difference, words)}`)}</div>`}</div>`;
}

function strongest({ sensitivity }: SweepResult, measure: string): Html {
  const told = sensitivity.find((one) => one.measure === measure);
  const [most] = told?.parameters ?? [];
  if (told === undefined || most === undefined) return NOTHING;
  const { low, high } = most.effect;
  const sure = low !== null && high !== null && (low > 0 || high < 0);
  return html`<div class="card"><h2>${both(SWEEP.strongest)}</h2><div class="big"><small>${clean(most.parameter)}</small></div>
<div>${both(({ words }) => `${clean(words.sweep.fromTo(most.from, most.to))}: ${changeText(measure, most.effect, words)}`)}</div><div class="under">${both(sure ? SWEEP.sure : SWEEP.unsure)}</div>${told.explained === null ? null : html`<div class="under">${both(({ words }) => words.sweep.explained(percent(told.explained!)))}</div>`}</div>`;
}

function front(result: SweepResult): Html {
  const { points, pareto } = result;
  if (pareto.measures.length === 0) return NOTHING;
  return html`<div class="card"><h2>${both(SWEEP.frontTitle)}</h2><div class="big">${both(({ language }) => SWEEP.onFrontOf[language](count(points.filter((one) => one.front).length), count(points.length)))}</div>
<div class="under">${both(({ words }) => pareto.measures.map((measure) => measureText(measure, result, words)).join(words.listSeparator))}</div></div>`;
}
