import type { TopologyEdge } from '../../../experiment/index.ts';
import { clean, shorten } from '../../cells.ts';
import { TOPOLOGY } from '../../words/page/topology.ts';
import type { Said } from '../voices.ts';

/** What stands on the edge of a copy before its age: what brings it, and how. */
export const copyName =
  ({ component, how }: Pick<TopologyEdge, 'component' | 'how'>): Said =>
  ({ language }) => {
    const known = how === null ? undefined : new Map(Object.entries(TOPOLOGY.how)).get(how);
    return [component === null ? '' : shorten(clean(component), 14), known?.[language] ?? how ?? '']
      .filter((text) => text !== '')
      .map((text) => `${text} · `)
      .join('');
  };
