import type { PathPart } from '../../language/index.ts';
import { withoutMark } from '../open.ts';
import { type Cursor, cursorAt, siblings } from './cursor.ts';
import { namesFor } from './known-names.ts';
import type { Completion, Option } from './option.ts';
import { below, type Form, formsOf, type Schema } from './schema.ts';

/**
 * What may be written at `offset` (UTF-16 units) of a scenario's text, by its JSON Schema: keys that are not there yet,
 * words to choose from, names of the file itself. Text that is not finished is fine; where nothing is known, nothing is
 * offered.
 */
export function completionAt(text: string, offset: number, schema: Schema): Completion {
  const shift = text.length - withoutMark(text).length;
  const cursor = cursorAt(withoutMark(text), offset - shift);
  if (cursor === undefined) return { from: offset, options: [] };
  const forms = formsAt(cursor, schema);
  const keys = cursor.isKey ? keyOptions(forms, cursor, schema) : [];
  const options = keys.length > 0 ? keys : valueOptions(forms, cursor);
  return { from: cursor.from + shift, options };
}

/** The forms of the place at the cursor, those that what is written already contradicts left out on the way. */
function formsAt({ source, path }: Cursor, root: Schema): readonly Form[] {
  let forms = formsOf(root, root);
  for (const [depth, part] of path.entries()) {
    const here = fitting(forms, siblings(source, path.slice(0, depth)));
    forms = here.flatMap((form) => below(form, part)).flatMap((schema) => formsOf(schema, root));
  }
  return forms;
}

/** Forms that agree with the keys and fixed words that stand there; all of them where none does. */
function fitting(forms: readonly Form[], written: ReadonlyMap<string, unknown>): readonly Form[] {
  const kept = forms.filter((form) => [...written].every(([key, value]) => admits(form, key, value)));
  return kept.length > 0 ? kept : forms;
}

function admits({ schema }: Form, key: string, value: unknown): boolean {
  const { properties, additionalProperties } = schema;
  if (properties === undefined || !Object.hasOwn(properties, key)) return additionalProperties !== false;
  const fixed = properties[key]!.const;
  return fixed === undefined || value === null || value === fixed;
}

function keyOptions(forms: readonly Form[], cursor: Cursor, root: Schema): readonly Option[] {
  const written = siblings(cursor.source, cursor.path);
  const left = fitting(forms, written);
  const decider = deciding(left, written);
  const options = new Map<string, Option>();
  for (const { schema } of left) {
    for (const [key, inner] of Object.entries(schema.properties ?? {})) {
      if (written.has(key) || options.has(key) || (decider !== undefined && key !== decider)) continue;
      const required = schema.required?.includes(key) ?? false;
      const about = decider === key ? inner.description?.replace(/:.*/u, '') : formsOf(inner, root)[0]?.about;
      options.set(key, { label: key, kind: 'key', about: about ?? '', required });
    }
  }
  return [...options.values()];
}

/** The key whose fixed word tells several forms apart and has not been written: `kind` of a component. */
function deciding(forms: readonly Form[], written: ReadonlyMap<string, unknown>): string | undefined {
  if (forms.length < 2) return undefined;
  const fixed = Object.keys(forms[0]!.schema.properties ?? {}).filter(
    (key) => !written.has(key) && forms.every(({ schema }) => schema.properties?.[key]?.const !== undefined),
  );
  return fixed[0];
}

function valueOptions(forms: readonly Form[], { source, path }: Cursor): readonly Option[] {
  const kinds = parentKinds(path);
  const words = forms.flatMap(({ schema, about }) =>
    wordsOf(schema).map((label): Option => ({ label, kind: 'value', about: kinds ? '' : about, required: false })),
  );
  const names = namesFor(forms, source);
  return [...new Map([...words, ...names].map((option) => [option.label, option])).values()];
}

const parentKinds = (path: readonly PathPart[]): boolean => path.at(-1) === 'kind';

function wordsOf({ const: fixed, enum: choices, type }: Schema): readonly string[] {
  if (fixed !== undefined) return [String(fixed)];
  if (choices !== undefined) return choices.map(String);
  return type === 'boolean' ? ['true', 'false'] : [];
}
