import type { Told } from './api.ts';
import { byId, fresh } from './elements.ts';
import { drawTabs } from './tabs.ts';
import type { Language, Words } from './words.ts';

interface Output {
  readonly id: string;
  /** In the language that is spoken when it is shown. */
  readonly title: (words: Words) => string;
  readonly told: Told;
}

const MOST_OUTPUTS = 8;

/** What is spoken on the desk. */
export interface Speaking {
  readonly language: Language;
  readonly words: Words;
}

/** The last reports, each on a tab of its own; one of them is read. */
export class Outputs {
  private readonly speaking: Speaking;
  private outputs: Output[] = [];
  private read = '';

  constructor(speaking: Speaking) {
    this.speaking = speaking;
  }

  /** A new report, which is shown. */
  keep(title: Output['title'], told: Told): void {
    const output = { id: fresh(), title, told };
    this.outputs = [...this.outputs, output].slice(-MOST_OUTPUTS);
    this.show(output.id);
  }

  /** Another language is spoken: tabs are named anew, and the report that is shown goes on where it is read. */
  speak(): void {
    if (this.outputs.length === 0) {
      this.hint();
      return;
    }
    this.drawTabs();
    const frame = byId('output').querySelector('iframe');
    const output = this.outputs.find(({ id }) => id === this.read);
    if (frame === null || output === undefined) return;
    frame.title = output.title(this.speaking.words);
    tellLanguage(frame, this.speaking.language);
  }

  private hint(): void {
    const hint = document.createElement('p');
    hint.className = 'hint';
    hint.textContent = this.speaking.words.nothing;
    byId('output').replaceChildren(hint);
  }

  private show(id: string): void {
    this.read = id;
    this.drawTabs();
    const output = this.outputs.find((one) => one.id === this.read);
    if (output !== undefined) byId('output').replaceChildren(this.shownAs(output));
  }

  private drawTabs(): void {
    const tabs = this.outputs.map(({ id, title }) => ({ id, title: title(this.speaking.words) }));
    drawTabs(byId('outputs'), tabs, this.read, (chosen) => this.show(chosen));
  }

  /** A page stands in a frame of its own that can reach nothing here. */
  private shownAs({ title, told }: Output): HTMLElement {
    if (told.page === undefined) {
      const text = document.createElement('pre');
      text.textContent = told.text;
      return text;
    }
    const frame = document.createElement('iframe');
    frame.title = title(this.speaking.words);
    frame.setAttribute('sandbox', 'allow-scripts');
    frame.addEventListener('load', () => tellLanguage(frame, this.speaking.language));
    frame.srcdoc = told.page;
    return frame;
  }
}

/** A report's page holds both languages. Its frame has no origin that could be named, and what is said is no secret. */
const tellLanguage = (frame: HTMLIFrameElement, language: Language): void =>
  frame.contentWindow?.postMessage({ language }, '*');
