import { type Change, type LiveEdge, type PageTexts, shortSpan, type Texts } from '../visual/index.ts';
import { isTurned, valueAt } from './moving.ts';
import { all, inTongue, tongue } from './page.ts';

/** The drawing of the architecture: what is pointed at lights up with all that leads to it and from it. */
export function startDrawing(): void {
  for (const node of all<SVGGElement>('.topology .node')) {
    const key = node.dataset['key']!;
    node.addEventListener('pointerenter', () => light(key, true));
    node.addEventListener('pointerleave', () => light(key, false));
  }
  for (const box of all<HTMLElement>('.canvas')) {
    walkThrough(box);
    openOnUsers(box);
  }
}

/** A drawing that is wider than its room opens on the users, from whom all ways lead. */
export function openOnUsers(box: HTMLElement): void {
  const users = box.querySelector('.users');
  if (users === null) return;
  const [room, there] = [box.getBoundingClientRect(), users.getBoundingClientRect()];
  box.scrollLeft += there.left + there.width / 2 - room.left - room.width / 2;
}

/** By `n` and `p` one component after the other is pointed at, where the drawing has the focus; it ends when that goes away. */
function walkThrough(box: HTMLElement): void {
  let at = -1;
  const nodes = (): SVGGElement[] => all<SVGGElement>('.node', box);
  const show = (on: boolean): void => {
    const node = nodes()[at];
    if (node === undefined) return;
    node.classList.toggle('pointed', on);
    light(node.dataset['key']!, on);
    if (on) node.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  };
  box.addEventListener('keydown', (event) => {
    const step = { n: 1, p: -1 }[event.key];
    if (step === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    show(false);
    const { length } = nodes();
    at = at < 0 && step < 0 ? length - 1 : (at + step + length) % length;
    show(true);
  });
  box.addEventListener('blur', () => {
    show(false);
    at = -1;
  });
}

function light(key: string, on: boolean): void {
  for (const edge of all<SVGGElement>(`.topology [data-from="${key}"],.topology [data-to="${key}"]`)) {
    edge.classList.toggle('hot', on);
  }
}

/** What has been changed about an element, all told. */
export type Standing = Omit<Change, 'key'>;

/** Shows every element as it stands; what is not named stands as it did at first. */
export class Picture {
  /** A line and its figure have one key, and so have the box of a place and its head. */
  private readonly elements = new Map<
    string,
    { readonly element: SVGGElement; readonly primary: string | undefined }[]
  >();
  /** What stood on an edge while all was well. */
  private readonly drawn = new Map<Element, readonly ChildNode[]>();

  /** Of the drawing within what a selector finds. */
  constructor(within: string) {
    for (const element of all<SVGGElement>(`${within} .topology [data-key]`)) {
      const key = element.dataset['key']!;
      const known = this.elements.get(key) ?? [];
      this.elements.set(key, [...known, { element, primary: element.dataset['primary'] }]);
    }
  }

  /** Figures on edges as they are at a moment; before it began, as they were drawn. */
  flow(edges: readonly LiveEdge[], at: number | undefined, words: PageTexts): void {
    for (const edge of edges) for (const key of edge.keys) this.flowAlong(key, edge, at, words);
  }

  private flowAlong(key: string, edge: LiveEdge, at: number | undefined, words: PageTexts): void {
    const elements = this.of(key);
    const line = elements.map((one) => one.querySelector<SVGTextElement>('.figure')).find((one) => one !== null);
    if (line === undefined) return;
    if (!this.drawn.has(line)) this.drawn.set(line, [...line.childNodes]);
    const text = at === undefined ? undefined : figureAt(edge, at, words);
    if (text === undefined) line.replaceChildren(...this.drawn.get(line)!);
    else line.textContent = text;
    for (const element of elements) {
      element.classList.toggle('moved', text !== undefined);
      element.classList.toggle('dry', at !== undefined && isDry(edge, at));
      point(element, at !== undefined && isTurned(edge, at));
    }
  }

  private of(key: string): SVGGElement[] {
    return (this.elements.get(key) ?? []).map(({ element }) => element);
  }

  /** Brings the first of some elements into view, where the drawing is larger than the room for it and none of them is seen. */
  seek(keys: readonly string[]): void {
    const found = keys.flatMap((key) => this.of(key)).filter((one) => one.matches('.node, .place'));
    const box = found[0]?.closest<HTMLElement>('#stage');
    if (box == null || found.some((one) => isSeen(one, box))) return;
    const [room, there] = [box.getBoundingClientRect(), found[0]!.getBoundingClientRect()];
    box.scrollLeft += there.left + there.width / 2 - room.left - room.width / 2;
    box.scrollTop += there.top + Math.min(there.height, room.height) / 2 - room.top - room.height / 2;
  }

  show(standing: ReadonlyMap<string, Standing>): void {
    for (const [key, elements] of this.elements)
      for (const { element, primary } of elements) put(element, standing.get(key) ?? {}, primary);
  }
}

/** Some of it stands within what is scrolled to. */
function isSeen(one: Element, box: Element): boolean {
  const [a, b] = [one.getBoundingClientRect(), box.getBoundingClientRect()];
  return a.left < b.right && a.right > b.left && a.top < b.bottom - 20 && a.bottom > b.top + 20;
}

/** The arrow stands at the end that it leads to. */
function point(edge: SVGGElement, turned: boolean): void {
  const line = edge.querySelector('path');
  const [from, to] = turned ? ['marker-end', 'marker-start'] : ['marker-start', 'marker-end'];
  const arrow = line?.getAttribute(from);
  if (line == null || arrow == null) return;
  line.setAttribute(to, arrow);
  line.removeAttribute(from);
}

/** Nothing comes this way. */
const isDry = (edge: LiveEdge, at: number): boolean => {
  const value = valueAt(edge, at);
  return value === null || (edge.measure === 'share' && value !== undefined && value <= 0);
};

/** Undefined: nothing is known of it yet. */
function figureAt(edge: LiveEdge, at: number, words: PageTexts): string | undefined {
  const value = valueAt(edge, at);
  if (value === undefined) return undefined;
  if (edge.measure === 'lag') return `${inTongue(edge.name)}${lagText(value, words)}`;
  const share = value ?? 0;
  return `${Number((100 * share).toPrecision(share < 0.1 ? 1 : 2))} %`;
}

function lagText(seconds: number | null, { units, lag, inStep, stopped }: PageTexts): string {
  if (seconds === null) return inTongue(stopped);
  return seconds === 0 ? inTongue(inStep) : `${inTongue(lag)} ${shortSpan(seconds, units, tongue())}`;
}

function put(element: SVGGElement, { truth, belief, primary, off, now }: Standing, first: string | undefined): void {
  say(element, 'truth', truth === 'ok' ? undefined : truth);
  say(element, 'belief', belief === 'good' ? undefined : belief);
  say(element, 'primary', primary === undefined ? first : primary ? '1' : undefined);
  element.classList.toggle('off', off === true);
  tell(element, now);
}

function say(element: SVGGElement, name: string, value: string | undefined): void {
  if (value === undefined) delete element.dataset[name];
  else element.dataset[name] = value;
}

function tell(element: SVGGElement, now: Texts | undefined): void {
  const text = now === undefined ? '' : inTongue(now);
  const line = element.querySelector('.now');
  if (line !== null && line.textContent !== text) line.textContent = text;
  say(element, 'now', text === '' ? undefined : '1');
}
