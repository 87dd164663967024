import { all, looksOtherwise } from './page.ts';

const root = document.documentElement;
const LANG = { en: 'en', zh: 'zh-CN' } as const;

/** The buttons for the language and for the colours. */
export function startSwitches(): void {
  for (const button of all<HTMLButtonElement>('[data-language]')) {
    button.addEventListener('click', () => speak(button.dataset['language'] === 'zh' ? 'zh' : 'en'));
  }
  for (const button of all<HTMLButtonElement>('[data-theme-to]')) {
    button.addEventListener('click', () => paint(button.dataset['themeTo']!));
  }
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', looksOtherwise);
}

function speak(language: 'en' | 'zh'): void {
  root.lang = LANG[language];
  root.className = `shows-${language}`;
  press('[data-language]', (button) => button.dataset['language'] === language);
  looksOtherwise();
}

function paint(theme: string): void {
  if (theme === 'auto') delete root.dataset['theme'];
  else root.dataset['theme'] = theme;
  press('[data-theme-to]', (button) => button.dataset['themeTo'] === theme);
  looksOtherwise();
}

function press(selector: string, is: (button: HTMLButtonElement) => boolean): void {
  for (const button of all<HTMLButtonElement>(selector)) button.setAttribute('aria-pressed', String(is(button)));
}
