import { byCodeUnit } from '../../../base/index.ts';
import { serviceName } from '../../../faults/index.ts';
import type { Scenario } from '../../../scenario/index.ts';
import { cutting, type Ground, type Injection, losing } from './injection.ts';

/** Places, areas and domains, lost as a whole: each by itself. */
export const sites = ({ scenario: { places, domains, areas } }: Ground): Injection[] => [
  ...places.map(({ path, kind }) => losing(kind, path)),
  ...areas.map(({ name }) => losing('area', name)),
  ...domains.filter(isThing).map(({ name }) => losing('domain', name)),
];

/** Whether a domain can be lost: people who make mistakes damage data, and are drilled as that. */
const isThing = ({ faults }: Scenario['domains'][number]): boolean =>
  faults.length === 0 || faults.some(({ effect }) => effect !== 'corruption');

/** One product in one zone or site: all of it there, nothing else. */
export const services = ({ scenario: { places, components }, targets }: Ground): Injection[] =>
  places.flatMap(({ kind: size, path }) => {
    if (size !== 'zone' && size !== 'idc') return [];
    const kinds = [...new Set(components.map(({ kind }) => kind))].sort(byCodeUnit);
    return kinds
      .filter((kind) => targets.unitsOf(kind, path).length > 0)
      .map((kind) => losing('service', serviceName(kind, path)));
  });

export const links = ({ scenario }: Ground): Injection[] => scenario.links.map(({ name }) => cutting(name));
