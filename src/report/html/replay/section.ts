import { count } from '../../figures.ts';
import { eventText } from '../../timeline/events.ts';
import type { Language } from '../../words/index.ts';
import { FRAME } from '../../words/page/frame.ts';
import { REPLAY } from '../../words/page/replay.ts';
import { type Html, html, NOTHING } from '../html.ts';
import type { Section } from '../parts.ts';
import { both, texts } from '../voices.ts';
import { clockOf, toldLines } from './replays.ts';
import type { Played, Story } from './story.ts';

/** Controls, curves and lanes, which the page's program fills; and a runbook of each story, which stands by itself. */
export const replaySection = (stories: readonly Story[], played?: Played): Section => ({
  id: 'replay',
  title: FRAME.nav.replay,
  about: ({ language }) => REPLAY.about[language] + (played === undefined ? '' : leftSaid(played, language)),
  body:
    stories.length === 0
      ? NOTHING
      : html`${controls(stories)}${stage()}<h3>${both(REPLAY.runbook)}</h3>${stories.map(runbook)}`,
});

/** What is not played, where not all is. */
function leftSaid({ faults, ofFaults, incidents, ofIncidents }: Played, language: Language): string {
  if (faults === ofFaults && incidents === ofIncidents) return '';
  const told = ofIncidents === 0 ? '' : REPLAY.ofIncidents[language](count(incidents), count(ofIncidents));
  if (ofFaults === 0) return REPLAY.incidentsPlayed[language](told);
  return REPLAY.drillsPlayed[language](count(faults), count(ofFaults), told);
}

const controls = (stories: readonly Story[]): Html =>
  html`<div class="controls"><label class="pick"><span>${both(REPLAY.pick)}</span><select id="pick">${stories.map(({ title }, i) => option(texts(title), i))}</select></label>
<div class="keys" role="group" aria-label="Play / 播放"><button type="button" class="plain" id="back" aria-label="One step back / 上一步">←</button><button type="button" class="plain play" id="play" aria-pressed="false"><span aria-hidden="true">▶</span> ${both(REPLAY.play)}</button><button type="button" class="plain" id="forward" aria-label="One step on / 下一步">→</button></div>
<label class="scrub"><span class="unseen">${both(REPLAY.time)}</span><input type="range" id="scrub" min="0" max="0" value="0"></label><output id="clock" class="code">T+00:00:00</output>
<p id="told" role="status"></p></div>`;

/** An option holds text alone: the program puts in that of the language shown. */
const option = ({ en, zh }: { readonly en: string; readonly zh: string }, i: number): Html =>
  html`<option value="${i}" data-en="${en}" data-zh="${zh}">${en}</option>`;

const stage = (): Html =>
  html`<div class="theatre"><div class="staged"><div id="stage" tabindex="0" role="group" aria-label="Replay / 回放"></div></div><div class="curves"><figure class="plot"><figcaption>${both(REPLAY.served)}</figcaption><div id="served" class="svg"></div></figure>
<figure class="plot" id="exposed-plot"><figcaption>${both(REPLAY.exposed)}</figcaption><div id="exposed" class="svg"></div></figure>
<figure class="plot"><figcaption>${both(REPLAY.lanes)} <span class="dim">${both(REPLAY.lanesAbout)}</span></figcaption><div id="lanes" class="svg"></div></figure></div></div>`;

/** Lines of a runbook on paper. */
const PRINTED = 36;

function runbook(story: Story, i: number): Html {
  const told = toldLines(story);
  const left = story.leftOut;
  return html`<div class="runbook${story.onPaper ? ' paper' : ''}" data-story="${i}"${i === 0 ? null : html` hidden`}><div class="scroll" tabindex="0" role="group" aria-labelledby="story-${i}"><table><caption id="story-${i}">${both(story.title)}</caption>
<thead><tr><th scope="col">${both(REPLAY.when)}</th><th scope="col">${both(REPLAY.who)}</th><th scope="col">${both(REPLAY.what)}</th></tr></thead>
<tbody>${told.map((line, k) => html`<tr data-moment="${k}" class="k-${line.event.kind}${k < PRINTED ? '' : ' unprinted'}"><th scope="row"><button type="button" class="code">${clockOf(line.at, story)}</button></th><td>${both(({ words }) => words.timeline.actors[line.event.kind === 'truths' ? 'truth' : line.event.kind])}</td><td>${both(({ words }) => eventText(line.event, words) + (line.leftOut === 0 ? '' : ` ${words.timeline.steps(count(line.leftOut))}`))}</td></tr>\n`)}</tbody></table></div>${told.length > PRINTED ? html`<p class="about on-paper">${both(({ language }) => REPLAY.left[language](count(told.length - PRINTED + left)))}</p>` : null}${left > 0 ? html`<p class="about">${both(({ language }) => REPLAY.left[language](count(left)))}</p>` : null}</div>`;
}
