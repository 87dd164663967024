import type { PageData, Replay } from '../visual/index.ts';
import { openOnUsers, Picture, type Standing } from './drawing.ts';
import { all, inTongue, onLook, tongue } from './page.ts';
import { Plot } from './plots.ts';

const TICK = 750;

/** Plays what happened: on the drawing, along the curves and lanes, and down the runbook. */
export function startReplay({ replays, words }: PageData): void {
  if (replays.length === 0 || document.getElementById('pick') === null) return;
  const player = new Player(replays, words);
  player.open(0);
  onLook(() => player.redraw());
  let width = innerWidth;
  addEventListener('resize', () => {
    if (innerWidth === width) return;
    width = innerWidth;
    player.redraw();
  });
}

class Player {
  private readonly replays: readonly Replay[];
  private readonly words: PageData['words'];
  private picture: Picture | undefined;
  private drawing = -1;
  private readonly plots = { served: new Plot('served'), exposed: new Plot('exposed'), lanes: new Plot('lanes') };
  private readonly pick = document.getElementById('pick') as HTMLSelectElement;
  private readonly scrub = document.getElementById('scrub') as HTMLInputElement;
  private readonly playButton = document.getElementById('play')!;
  private story = 0;
  private moment = -1;
  private timer = 0;

  constructor(replays: readonly Replay[], words: PageData['words']) {
    this.replays = replays;
    this.words = words;
    this.pick.addEventListener('change', () => this.open(Number(this.pick.value)));
    this.scrub.addEventListener('input', () => this.go(Number(this.scrub.value) - 1));
    this.playButton.addEventListener('click', () => this.toggle());
    document.getElementById('back')!.addEventListener('click', () => this.go(this.moment - 1));
    document.getElementById('forward')!.addEventListener('click', () => this.go(this.moment + 1));
    for (const row of all<HTMLTableRowElement>('.runbook [data-moment]')) {
      row.querySelector('button')!.addEventListener('click', () => this.go(Number(row.dataset['moment'])));
      row.addEventListener('keydown', (event) => this.walk(event, Number(row.dataset['moment'])));
    }
  }

  private get replay(): Replay {
    return this.replays[this.story]!;
  }

  open(story: number): void {
    this.stop();
    this.story = story;
    for (const book of all<HTMLElement>('.runbook')) book.hidden = book.dataset['story'] !== String(story);
    this.scrub.max = String(this.replay.moments.length);
    this.stand(this.replay.drawing);
    this.redraw();
    this.go(-1);
  }

  /** Stands the drawing that a story is played on beside the controls. */
  private stand(drawing: number): void {
    if (drawing === this.drawing) return;
    this.drawing = drawing;
    copyDrawing(drawing);
    this.picture = new Picture('#stage');
  }

  redraw(): void {
    for (const option of all<HTMLOptionElement>('option', this.pick)) option.textContent = option.dataset[tongue()]!;
    const { replay, words, plots } = this;
    plots.served.shares(replay.served, replay, words);
    document.getElementById('exposed-plot')!.hidden = replay.exposed.length === 0;
    if (replay.exposed.length > 0) plots.exposed.spans(replay.exposed, replay, words);
    plots.lanes.lanes(replay, words);
    this.name();
    this.go(this.moment);
  }

  private name(): void {
    const playing = this.timer !== 0;
    const [sign, text] = playing ? ['⏸', this.words.pause] : ['▶', this.words.play];
    this.playButton.textContent = `${sign} ${inTongue(text)}`;
    this.playButton.setAttribute('aria-pressed', String(playing));
  }

  private toggle(): void {
    if (this.timer !== 0) {
      this.stop();
      return;
    }
    if (this.moment >= this.replay.moments.length - 1) this.go(-1);
    this.timer = setInterval(() => this.tick(), TICK);
    this.name();
  }

  private tick(): void {
    this.go(this.moment + 1);
    if (this.moment >= this.replay.moments.length - 1) this.stop();
  }

  private stop(): void {
    clearInterval(this.timer);
    this.timer = 0;
    this.name();
  }

  /** Arrow keys go along the runbook, which is one stop of the Tab key. */
  private walk(event: KeyboardEvent, from: number): void {
    const last = this.replay.moments.length - 1;
    const to = { ArrowDown: from + 1, ArrowUp: from - 1, Home: 0, End: last }[event.key];
    if (to === undefined || to < 0 || to > last) return;
    event.preventDefault();
    this.go(to);
    this.row(to)?.querySelector('button')?.focus();
  }

  private row(moment: number): HTMLTableRowElement | null {
    return document.querySelector(`.runbook[data-story="${this.story}"] [data-moment="${moment}"]`);
  }

  /** Shows a moment; before the first, all stands as it did while all was well. */
  go(moment: number): void {
    const { moments, from } = this.replay;
    this.moment = Math.max(-1, Math.min(moments.length - 1, moment));
    const here = moments[this.moment];
    this.picture?.show(standingAt(this.replay, this.moment));
    this.picture?.flow(this.replay.edges, here?.at, this.words);
    if (here !== undefined) this.picture?.seek(here.changes.map(({ key }) => key));
    for (const plot of Object.values(this.plots)) plot.at(here?.at ?? from);
    this.scrub.value = String(this.moment + 1);
    this.scrub.setAttribute('aria-valuetext', here?.clock ?? 'T-0');
    document.getElementById('clock')!.textContent = here?.clock ?? '–';
    this.mark();
  }

  private mark(): void {
    for (const row of all<HTMLTableRowElement>(`.runbook[data-story="${this.story}"] [data-moment]`)) {
      const index = Number(row.dataset['moment']);
      row.classList.toggle('past', index < this.moment);
      row.classList.toggle('here', index === this.moment);
      row.querySelector('button')!.tabIndex = index === Math.max(0, this.moment) ? 0 : -1;
      if (index === this.moment) document.getElementById('told')!.textContent = shownText(row.cells[2]!);
    }
    if (this.moment < 0) document.getElementById('told')!.textContent = '';
  }
}

const shownText = (cell: HTMLElement): string => cell.querySelector(`.l-${tongue()}`)?.textContent ?? cell.textContent!;

function standingAt({ moments }: Replay, moment: number): ReadonlyMap<string, Standing> {
  const standing = new Map<string, Standing>();
  for (const { changes } of moments.slice(0, moment + 1)) {
    for (const { key, ...change } of changes) standing.set(key, { ...standing.get(key), ...change });
  }
  return standing;
}

/** A drawing of its own stands beside the controls: nobody scrolls between the two while it plays. */
function copyDrawing(index: number): void {
  const drawing = all<SVGElement>('.drawing .canvas > svg')[index];
  if (drawing === undefined) return;
  const copy = drawing.cloneNode(true) as SVGElement;
  copy.setAttribute('aria-labelledby', 'replay-h');
  const stage = document.getElementById('stage')!;
  stage.replaceChildren(copy);
  openOnUsers(stage);
}
