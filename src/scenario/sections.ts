import { byCodeUnit } from '../base/index.ts';
import { type Form, Notebook, name, type Reference, STAND_IN_NAME, salvage } from '../language/index.ts';
import { LIMITS } from './limits.ts';
import { isRawMap, type RawRecord } from './raw.ts';

/** The names that stand in a section, and what stands there, sorted; whatever else is wrong with it is noted. */
export function entriesOf(raw: unknown, notes: Notebook): readonly (readonly [string, unknown])[] {
  if (raw === undefined || raw === null) return [];
  if (!isRawMap(raw)) {
    notes.error('bad-value', 'this section is a map from names to things', { expected: 'a map' });
    return [];
  }
  const entries = Object.entries(raw).sort(([a], [b]) => byCodeUnit(a, b));
  if (entries.length > LIMITS.things) {
    notes.error('too-many-things', `there are ${entries.length} things here`, {
      expected: `at most ${LIMITS.things}`,
      atKey: true,
    });
    return [];
  }
  return entries.filter(([key]) => isGoodName(key, notes));
}

function isGoodName(key: string, notes: Notebook): boolean {
  const good = name.safeParse(key).success;
  if (!good) {
    notes.at(key).error('bad-name', 'this cannot be a name', {
      expected: 'any script, no `/`, no space at its ends, 1 to 100 characters',
      atKey: true,
    });
  }
  return good;
}

/** Names that must be checked once all names are known, with the notebook that stands at what refers. */
export interface Pending {
  readonly references: readonly Reference[];
  readonly notes: Notebook;
}

interface SectionWords<Input, Spec> {
  readonly section: string;
  readonly form: Form<Input>;
  readonly resolve: (name: string, given: Input, notes: Notebook) => Spec | undefined;
  readonly references?: (spec: Spec) => readonly Reference[];
}

/** Reads the sections that are maps of one sort of thing. */
export class SectionReader {
  readonly pending: Pending[] = [];
  readonly #raw: RawRecord;
  readonly #notes: Notebook;

  constructor(raw: RawRecord, notes: Notebook) {
    this.#raw = raw;
    this.#notes = notes;
  }

  /** Reads every thing of a section; those with mistakes are noted and left out, but for the names in them. */
  read<Input, Spec>(words: SectionWords<Input, Spec>): Spec[] {
    const here = this.#notes.at(words.section);
    return entriesOf(this.#raw[words.section], here).flatMap(([key, value]) => {
      const notes = here.at(key);
      const given = notes.read(words.form, value);
      const spec = given === undefined ? undefined : words.resolve(key, given, notes);
      const partial = spec ?? (this.worthSalvaging ? salvaged(words, key, value) : undefined);
      if (partial !== undefined) this.refer(words.references?.(partial) ?? [], notes);
      return spec ?? [];
    });
  }

  /** Where a file has many mistakes, looking for more of them behind each costs time and helps nobody. */
  get worthSalvaging(): boolean {
    return this.#notes.findings.length < LIMITS.problems;
  }

  refer(references: readonly Reference[], notes: Notebook): void {
    const meant = references.filter((reference) => reference.name !== STAND_IN_NAME);
    if (meant.length > 0) this.pending.push({ references: meant, notes });
  }
}

function salvaged<Input, Spec>(
  { form, resolve }: SectionWords<Input, Spec>,
  key: string,
  raw: unknown,
): Spec | undefined {
  const rest = salvage(form, raw);
  return rest === undefined ? undefined : resolve(key, rest, new Notebook());
}
