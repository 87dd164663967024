import type { PageTexts, Texts } from '../visual/index.ts';
import { all, inTongue, onLook } from './page.ts';

const STEP = 1.25;
const LARGEST = 3;
const SMALLEST = 0.1;
/** A hand that moves less than this, in pixels, points at something. */
const STILL = 4;

/** Drawings can be looked at from nearer and farther, and moved by hand. */
export function startZoom(words: PageTexts): void {
  for (const box of all<HTMLElement>('.drawing .canvas')) new Zoom(box, words);
  const stage = document.getElementById('stage');
  if (stage !== null && stage.dataset['zooms'] === undefined) new Zoom(stage, words);
}

class Zoom {
  private readonly box: HTMLElement;
  private readonly words: PageTexts;
  private readonly buttons: (readonly [HTMLButtonElement, Texts])[] = [];

  constructor(box: HTMLElement, words: PageTexts) {
    this.box = box;
    this.words = words;
    box.dataset['zooms'] = '1';
    box.before(this.keys());
    box.addEventListener('wheel', (event) => this.wheel(event), { passive: false });
    box.addEventListener('keydown', (event) => this.key(event));
    box.addEventListener('pointerdown', (event) => this.grab(event));
    onLook(() => this.name());
  }

  private get drawing(): SVGSVGElement | null {
    return this.box.querySelector('svg.topology');
  }

  private get scale(): number {
    const { drawing } = this;
    return drawing?.getScreenCTM()?.a ?? 1;
  }

  private keys(): HTMLElement {
    const keys = document.createElement('div');
    keys.className = 'zoom no-print';
    keys.setAttribute('role', 'group');
    const add = (sign: string, says: Texts, does: () => void): void => {
      const button = document.createElement('button');
      button.type = 'button';
      button.className = 'plain';
      button.textContent = sign;
      button.addEventListener('click', does);
      this.buttons.push([button, says]);
      keys.append(button);
    };
    add('−', this.words.farther, () => this.by(1 / STEP));
    add('+', this.words.nearer, () => this.by(STEP));
    add('⤢', this.words.whole, () => this.showAll());
    add('1:1', this.words.asDrawn, () => this.to(1));
    keys.setAttribute('aria-label', 'Zoom / 缩放');
    this.name();
    return keys;
  }

  private name(): void {
    for (const [button, says] of this.buttons) {
      button.title = inTongue(says);
      button.setAttribute('aria-label', `${button.textContent} ${inTongue(says)}`);
    }
  }

  private by(factor: number, x = this.box.clientWidth / 2, y = this.box.clientHeight / 2): void {
    this.to(this.scale * factor, x, y);
  }

  /** What stands at a point of the box stays there. */
  private to(scale: number, x = this.box.clientWidth / 2, y = this.box.clientHeight / 2): void {
    const { drawing, box } = this;
    if (drawing === null) return;
    const before = this.scale;
    const next = Math.min(LARGEST, Math.max(SMALLEST, scale));
    drawing.style.minWidth = '0';
    drawing.style.maxWidth = 'none';
    drawing.style.maxHeight = 'none';
    drawing.style.width = `${next * drawing.viewBox.baseVal.width}px`;
    box.scrollLeft = ((box.scrollLeft + x) * next) / before - x;
    box.scrollTop = ((box.scrollTop + y) * next) / before - y;
  }

  /** All of it, as large as there is room for. */
  private showAll(): void {
    const { drawing, box } = this;
    if (drawing === null) return;
    const { width, height } = drawing.viewBox.baseVal;
    const room = Number.parseFloat(getComputedStyle(box).maxHeight) || box.clientHeight;
    this.to(Math.min((box.clientWidth - 20) / width, (room - 20) / height));
  }

  private wheel(event: WheelEvent): void {
    if (!event.ctrlKey && !event.metaKey) return;
    event.preventDefault();
    const { left, top } = this.box.getBoundingClientRect();
    this.by(event.deltaY < 0 ? STEP : 1 / STEP, event.clientX - left, event.clientY - top);
  }

  private key(event: KeyboardEvent): void {
    const does = {
      '+': () => this.by(STEP),
      '=': () => this.by(STEP),
      '-': () => this.by(1 / STEP),
      '0': () => this.showAll(),
    };
    const act = new Map(Object.entries(does)).get(event.key);
    if (act === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    act();
  }

  /** A mouse drags the drawing; fingers scroll as they do anywhere. */
  private grab(event: PointerEvent): void {
    if (event.pointerType !== 'mouse' || event.button !== 0) return;
    const { box } = this;
    const [x, y, left, top] = [event.clientX, event.clientY, box.scrollLeft, box.scrollTop];
    const move = (to: PointerEvent): void => {
      if (Math.hypot(to.clientX - x, to.clientY - y) < STILL) return;
      box.classList.add('grabbed');
      box.scrollLeft = left - (to.clientX - x);
      box.scrollTop = top - (to.clientY - y);
    };
    const drop = (): void => {
      box.classList.remove('grabbed');
      removeEventListener('pointermove', move);
      removeEventListener('pointerup', drop);
    };
    addEventListener('pointermove', move);
    addEventListener('pointerup', drop);
  }
}
