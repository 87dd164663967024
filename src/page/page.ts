import type { Ground, PageData, Texts, Tongue } from '../visual/index.ts';

const root = document.documentElement;

/** What the page was given, as it stands in it. */
export function dataOf(): PageData {
  return JSON.parse(document.getElementById('page-data')!.textContent!) as PageData;
}

/** The language shown now. */
export const tongue = (): Tongue => (root.lang.startsWith('zh') ? 'zh' : 'en');
export const inTongue = (texts: Texts): string => texts[tongue()];

/** Room for a chart on A4 within its margins and its frame: it is drawn before the paper is known. */
const PAPER = '655px';
let paper = false;
export const isOnPaper = (): boolean => paper;

/** While the page is printed its charts are as wide as the paper. */
export function startPaper(): void {
  addEventListener('beforeprint', () => put(true));
  addEventListener('afterprint', () => put(false));
}

function put(on: boolean): void {
  paper = on;
  for (const chart of all<HTMLElement>('.chart,.svg')) chart.style.width = on ? PAPER : '';
  looksOtherwise();
}

/** Whether the page is light or dark now, by the reader's choice or the system's; paper is light. */
export function ground(): Ground {
  if (paper) return 'light';
  const chosen = root.dataset['theme'];
  if (chosen === 'light' || chosen === 'dark') return chosen;
  return matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
}

type Listener = () => void;
const listeners: Listener[] = [];

/** Called whenever the language, the colours or the width change. */
export const onLook = (listener: Listener): void => {
  listeners.push(listener);
};
export const looksOtherwise = (): void => {
  for (const listener of listeners) listener();
};

export const all = <E extends Element>(selector: string, within: ParentNode = document): E[] => [
  ...within.querySelectorAll<E>(selector),
];

const SVG = 'http://www.w3.org/2000/svg';

/** An element of a drawing. Text is set as text: nothing in it is markup. */
export function svg(name: string, attributes: Readonly<Record<string, string | number>>, text = ''): SVGElement {
  const element = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, String(value));
  if (text !== '') element.textContent = text;
  return element;
}
