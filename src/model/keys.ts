import type { KeyedServers } from './parted.ts';
import type { Demand, Node } from './stages.ts';

/** Servers that a workload comes by. */
export interface ServersOf {
  readonly node: Node;
  readonly cell: number;
  readonly keyed: KeyedServers;
}

/** A share of the keys of a role, and what requests for them get at each of the servers, in their order. */
interface Sort {
  readonly weight: number;
  readonly answered: readonly number[];
  /** By role: where its keys lie, 0 to 1; all over for a role that is not in here. */
  readonly spans: ReadonlyMap<string, readonly Span[]>;
}

/** Keys from one, 0, up to another, 1. */
type Span = readonly [from: number, to: number];

/**
 * The keys of a workload's requests, by how they fare: a retry asks for the same key again, so that it meets a lost part again,
 * though it may meet other servers. Stores with equally many parts hold the same keys in the part of the same number (else that
 * which lies alike between the first and the last); keys of two roles have nothing to do with each other.
 */
export class Keys {
  readonly workload: number;
  readonly servers: readonly ServersOf[];
  private readonly roles: readonly string[];
  /** Sorts of keys; one at least. Where there is one only, nothing tells keys apart. */
  private sorts: readonly Sort[] = [];
  private readonly columns: Float64Array[] = [];
  private readonly completed: Float64Array[] = [];

  constructor(workload: number, { reads, writes }: Demand, servers: readonly ServersOf[]) {
    this.workload = workload;
    this.servers = servers;
    this.roles = [...new Set([...reads, ...writes])];
  }

  /** How many sorts differ now: 0 where all keys fare alike. */
  get differing(): number {
    return this.sorts.length;
  }

  weight(sort: number): number {
    return this.sorts[sort]!.weight;
  }

  /** What a request of a sort gets from stores at the servers of this place in {@link servers}, 0 to 1. */
  stored(sort: number, server: number): number {
    return this.sorts[sort]!.answered[server]!;
  }

  /** Chance that a request of a sort is served, by cell: worked out by who asks for it. */
  successOf(sort: number, cells: number): Float64Array {
    this.columns[sort] ??= new Float64Array(cells);
    return this.columns[sort]!;
  }

  /** Requests a second of a sort that servers complete, by cell: worked out by who asks for it. */
  completedOf(sort: number, cells: number): Float64Array {
    this.completed[sort] ??= new Float64Array(cells);
    return this.completed[sort]!;
  }

  /** Of the keys of a sort, the share that lies from one key of a role to another. */
  shareWithin(sort: number, role: string, from: number, to: number): number {
    const spans = this.sorts[sort]!.spans.get(role);
    if (spans === undefined) return to - from;
    let [within, all] = [0, 0];
    for (const [begin, end] of spans) {
      within += Math.max(0, Math.min(end, to) - Math.max(begin, from));
      all += end - begin;
    }
    return within / all;
  }

  /** Of what a server answers to requests of a sort, the share that rests on right data, 0 to 1. */
  rightOf(sort: number, { keyed }: ServersOf): number {
    let share = 1;
    for (const role of this.roles) {
      const spans = this.sorts[sort]!.spans.get(role)!;
      let right = 0;
      for (const [begin, end] of spans) right += (end - begin) * keyed.rightAt(this.workload, role, (begin + end) / 2);
      share *= right / lengthOf(spans);
    }
    return share;
  }

  /** Looks at all parts again. @param stored the share of requests that get what they need from stores, by cell */
  classify(stored: Float64Array): void {
    if (this.areAlike(stored) || this.roles.every((role) => this.isEven(role))) {
      if (this.sorts.length > 0) this.sorts = [];
      return;
    }
    const whole: Sort = { weight: 1, answered: this.servers.map(() => 1), spans: new Map() };
    this.sorts = this.roles.reduce<readonly Sort[]>((sorts, role) => crossed(sorts, this.sortsOf(role)), [whole]);
  }

  /** Whether requests for all keys are answered, or for none, at each of the servers. */
  private areAlike(stored: Float64Array): boolean {
    for (let i = 0; i < this.servers.length; i++) {
      const share = stored[this.servers[i]!.cell]!;
      if (share !== 0 && share !== 1) return false;
    }
    return true;
  }

  /** Whether all keys of a role fare alike at each of the servers. */
  private isEven(role: string): boolean {
    const { servers, workload } = this;
    for (let i = 0; i < servers.length; i++) {
      const { keyed } = servers[i]!;
      const parts = keyed.partsOf(workload, role);
      if (parts === 1) continue;
      const first = keyed.answeredAt(workload, role, 0.5 / parts);
      for (let part = 1; part < parts; part++) {
        if (keyed.answeredAt(workload, role, (part + 0.5) / parts) !== first) return false;
      }
    }
    return true;
  }

  private sortsOf(role: string): readonly Sort[] {
    const { servers, workload } = this;
    const ends = endsOf(servers.map(({ keyed }) => keyed.partsOf(workload, role)));
    const sorts: { readonly answered: readonly number[]; readonly spans: Span[] }[] = [];
    for (const [i, end] of ends.entries()) {
      const begin = ends[i - 1] ?? 0;
      const answered = servers.map(({ keyed }) => keyed.answeredAt(workload, role, (begin + end) / 2));
      const known = sorts.find((one) => one.answered.every((share, server) => share === answered[server]));
      if (known === undefined) sorts.push({ answered, spans: [[begin, end]] });
      else known.spans.push([begin, end]);
    }
    return sorts.map(({ answered, spans }) => ({ weight: lengthOf(spans), answered, spans: new Map([[role, spans]]) }));
  }
}

const lengthOf = (spans: readonly Span[]): number => spans.reduce((sum, [begin, end]) => sum + (end - begin), 0);

/** Where parts end, of stores with so many of them each, from the first key at 0 to the last at 1. */
function endsOf(counts: readonly number[]): readonly number[] {
  const ends = counts.flatMap((parts) => Array.from({ length: parts }, (_, i) => (i + 1) / parts));
  return [...new Set(ends)].sort((a, b) => a - b);
}

/** What two roles, whose keys have nothing to do with each other, make of a request that needs both. */
const crossed = (some: readonly Sort[], others: readonly Sort[]): readonly Sort[] =>
  some.flatMap((one) =>
    others.map((other) => ({
      weight: one.weight * other.weight,
      answered: one.answered.map((share, server) => share * other.answered[server]!),
      spans: new Map([...one.spans, ...other.spans]),
    })),
  );
