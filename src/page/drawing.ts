import type { Change, Texts } from '../visual/index.ts';
import { all, inTongue } from './page.ts';

/** The drawing of the architecture: what is pointed at lights up with all that leads to it and from it. */
export function startDrawing(): void {
  for (const node of all<SVGGElement>('.topology .node')) {
    const key = node.dataset['key']!;
    node.addEventListener('pointerenter', () => light(key, true));
    node.addEventListener('pointerleave', () => light(key, false));
  }
}

function light(key: string, on: boolean): void {
  for (const edge of all<SVGGElement>(`.topology .edge[data-from="${key}"],.topology .edge[data-to="${key}"]`)) {
    edge.classList.toggle('hot', on);
  }
}

/** What has been changed about an element, all told. */
export type Standing = Omit<Change, 'key'>;

/** Shows every element as it stands; what is not named stands as it did at first. */
export class Picture {
  private readonly elements = new Map<
    string,
    { readonly element: SVGGElement; readonly primary: string | undefined }
  >();

  /** Of the drawing within what a selector finds. */
  constructor(within: string) {
    for (const element of all<SVGGElement>(`${within} .topology [data-key]`)) {
      this.elements.set(element.dataset['key']!, { element, primary: element.dataset['primary'] });
    }
  }

  show(standing: ReadonlyMap<string, Standing>): void {
    for (const [key, { element, primary }] of this.elements) put(element, standing.get(key) ?? {}, primary);
  }
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
