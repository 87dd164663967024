import { parseDuration, toSeconds, type Us } from '../../base/index.ts';
import type { ComponentSpec } from '../../components/index.ts';
import { INTERNET, type LinkSpec } from '../../language/index.ts';
import { latencyBetween, type Scenario } from '../../scenario/index.ts';
import type { PathLatency } from '../result/index.ts';

type Workload = Scenario['workloads'][number];

/** Requests of one group of users that go one way. */
interface Way {
  readonly share: number;
  /** Microseconds there and back. */
  readonly takes: number;
}

/**
 * How long the network takes for a request while all is well: from users to the balancer, to a server, and once to each
 * store that the request reads or writes. Groups of users are told apart by the answer that names give them.
 */
export function latencyOf(scenario: Scenario, workload: Workload): PathLatency {
  const map = new Paths(scenario, workload);
  const groups = map.groups().map(({ group, share, ways }) => {
    const whole = ways.reduce((sum, way) => sum + way.share, 0) || 1;
    const takes = ways.reduce((sum, way) => sum + way.share * way.takes, 0) / whole;
    return { group, share, seconds: toSeconds(takes as Us) };
  });
  const mean = groups.reduce((sum, { share, seconds }) => sum + share * seconds, 0);
  return { mean, groups: groups.sort((a, b) => b.seconds - a.seconds || (a.group < b.group ? -1 : 1)) };
}

class Paths {
  private readonly scenario: Scenario;
  private readonly workload: Workload;
  private readonly components: ReadonlyMap<string, ComponentSpec>;

  constructor(scenario: Scenario, workload: Workload) {
    this.scenario = scenario;
    this.workload = workload;
    this.components = new Map(scenario.components.map((component) => [component.name, component]));
  }

  /** Users by the answer that they hold. */
  groups(name = this.workload.entry, share = 1): { group: string; share: number; ways: Way[] }[] {
    const spec = this.components.get(name);
    if (spec?.kind !== 'dns') return [{ group: name, share, ways: this.fromUsers(spec) }];
    const first = Math.min(...spec.answers.map(({ priority }) => priority));
    const answers = spec.answers.filter(({ priority }) => priority === first);
    const total = answers.reduce((sum, { weight }) => sum + weight, 0);
    return answers.flatMap(({ target, weight }) => this.groups(target, (share * weight) / total));
  }

  private fromUsers(spec: ComponentSpec | undefined): Way[] {
    if (spec?.kind === 'ecs') return this.throughPool(spec, INTERNET, 1);
    if (spec?.kind !== 'slb') return [];
    const places = spec.zones === undefined ? spec.places : [spec.zones.primary];
    return places.flatMap((place) => this.behind(spec, place, 1 / places.length));
  }

  private behind(slb: Extract<ComponentSpec, { kind: 'slb' }>, place: string, share: number): Way[] {
    const pools = slb.backends.flatMap(({ pool, weight }) => {
      const spec = this.components.get(pool);
      return spec?.kind === 'ecs' ? [{ spec, weight: weight * spec.count }] : [];
    });
    const total = pools.reduce((sum, { weight }) => sum + weight, 0);
    const inwards = this.between(INTERNET, place);
    return pools
      .flatMap(({ spec, weight }) => this.throughPool(spec, place, (share * weight) / total))
      .map((way) => ({ ...way, takes: way.takes + inwards }));
  }

  private throughPool(pool: Extract<ComponentSpec, { kind: 'ecs' }>, from: string, share: number): Way[] {
    return homesOf(pool).map((place) => ({
      share: share / pool.count,
      takes: this.between(from, place) + this.toStores(pool, place),
    }));
  }

  private toStores({ uses }: Extract<ComponentSpec, { kind: 'ecs' }>, from: string): number {
    const roles = [...this.workload.reads, ...this.workload.writes];
    return roles.reduce((sum, role) => {
      const store = this.components.get(uses.find((use) => use.role === role)?.store ?? '');
      const place = store !== undefined && 'places' in store ? store.places[0] : undefined;
      return place === undefined ? sum : sum + this.between(from, place);
    }, 0);
  }

  /** Over the declared link that joins them, the shortest of several; else what is usual for the distance. */
  private between(one: string, other: string): number {
    const direct = this.scenario.links.filter((link) => joins(link, one, other)).map(({ latency }) => latency);
    if (direct.length > 0) return Math.min(...direct);
    if (one === INTERNET || other === INTERNET || within(one, other) || within(other, one)) return 0;
    return parseDuration(latencyBetween([one, other], this.scenario.places)['latency']!.value) ?? 0;
  }
}

/** Where each server stands: in blocks, in the order written. */
const homesOf = ({ places, count }: Extract<ComponentSpec, { kind: 'ecs' }>): string[] =>
  Array.from({ length: count }, (_, i) => places[Math.floor((i * places.length) / count)]!);

const within = (inner: string, outer: string): boolean => inner === outer || inner.startsWith(`${outer}/`);

const joins = ({ between: [a, b] }: LinkSpec, one: string, other: string): boolean =>
  (within(one, a) && within(other, b)) || (within(one, b) && within(other, a));
