import { byCodeUnit } from '../base/index.ts';
import { type Form, type Notebook, name } from '../language/index.ts';
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

type Resolve<Input, Spec> = (name: string, given: Input, notes: Notebook) => Spec | undefined;

/** Reads every thing of a section; those with mistakes are noted and left out. */
export function readSection<Input, Spec>(
  raw: RawRecord,
  section: string,
  form: Form<Input>,
  resolve: Resolve<Input, Spec>,
  notes: Notebook,
): Spec[] {
  const here = notes.at(section);
  return entriesOf(raw[section], here).flatMap(([key, value]) => {
    const given = here.at(key).read(form, value);
    return given === undefined ? [] : (resolve(key, given, here.at(key)) ?? []);
  });
}
