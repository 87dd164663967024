import { type ComponentSpec, slaOfComponent } from '../../components/index.ts';
import type { Scenario } from '../../scenario/index.ts';
import type { WorkloadResult } from '../result/index.ts';

type Sla = Pick<WorkloadResult, 'slaProduct' | 'slaParts'>;

/**
 * What a spreadsheet says: the vendors' figures multiplied along the path of a workload, answers of a name taken as
 * independent alternatives. A refund threshold is no failure rate, and nothing is independent under one roof: it stands
 * beside the measured figure for comparison only.
 */
export function slaOf(scenario: Scenario, workload: Scenario['workloads'][number]): Sla {
  const path = new Path(scenario, [...workload.reads, ...workload.writes]);
  const front = path.front(workload.entry);
  const product = [...path.stores].reduce((share, name) => share * path.own(name), front);
  const known = path.parts.every((part) => part.sla !== null);
  return { slaProduct: known ? product : null, slaParts: path.parts };
}

class Path {
  readonly parts: WorkloadResult['slaParts'][number][] = [];
  readonly stores = new Set<string>();
  private readonly components: ReadonlyMap<string, ComponentSpec>;
  private readonly roles: readonly string[];

  constructor(scenario: Scenario, roles: readonly string[]) {
    this.components = new Map(scenario.components.map((component) => [component.name, component]));
    this.roles = roles;
  }

  /** The figure of one component; 1 where the vendor states none. */
  own(name: string): number {
    const { sla, source } = slaOfComponent(this.components.get(name)!);
    if (!this.parts.some((part) => part.component === name)) this.parts.push({ component: name, sla, source });
    return sla ?? 1;
  }

  /** The figure of a component and all behind it but the stores, which are counted once for the whole path. */
  front(name: string): number {
    const component = this.components.get(name)!;
    const own = this.own(name);
    switch (component.kind) {
      case 'dns':
        return own * any(component.answers.map(({ target }) => this.front(target)));
      case 'slb':
        return own * any(component.backends.map(({ pool }) => this.front(pool)));
      case 'ecs':
        for (const { role, store } of component.uses) if (this.roles.includes(role)) this.stores.add(store);
        return own;
      default:
        return own;
    }
  }
}

const any = (shares: readonly number[]): number => 1 - shares.reduce((fails, share) => fails * (1 - share), 1);
