import type { EditorState } from '@codemirror/state';
import { listFiles, type Problem, Refused, readFile, type Said, saveFile, simulate } from './api.ts';
import { Editor } from './editor.ts';
import { byId, fresh, quietButton } from './elements.ts';
import { Outputs, type Speaking } from './outputs.ts';
import { drawTabs } from './tabs.ts';
import { type Language, type Words, wordsOf } from './words.ts';

/** A text that is worked on: a file, or a copy of one to be compared with it. */
interface Variant {
  readonly id: string;
  readonly name: string;
  state: EditorState;
  /** The version on disk; null for a copy. */
  version: string | null;
  changed: boolean;
}

/** Buttons that ask for work. */
const ASKING = ['run', 'drill', 'explain', 'compare'];
const LANGUAGE_KEY = 'hasim-language';

class Desk implements Speaking {
  private problems: readonly Problem[] | undefined;
  language: Language = localStorage.getItem(LANGUAGE_KEY) === 'zh' ? 'zh' : 'en';
  private readonly editor: Editor;
  private variants: Variant[] = [];
  private shown = '';
  private readonly outputs = new Outputs(this);
  private busy: AbortController | undefined;

  constructor() {
    this.editor = new Editor(byId('editor'), () => this.words, {
      changed: () => this.changed(),
      problems: (problems) => this.tellProblems(problems),
      save: () => void this.save(),
      run: () => void this.simulateOne('run'),
    });
  }

  get words(): Words {
    return wordsOf(this.language);
  }

  async begin(): Promise<void> {
    byId('output').tabIndex = 0;
    this.listen();
    this.speak();
    const { files, folder } = await listFiles();
    byId('files').title = folder;
    const select = byId<HTMLSelectElement>('files');
    select.replaceChildren(...files.map((name) => new Option(name, name)));
    const asked = new URLSearchParams(location.search).get('file');
    const first = asked !== null && files.includes(asked) ? asked : files[0];
    if (first === undefined) this.status(this.words.noFiles, true);
    else {
      select.value = first;
      await this.open(first);
    }
  }

  private listen(): void {
    byId('files').addEventListener('change', (event) => void this.open((event.target as HTMLSelectElement).value));
    byId('save').addEventListener('click', () => void this.save());
    byId('ask').addEventListener('submit', (event) => {
      event.preventDefault();
      void this.simulateOne('run');
    });
    byId('drill').addEventListener('click', () => void this.simulateOne('drill'));
    byId('explain').addEventListener('click', () => void this.simulateOne('explain'));
    byId('compare').addEventListener('click', () => void this.compare());
    byId('stop').addEventListener('click', () => this.busy?.abort());
    const language = byId<HTMLSelectElement>('language');
    language.value = this.language;
    language.addEventListener('change', () => {
      this.language = language.value === 'zh' ? 'zh' : 'en';
      localStorage.setItem(LANGUAGE_KEY, this.language);
      this.speak();
    });
    addEventListener('beforeunload', (event) => {
      if (this.variants.some(({ changed, version }) => changed && version !== null)) event.preventDefault();
    });
  }

  private speak(): void {
    document.documentElement.lang = this.language === 'zh' ? 'zh-CN' : 'en';
    const words: Readonly<Record<string, unknown>> = this.words;
    for (const element of document.querySelectorAll<HTMLElement>('[data-word]')) {
      element.textContent = String(words[element.dataset.word ?? ''] ?? '');
    }
    if (this.problems !== undefined) this.tellProblems(this.problems);
    this.draw();
    this.outputs.speak();
  }

  private async open(name: string): Promise<void> {
    const known = this.variants.find((variant) => variant.name === name && variant.version !== null);
    if (known !== undefined) this.choose(known.id);
    else await this.attempt(async () => this.add(name, await readFile(name)));
  }

  private add(name: string, { text, version }: { text: string; version: string | null }): void {
    const variant = { id: fresh(), name, state: this.editor.stateFor(text), version, changed: version === null };
    this.keepState();
    this.variants.push(variant);
    this.choose(variant.id);
  }

  private get current(): Variant | undefined {
    return this.variants.find(({ id }) => id === this.shown);
  }

  private keepState(): void {
    const { current } = this;
    if (current !== undefined) current.state = this.editor.state;
  }

  private choose(id: string): void {
    this.keepState();
    this.shown = id;
    const { current } = this;
    if (current !== undefined) this.editor.show(current.state);
    this.draw();
  }

  private changed(): void {
    const { current } = this;
    if (current === undefined || current.changed) return;
    current.changed = true;
    this.draw();
  }

  private draw(): void {
    const tabs = this.variants.map(({ id, name, changed }) => ({ id, title: changed ? `${name} •` : name }));
    const [list, acts] = [byId('variants'), byId('variant-acts')];
    const held = acts.contains(document.activeElement);
    drawTabs(list, tabs, this.shown, (id) => this.choose(id));
    acts.replaceChildren(...(this.current === undefined ? [] : this.tabButtons()));
    if (held) list.querySelector<HTMLElement>('[aria-selected=true]')?.focus();
    byId<HTMLButtonElement>('compare').disabled = this.variants.length < 2;
    byId<HTMLButtonElement>('save').disabled = this.current?.changed !== true;
    byId('saved').textContent =
      this.current === undefined ? '' : this.current.changed ? this.words.unsaved : this.words.saved;
  }

  private tabButtons(): HTMLButtonElement[] {
    const add = quietButton(this.words.addVariant, this.words.addVariantTip, () => this.copy());
    const close = quietButton('×', this.words.closeVariant, () => this.close());
    return this.variants.length > 1 ? [add, close] : [add];
  }

  private copy(): void {
    const { current } = this;
    if (current === undefined) return;
    const base = current.name.replace(/( \d+)?\.ya?ml$/u, '');
    const taken = new Set(this.variants.map(({ name }) => name));
    let number = 2;
    while (taken.has(`${base} ${number}.yaml`)) number++;
    this.add(`${base} ${number}.yaml`, { text: this.editor.text, version: null });
  }

  private close(): void {
    const rest = this.variants.filter(({ id }) => id !== this.shown);
    this.variants = rest;
    this.shown = '';
    this.choose(rest.at(-1)?.id ?? '');
  }

  private tellProblems(problems: readonly Problem[]): void {
    this.problems = problems;
    const errors = problems.filter(({ severity }) => severity === 'error').length;
    const warnings = problems.length - errors;
    const first = problems.find(({ severity }) => severity === 'error') ?? problems[0];
    const parts = [
      errors > 0 ? this.words.errors(errors) : '',
      warnings > 0 ? this.words.warnings(warnings) : '',
      first === undefined ? '' : this.words.first(first.range?.start.line, this.words.said(first).message),
    ];
    const line = byId('problems');
    line.textContent = parts.filter((part) => part !== '').join(' · ') || this.words.fine;
    line.classList.toggle('bad', errors > 0);
  }

  private async save(): Promise<void> {
    const { current } = this;
    if (current === undefined) return;
    await this.attempt(async () => {
      const { version } = await saveFile(current.name, this.editor.text, current.version);
      current.version = version;
      current.changed = false;
      this.draw();
    });
  }

  private get options(): { seed: string; lang: Language } {
    return { seed: byId<HTMLInputElement>('seed').value || '1', lang: this.language };
  }

  private get runs(): number {
    return Math.max(1, Math.floor(byId<HTMLInputElement>('runs').valueAsNumber) || 1);
  }

  private async simulateOne(kind: 'run' | 'drill' | 'explain'): Promise<void> {
    const { current } = this;
    if (current === undefined) return;
    const variant = { name: current.name, text: this.editor.text };
    const count = kind === 'drill' ? { times: Math.min(this.runs, 10_000) } : { runs: this.runs };
    await this.ask(`/api/${kind}`, { variant, ...this.options, ...count }, (words) =>
      words.title(words[kind], current.name),
    );
  }

  private async compare(): Promise<void> {
    this.keepState();
    const variants = this.variants.map(({ name, state }) => ({ name, text: state.doc.toString() }));
    const names = variants.map(({ name }) => name).join(' / ');
    await this.ask('/api/compare', { variants, ...this.options, runs: this.runs }, (words) =>
      words.title(words.compare, names),
    );
  }

  private async ask(path: string, body: object, title: (words: Words) => string): Promise<void> {
    if (this.busy !== undefined) return;
    this.busy = new AbortController();
    this.working(true);
    let told: Said['told'];
    try {
      const said = await simulate(path, body, this.busy.signal, (heard) => this.progress(heard));
      told = said?.told;
      if (told !== undefined) this.outputs.keep(title, told);
      this.status('', false);
    } catch (error) {
      this.status(this.busy.signal.aborted ? this.words.stopped : textOf(error, this.words), !this.busy.signal.aborted);
    }
    this.busy = undefined;
    this.working(false);
    if (told !== undefined && BELOW.matches) byId('outputs').scrollIntoView();
  }

  private working(is: boolean): void {
    const held = document.activeElement;
    for (const id of ASKING) byId<HTMLButtonElement>(id).disabled = is;
    byId('stop').hidden = !is;
    // What is switched off or hidden cannot keep the focus: whoever asked by the keyboard may stop it, and then ask again.
    if (is && held?.id !== undefined && ASKING.includes(held.id)) byId('stop').focus();
    else if (!is && held === byId('stop')) byId('run').focus();
    byId('progress').hidden = !is;
    byId('progress').removeAttribute('value');
    if (is) this.status(this.words.waiting, false);
    else this.draw();
  }

  private progress({ done, asked }: Said): void {
    const bar = byId<HTMLProgressElement>('progress');
    bar.max = asked;
    bar.value = done;
    this.status(`${done} / ${asked}`, false);
  }

  private status(text: string, bad: boolean): void {
    byId('status').textContent = text;
    byId('status').classList.toggle('bad', bad);
  }

  private async attempt(work: () => Promise<void>): Promise<void> {
    try {
      await work();
      this.status('', false);
    } catch (error) {
      this.status(textOf(error, this.words), true);
    }
  }
}

/** Where results stand below the text, out of sight, as in the style. */
const BELOW = matchMedia('(max-width: 60rem)');

const textOf = (error: unknown, { said }: Words): string =>
  error instanceof Refused ? said(error).message : error instanceof Error ? error.message : String(error);

void new Desk().begin();
