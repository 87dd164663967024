import { type CompletionContext, type CompletionResult, startCompletion } from '@codemirror/autocomplete';
import { yaml } from '@codemirror/lang-yaml';
import { HighlightStyle, syntaxHighlighting } from '@codemirror/language';
import { type Diagnostic, forceLinting, linter, lintGutter } from '@codemirror/lint';
import { EditorState, Prec } from '@codemirror/state';
import { EditorView, keymap } from '@codemirror/view';
import { tags } from '@lezer/highlight';
import { basicSetup } from 'codemirror';
import { complete, type Problem, validate } from './api.ts';
import type { Words } from './words.ts';

/** What the editor tells its page. */
export interface Listener {
  changed(text: string): void;
  problems(problems: readonly Problem[]): void;
  save(): void;
  run(): void;
}

const THEME = EditorView.theme({
  '&': { backgroundColor: 'var(--ground)', color: 'var(--text)' },
  '.cm-gutters': { backgroundColor: 'var(--raised)', color: 'var(--dim)', border: 'none' },
  '.cm-activeLine, .cm-activeLineGutter': { backgroundColor: 'color-mix(in srgb, var(--accent) 8%, transparent)' },
  '.cm-content': { caretColor: 'var(--text)' },
  '.cm-cursor': { borderLeftColor: 'var(--text)' },
  '&.cm-focused .cm-selectionBackground, .cm-selectionBackground': {
    backgroundColor: 'color-mix(in srgb, var(--accent) 25%, transparent) !important',
  },
  '.cm-tooltip': { backgroundColor: 'var(--raised)', color: 'var(--text)', border: '1px solid var(--line)' },
  '.cm-panels': { backgroundColor: 'var(--raised)', color: 'var(--text)' },
});

/** Colours of the page, so that they turn with it from light to dark. */
const COLOURS = HighlightStyle.define([
  { tag: tags.propertyName, color: 'var(--key)' },
  { tag: [tags.string, tags.content], color: 'var(--text)' },
  { tag: tags.comment, color: 'var(--dim)', fontStyle: 'italic' },
  { tag: [tags.separator, tags.punctuation, tags.squareBracket, tags.brace], color: 'var(--dim)' },
]);

/** An editor of scenarios, with problems in place and completion, both asked of the server that will run them. */
export class Editor {
  private readonly view: EditorView;
  private readonly words: () => Words;
  private readonly listener: Listener;

  constructor(parent: HTMLElement, words: () => Words, listener: Listener) {
    this.words = words;
    this.listener = listener;
    this.view = new EditorView({ parent, state: this.stateFor('') });
  }

  /** A state with its own history: one for each variant. */
  stateFor(text: string): EditorState {
    const keys = [
      { key: 'Mod-s', run: handled(() => this.listener.save()) },
      { key: 'Mod-Enter', run: handled(() => this.listener.run()) },
      { key: 'Ctrl-Space', run: startCompletion },
    ];
    return EditorState.create({
      doc: text,
      extensions: [
        Prec.highest(keymap.of(keys)),
        basicSetup,
        yaml(),
        lintGutter(),
        THEME,
        syntaxHighlighting(COLOURS),
        linter((view) => this.problems(view), { delay: 300 }),
        EditorState.languageData.of(() => [{ autocomplete: offered }]),
        EditorView.contentAttributes.of({ 'aria-label': 'YAML', tabindex: '0' }),
        EditorView.updateListener.of((update) => {
          if (update.docChanged) this.listener.changed(this.text);
        }),
      ],
    });
  }

  get text(): string {
    return this.view.state.doc.toString();
  }

  get state(): EditorState {
    return this.view.state;
  }

  show(state: EditorState): void {
    this.view.setState(state);
    forceLinting(this.view);
  }

  private async problems(view: EditorView): Promise<Diagnostic[]> {
    const { problems } = await validate(view.state.doc.toString());
    this.listener.problems(problems);
    const { length } = view.state.doc;
    return problems.map((problem) => diagnosticOf(problem, length, this.words()));
  }
}

/** As a command of the editor: the key means nothing else. */
const handled = (act: () => void) => (): true => {
  act();
  return true;
};

function diagnosticOf(problem: Problem, length: number, words: Words): Diagnostic {
  const { severity, nearest, range } = problem;
  const { message, expected } = words.said(problem);
  const from = Math.min(range?.start.offset ?? 0, length);
  const to = Math.min(Math.max(range?.end.offset ?? 0, from), length);
  const text = expected === undefined ? message : `${message}\n${words.expected} ${expected}`;
  if (nearest === undefined) return { from, to, severity, message: text };
  const apply = (view: EditorView, start: number, end: number): void =>
    view.dispatch({ changes: { from: start, to: end, insert: nearest } });
  return { from, to, severity, message: text, actions: [{ name: words.use(nearest), apply }] };
}

const TYPES = { key: 'property', value: 'enum', name: 'variable' } as const;

async function offered(context: CompletionContext): Promise<CompletionResult | null> {
  const word = context.matchBefore(/[^\s,[\]{}:#'"]+$/u);
  if (word === null && !context.explicit) return null;
  const { from, options } = await complete(context.state.doc.toString(), context.pos);
  if (options.length === 0) return null;
  return {
    from,
    validFor: /^[^\s,[\]{}:#'"]*$/u,
    options: options.map(({ label, kind, about, required }) => ({
      label,
      type: TYPES[kind],
      apply: kind === 'key' ? `${label}: ` : label,
      ...(about === '' ? {} : { info: about }),
      boost: required ? 1 : 0,
    })),
  };
}
