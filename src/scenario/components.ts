import { COMPONENT_KINDS, type ComponentSpec } from '../components/index.ts';
import { type Kind, type Notebook, near, oneOf, repairedAllBy, show, wholeCrew } from '../language/index.ts';
import type { Component } from './draft.ts';
import { isRawMap, type RawRecord } from './raw.ts';
import { entriesOf, type SectionReader } from './sections.ts';
import { ownKeys, readUpkeep, withUpkeep } from './upkeep.ts';

/** The kinds of component by name. */
export const KINDS = new Map(COMPONENT_KINDS.map((kind) => [kind.kind, kind]));

const FORMS = new Map(COMPONENT_KINDS.map((kind) => [kind.kind, withUpkeep(kind.input)]));

/** Reads the components; the names in those with mistakes are checked all the same. */
export function readComponents(
  raw: RawRecord,
  catalogueOn: boolean,
  reader: SectionReader,
  notes: Notebook,
): readonly Component[] {
  return entriesOf(raw.components, notes.at('components')).flatMap(([name, value]) => {
    const at = notes.at('components', name);
    const kind = kindOf(name, value, at);
    const component = kind && isRawMap(value) ? readComponent(kind, name, value, catalogueOn, at) : undefined;
    if (component !== undefined) reader.refer(component.references, at);
    else if (reader.worthSalvaging) reader.refer(kind?.references(name, value) ?? [], at);
    return component ?? [];
  });
}

/** Beside the keys of its kind there are some that any component may have. */
function readComponent(
  kind: Kind<ComponentSpec>,
  name: string,
  raw: RawRecord,
  catalogueOn: boolean,
  notes: Notebook,
): Component | undefined {
  if (notes.read(FORMS.get(kind.kind)!, raw) === undefined) return undefined;
  const known = kind.read(name, ownKeys(raw), catalogueOn, notes);
  return known && withCrew({ ...known, ...readUpkeep(name, raw, known.servers, notes) });
}

/** Whoever repairs the whole repairs each of its faults. */
function withCrew(component: Component): Component {
  const { spec, references, repairedBy } = component;
  return {
    ...component,
    spec: { ...spec, faults: repairedAllBy(spec.faults, repairedBy) },
    references: [...references, ...wholeCrew(repairedBy)],
  };
}

function kindOf(name: string, raw: unknown, notes: Notebook): Kind<ComponentSpec> | undefined {
  const kinds = { expected: oneOf([...KINDS.keys()]) };
  if (!isRawMap(raw)) {
    notes.error('bad-value', `\`${name}\` is not a component`, {
      expected: 'a map such as {kind: ecs, in: cn-beijing/a, count: 4}',
    });
    return undefined;
  }
  if (raw.kind === undefined) {
    const meant = Object.keys(raw).find((key) => /^k../i.test(key) && near(key, ['kind']).nearest !== undefined);
    if (meant === undefined) notes.at('kind').error('missing-key', '`kind` is missing', kinds);
    else
      notes
        .at(meant)
        .error('unknown-key', `\`kind\` is missing, and \`${meant}\` is no key`, { nearest: 'kind', atKey: true });
    return undefined;
  }
  const kind = KINDS.get(asWord(raw.kind));
  if (kind !== undefined) return kind;
  notes.at('kind').error('unknown-kind', `${show(raw.kind)} is not a kind of component`, {
    ...kinds,
    ...meantKind(asWord(raw.kind)),
  });
  return undefined;
}

/** A kind by what it is called elsewhere, or else by letters that are nearly its own. */
function meantKind(written: string): { nearest?: string } {
  const same = [...KINDS.values()].find(({ alsoCalled }) => alsoCalled.includes(written.toLowerCase()));
  return same === undefined ? near(written, KINDS.keys()) : { nearest: same.kind };
}

/** What is no text is no word. */
export const asWord = (raw: unknown): string => (typeof raw === 'string' ? raw : '');
