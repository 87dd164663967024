import { invariant, type Us } from '../base/index.ts';
import type { PlaceId } from './places.ts';
import type { SourceId, Thing } from './truth.ts';

/** What plans do. */
export type Verb =
  | 'fence'
  | 'hold-out'
  | 'readmit'
  | 'switch'
  | 'promote'
  | 'repoint'
  | 'rebuild'
  | 'check-consistency'
  | 'reverse'
  | 'stop-writes'
  | 'failover'
  | 'failback'
  | 'restore'
  | 'move-back'
  | 'back-up'
  | 'restart'
  | 'start'
  | 'stop'
  | 'rebind';

/** What a step names besides its target. */
export interface DeedArguments {
  /** `rebuild: x, from: y` · `repoint: x, use: {role: y}`. */
  readonly other?: string;
  readonly role?: string;
  /** `restore: x, into: clone`: beside the running store. */
  readonly clone?: boolean;
  /** `switch: x, to: place`: only where the primary stands elsewhere. */
  readonly place?: PlaceId;
  /** What the work is put down to. */
  readonly source?: SourceId;
  /** `stop-writes … until: {lag: …}`. */
  readonly untilLag?: Us;
}

/** One thing done to one component by a step of a plan. */
export interface Deed {
  /** Things whose place must work for the deed to go on. Recorded deeds (fence, hold-out) need none. */
  readonly needs: readonly Thing[];
  /** What the deed mends: users die on these until it is done. */
  readonly mends: readonly Thing[];
  begin?(): void;
  /** How long the deed itself takes beyond what the plan states, asked at its start; infinite while it cannot end. */
  takes?(): Us;
  /** Whether what the deed waits for has come about; asked at its end. */
  ready?(): boolean;
  /** Whether what it compares differs: then people put it right, which takes its time. */
  differs?(): boolean;
  /** How far the target is behind: what a lag gate judges. */
  lag?(): Us;
  end(): void;
  /** Whether what has just ended has come about, where it may not: the plan goes on all the same, and says so. */
  worked?(): boolean;
  /** Takes back what its beginning has done, when the step has not worked and is not tried again. */
  abandon?(): void;
  /** Takes it back, when a plan is given up. */
  undo?(): void;
}

type Factory = (args: DeedArguments) => Deed;

/** Deeds done at once: an answer of several names is withheld from all of them. */
const together = (deeds: readonly Deed[]): Deed => ({
  needs: deeds.flatMap((deed) => deed.needs),
  mends: deeds.flatMap((deed) => deed.mends),
  begin: () => {
    for (const deed of deeds) deed.begin?.();
  },
  takes: () => Math.max(0, ...deeds.map((deed) => deed.takes?.() ?? 0)) as Us,
  ready: () => deeds.every((deed) => deed.ready?.() ?? true),
  differs: () => deeds.some((deed) => deed.differs?.() ?? false),
  lag: () => Math.max(0, ...deeds.map((deed) => deed.lag?.() ?? 0)) as Us,
  end: () => {
    for (const deed of deeds) deed.end();
  },
  worked: () => deeds.every((deed) => deed.worked?.() ?? true),
  abandon: () => {
    for (const deed of deeds) deed.abandon?.();
  },
  undo: () => {
    for (const deed of deeds) deed.undo?.();
  },
});

/** The deeds that components offer to plans: the only way roles change besides their own controllers. */
export class Deeds {
  private readonly offers = new Map<string, Factory[]>();

  /** Several may offer the same: a plan then does all of it. */
  offer(component: string, verb: Verb, factory: Factory): void {
    const key = `${verb} ${component}`;
    this.offers.set(key, [...(this.offers.get(key) ?? []), factory]);
  }

  has(component: string, verb: Verb): boolean {
    return this.offers.has(`${verb} ${component}`);
  }

  bind(component: string, verb: Verb, args: DeedArguments): Deed {
    const factories = this.offers.get(`${verb} ${component}`) ?? [];
    invariant(factories.length > 0, `${component} cannot ${verb}`);
    return factories.length === 1 ? factories[0]!(args) : together(factories.map((make) => make(args)));
  }
}
