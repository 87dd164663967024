import type { Us } from '../base/index.ts';
import type { Arena } from '../engine/index.ts';
import { NO_SOURCE, type SourceId } from './truth.ts';

/** The class of a fault: the size of what one of it takes. A plan can be the trigger of an incident too. */
export type SourceClass =
  | 'instance'
  | 'component'
  | 'rack'
  | 'service'
  | 'zone'
  | 'region'
  | 'idc'
  | 'area'
  | 'link'
  | 'domain'
  | 'damage'
  | 'plan';

export interface Source {
  /** What broke, one by one: `app-a/3 crash`. */
  readonly name: string;
  /** What broke, as a kind: `app-a crash`. Faults of one group are counted together in causes. */
  readonly group: number;
  readonly class: SourceClass;
  /** The fault domain: a place, component, link or domain by name. */
  readonly domain: string;
}

/** Where the numbers of what is broken stand: how many groups, and the sum of their numbers; of one group, its number. */
const GROUPS = 0;
const SUM = 1;
const NO_GROUP = -1;

/** The table of everything that can break something. */
export class Sources {
  readonly list: Source[] = [];
  readonly groups: string[] = [];
  /** Groups that people bring about: releases, configurations, mistakes. */
  readonly changes = new Set<number>();
  private readonly groupIds = new Map<string, number>();
  /** Groups that make data wrong: they stand for as long as nobody has put the data right. */
  readonly damages: number[] = [];
  /** How many of each group are broken now. */
  active!: Int32Array;
  /** Which groups anything is broken of now, summed up. */
  private standing!: Int32Array;
  /** 1 for each of {@link damages}. */
  private wrongs!: Uint8Array;
  private last!: Int32Array;
  private groupOf!: Int32Array;
  private readonly listeners: ((source: SourceId) => void)[] = [];
  private readonly dueListeners: ((at: Us) => void)[] = [];

  add(name: string, group: string, sourceClass: SourceClass, domain: string): SourceId {
    return this.list.push({ name, group: this.group(group), class: sourceClass, domain }) - 1;
  }

  /** Says that people bring a source, and all of its group, about. */
  isChange(source: SourceId): void {
    this.changes.add(this.list[source]!.group);
  }

  seal(arena: Arena): void {
    this.active = arena.i32('logic', this.groups.length);
    this.standing = arena.i32('logic', 2);
    this.groupOf = Int32Array.from(this.list, ({ group }) => group);
    const damaging = this.list.filter((source) => source.class === 'damage');
    this.damages.push(...new Set(damaging.map(({ group }) => group)));
    this.wrongs = Uint8Array.from(this.groups, (_, group) => (this.damages.includes(group) ? 1 : 0));
    this.last = arena.i32('logic', 1).fill(NO_SOURCE);
  }

  struck(source: SourceId): void {
    const group = this.groupOf[source]!;
    if (this.active[group]! === 0) this.stands(group, 1);
    this.active[group]! += 1;
    this.last[0] = source;
    for (let i = 0; i < this.listeners.length; i++) this.listeners[i]!(source);
  }

  /** Calls `listener` whenever a fault strikes. */
  onStrike(listener: (source: SourceId) => void): void {
    this.listeners.push(listener);
  }

  /** A fault on a schedule has been given its instant, whether or not anything will be left for it to strike. */
  due(at: Us): void {
    for (const listener of this.dueListeners) listener(at);
  }

  /** Calls `listener` once for every fault on a schedule, with its instant, as soon as that is known. */
  onDue(listener: (at: Us) => void): void {
    this.dueListeners.push(listener);
  }

  healed(source: SourceId): void {
    const group = this.groupOf[source]!;
    this.active[group]! -= 1;
    if (this.active[group]! === 0) this.stands(group, -1);
  }

  private stands(group: number, by: 1 | -1): void {
    this.standing[GROUPS]! += by;
    this.standing[SUM]! += by * group;
  }

  /** The only group of which anything is broken now; negative where nothing is, or several are. */
  get alone(): number {
    return this.standing[GROUPS] === 1 ? this.standing[SUM]! : NO_GROUP;
  }

  /**
   * Takes out of `broken`, counts by group, the damages that stand: wrong data keep no request from its answer, so they have no part
   * in what another one has cost. The trigger itself stays, once.
   */
  withoutDamages(broken: Int32Array, trigger: SourceId): void {
    const group = trigger === NO_SOURCE ? trigger : this.groupOf[trigger]!;
    for (const damage of this.damages) broken[damage] = damage === group ? 1 : 0;
  }

  /** Whether it makes data wrong that anything of a group is broken. */
  isDamage(group: number): boolean {
    return this.wrongs[group] === 1;
  }

  /** What struck last, of everything. */
  get latest(): SourceId {
    return this.last[0]!;
  }

  private group(name: string): number {
    const known = this.groupIds.get(name);
    if (known !== undefined) return known;
    const fresh = this.groups.push(name) - 1;
    this.groupIds.set(name, fresh);
    return fresh;
  }
}
