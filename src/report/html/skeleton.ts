import { createHash } from 'node:crypto';
import type { Language } from '../words/index.ts';
import { FRAME } from '../words/page/frame.ts';
import { embedded, Html, html, isNothing, type Piece } from './html.ts';
import type { Section } from './parts.ts';
import { STYLE } from './style.ts';
import { both, LANG } from './voices.ts';

export interface PageOptions {
  /** In which language the page opens; it holds both. Default: English. */
  readonly language?: Language;
  /** The page's own program, as one text. Without it the page stands still: every figure is there, nothing moves. */
  readonly script?: string;
}

interface Whole {
  readonly title: string;
  readonly version: string;
  readonly lead: Html;
  readonly sections: readonly Section[];
  readonly foot: Html;
  /** What the page's program reads. */
  readonly data: unknown;
}

/** One file that holds all it needs: nothing is fetched, and a policy within forbids it. */
export function skeleton({ title, version, lead, sections, foot, data }: Whole, options: PageOptions): string {
  const { language = 'en', script = '' } = options;
  const told = sections.filter(({ body }) => !isNothing(body));
  return `<!doctype html>
${
  html`<html lang="${LANG[language]}" class="shows-${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${policy(script)}">
<meta name="generator" content="hasim ${version}">
<meta name="color-scheme" content="light dark">
<title>${title} · hasim</title>
<style>${new Html(STYLE)}</style>
</head>
<body>
<a class="skip" href="#main">${both(FRAME.skip)}</a>
<header class="bar"><span class="brand">hasim</span>${navigation(told)}${switches(language)}</header>
<main id="main" tabindex="-1">
${lead}
${told.map(section)}
</main>
<footer>${foot}</footer>
<noscript><p class="no-script">${both(FRAME.noScript)}</p></noscript>
<script type="application/json" id="page-data">${embedded(data)}</script>
${script === '' ? null : new Html(`<script>${script}</script>`)}
</body>
</html>`.markup
}
`;
}

/** Nothing may be fetched, and no script may run but the page's own. */
function policy(script: string): string {
  const own = script === '' ? "'none'" : `'sha256-${createHash('sha256').update(script).digest('base64')}'`;
  return `default-src 'none'; script-src ${own}; style-src 'unsafe-inline'; img-src data: blob:; base-uri 'none'; form-action 'none'`;
}

const navigation = (sections: readonly Section[]): Html =>
  html`<nav aria-label="Sections / 章节"><ul>${sections.map(({ id, title }) => html`<li><a href="#${id}">${both(title)}</a></li>`)}</ul></nav>`;

const switches = (language: Language): Html => {
  const tongue = (code: Language, name: string): Html =>
    html`<button type="button" data-language="${code}" lang="${LANG[code]}" aria-pressed="${String(code === language)}">${name}</button>`;
  const theme = (code: keyof typeof FRAME.themes): Piece =>
    html`<button type="button" data-theme-to="${code}" aria-pressed="${String(code === 'auto')}"><span aria-hidden="true">${THEME_SIGNS[code]}</span><span class="unseen">${both(FRAME.theme)} ${both(FRAME.themes[code])}</span></button>`;
  return html`<div class="switches"><div role="group" aria-label="Language / 语言">${tongue('en', 'EN')}${tongue('zh', '中文')}</div>
<div role="group" aria-label="Colours / 配色">${theme('auto')}${theme('light')}${theme('dark')}</div></div>`;
};

const THEME_SIGNS = { auto: '◐', light: '☀', dark: '☾' } as const;

const section = ({ id, title, about, body }: Section): Html =>
  html`<section id="${id}" aria-labelledby="${id}-h"><h2 id="${id}-h">${both(title)}</h2>
${about === undefined ? null : html`<p class="about">${both(about)}</p>`}${body}</section>\n`;
