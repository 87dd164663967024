import { isMap } from 'yaml';
import { keyText, type Source } from '../source.ts';
import type { Option } from './option.ts';
import type { Form } from './schema.ts';

const NAMED = ['components', 'workloads', 'alarms', 'teams', 'plans', 'links', 'domains', 'crews'] as const;
const SINGULAR: Readonly<Record<(typeof NAMED)[number], string>> = {
  components: 'component',
  workloads: 'workload',
  alarms: 'alarm',
  teams: 'team',
  plans: 'plan',
  links: 'link',
  domains: 'domain',
  crews: 'crew',
};

/** Names that the file itself gives, where a form asks for a name, a place or either. */
export function namesFor(forms: readonly Form[], source: Source): readonly Option[] {
  const asks = (ref: string): boolean => forms.some(({ refs }) => refs.includes(ref));
  const names = asks('name') || asks('target') ? declaredNames(source) : [];
  const places = asks('place-path') || asks('target') ? placePaths(source).map((path) => named(path, 'place')) : [];
  return [...names, ...places];
}

const named = (label: string, about: string): Option => ({ label, kind: 'name', about, required: false });

const declaredNames = (source: Source): Option[] =>
  NAMED.flatMap((section) => keysAt(source, section).map((name) => named(name, SINGULAR[section])));

function keysAt({ document }: Source, section: string): string[] {
  const node = document.get(section, true);
  return isMap(node) ? node.items.map(({ key }) => keyText(key) ?? '').filter((key) => key !== '') : [];
}

/** What may be told of a place beside the places within it. */
const OWN_KEYS: readonly string[] = ['kind', 'coordinates', 'faults', 'price', 'services'];

/** `cn-beijing`, `cn-beijing/a` … */
function placePaths({ document }: Source): string[] {
  const out: string[] = [];
  const walk = (node: unknown, prefix: string): void => {
    if (!isMap(node)) return;
    for (const { key, value } of node.items) {
      const name = keyText(key);
      if (name === undefined || (prefix !== '' && OWN_KEYS.includes(name))) continue;
      out.push(prefix + name);
      walk(value, `${prefix}${name}/`);
    }
  };
  walk(document.get('places', true), '');
  return out;
}
