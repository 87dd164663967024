import { all, looksOtherwise } from './page.ts';

const root = document.documentElement;
const LANG = { en: 'en', zh: 'zh-CN' } as const;

/** The buttons for the language and for the colours; the page around this one may choose the language too. */
export function startSwitches(): void {
  for (const button of all<HTMLButtonElement>('[data-language]')) {
    button.addEventListener('click', () => speak(button.dataset['language'] === 'zh' ? 'zh' : 'en'));
  }
  for (const button of all<HTMLButtonElement>('[data-theme-to]')) {
    button.addEventListener('click', () => paint(button.dataset['themeTo']!));
  }
  addEventListener('message', ({ data, source }: MessageEvent<unknown>) => {
    if (source !== parent || source === window) return;
    const language = languageIn(data);
    if (language !== undefined && root.className !== `shows-${language}`) speak(language);
  });
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', looksOtherwise);
}

function languageIn(data: unknown): 'en' | 'zh' | undefined {
  if (typeof data !== 'object' || data === null || !('language' in data)) return undefined;
  return data.language === 'en' || data.language === 'zh' ? data.language : undefined;
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
