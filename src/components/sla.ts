import type { VendorSla } from '../language/index.ts';
import { COMPONENT_KINDS, type ComponentSpec } from './words.ts';

const LIST = 'sla.directory/vendors/alibaba-cloud';

/** What the vendor of a component promises: a refund threshold, never an input of the simulation. */
export function slaOfComponent(spec: ComponentSpec): VendorSla {
  switch (spec.kind) {
    case 'dns':
      return { sla: 1, source: "assumption: 100 % of resolutions, from memory of the vendor's DNS terms" };
    case 'slb':
      return spec.product === 'clb'
        ? { sla: 0.9995, source: `${LIST}: CLB 99.95 %` }
        : { sla: 0.99995, source: `${LIST}: ALB and NLB in several zones 99.995 %` };
    case 'ecs':
      return new Set(spec.places).size > 1 && spec.count > 1
        ? { sla: 0.99995, source: `${LIST}: ECS, several instances in several zones 99.995 %` }
        : { sla: 0.99975, source: `${LIST}: ECS single instance 99.975 %` };
    case 'rds':
      if (spec.edition === 'basic') return { sla: null, source: 'no figure known for the basic edition' };
      if (spec.edition === 'three-node') return { sla: 0.99997, source: `${LIST}: RDS in three zones 99.997 %` };
      return new Set(spec.places).size > 1
        ? { sla: 0.99995, source: `${LIST}: RDS in two zones 99.995 %` }
        : { sla: 0.9999, source: `${LIST}: RDS high-availability in one zone 99.99 %` };
    case 'dts':
      return { sla: null, source: 'not on the path of requests' };
    default:
      return statedByKind(spec);
  }
}

/** A kind says in its own folder what its vendor promises. */
function statedByKind(spec: ComponentSpec): VendorSla {
  for (const kind of COMPONENT_KINDS) {
    const stated = kind.sla(spec);
    if (stated !== undefined) return stated;
  }
  return { sla: null, source: 'no figure known' };
}
