import { NEVER, type Us } from '../../base/index.ts';
import type { ChanceId, Slot } from '../../engine/index.ts';
import { DECIDE, OK, OnPurpose, type Phase, type SourceId, SWITCH, type Thing, type World } from '../../model/index.ts';
import type { RedisSpec } from './schema.ts';

/** What is being done about the master. */
const SERVING = 0;
/** It is believed lost, and nothing can be promoted: no module, no replica, or one with too old data. */
const WAITING = 1;
const SWITCHING = 2;
/** The automatic switch did not work: people do it. */
const BY_HAND = 3;

/** Who watches over the copies. */
export interface Watchman {
  /** Whether it can promote at all. */
  readonly ready: boolean;
  /** Whether it believes that a node works. */
  believes(node: Thing): boolean;
  /** Whether it reaches the place of a node. */
  reaches(node: Thing): boolean;
}

/** The two nodes of a shard, as who exchanges them needs to know. */
export interface Pair {
  readonly master: Thing;
  readonly second: Thing;
  lives(node: Thing): boolean;
  /** Whether the second lives and has data that are good enough. */
  canTakeOver(): boolean;
  /** Whether requests are answered, and whether the second has all of them. */
  serving(): boolean;
  readonly inStep: boolean;
  /** The master is there after all. */
  goOn(): void;
  /** The old master is given up: what only it has is left behind. */
  recover(): void;
  /** The second is the master now. */
  exchange(planned: boolean): void;
  changed(): void;
}

/** How one node of a shard takes the place of the other: by the module, by people where that does not work, or by a plan. */
export class Takeover {
  readonly work: OnPurpose;
  private readonly spec: RedisSpec;
  private readonly world: World;
  private readonly pair: Pair;
  private readonly ha: Watchman;
  private readonly state: Uint8Array;
  /** 1 while a step of a plan, and no failure, is why it switches; and while people do. */
  private readonly onPurpose: Uint8Array;
  private readonly helped: Uint8Array;
  private readonly promotion: Slot;
  private readonly manual: Slot;
  private readonly coverage: ChanceId;

  constructor(spec: RedisSpec, world: World, name: string, pair: Pair, ha: Watchman) {
    const { arena, registry } = world.workshop;
    this.spec = spec;
    this.world = world;
    this.pair = pair;
    this.ha = ha;
    this.state = arena.u8('logic', 1);
    this.onPurpose = arena.u8('logic', 1);
    this.helped = arena.u8('logic', 1);
    this.work = new OnPurpose(world);
    const slot = (what: string, handler: () => void, law: RedisSpec['switch']): Slot =>
      registry.slot('work', `${name} ${what}`, handler, 0, { law, stream: `${name} ${what}` });
    this.promotion = slot('switch', () => this.switched(), spec.switch);
    this.manual = slot('switch by hand', () => this.people(), spec.manual);
    this.coverage = registry.chance(`${name} coverage`, spec.coverage);
  }

  get switching(): boolean {
    return this.state[0] === SWITCHING;
  }

  /** The master serves on. */
  settle(): void {
    this.stop();
    this.state[0] = SERVING;
  }

  /** A switch under way cannot go on. */
  abandon(): void {
    if (!this.switching) return;
    this.stop();
    this.state[0] = WAITING;
    if (this.pair.lives(this.pair.master)) this.pair.goOn();
  }

  private stop(): void {
    this.world.clocks.stop(this.promotion);
    this.world.clocks.stop(this.manual);
    this.onPurpose[0] = 0;
    this.helped[0] = 0;
    this.work.end();
  }

  /** What the module sees or can do has changed: it decides anew. */
  attend(): void {
    const { ha, pair } = this;
    const canGoOn = ha.ready && ha.reaches(pair.second);
    if (this.switching && this.helped[0] === 0 && !canGoOn) this.abandon();
    if (this.state[0] === SERVING || this.state[0] === WAITING) this.decide();
  }

  private decide(): void {
    const { ha, pair } = this;
    if (ha.believes(pair.master)) {
      if (pair.lives(pair.master)) this.state[0] = SERVING;
      return;
    }
    this.state[0] = WAITING;
    if (!ha.ready || !ha.believes(pair.second) || !ha.reaches(pair.second) || !pair.canTakeOver()) return;
    if (this.world.clocks.choose(this.coverage, this.chance())) this.begin();
    else this.byHand();
  }

  /** The loss of a whole room is met less often, and with less success, than that of a machine. */
  private chance(): number {
    const { world, spec, pair } = this;
    const room = world.wholes.get(world.places.path(world.truth.home(pair.master)))!;
    return spec.places.length > 1 && world.truth.manner[room] !== OK ? spec.roomCoverage : spec.coverage;
  }

  private byHand(): void {
    this.state[0] = BY_HAND;
    this.world.clocks.start(this.manual);
  }

  private people(): void {
    this.helped[0] = 1;
    if (this.pair.canTakeOver()) {
      this.world.records.byHand(this.pair.master);
      this.begin();
    } else this.state[0] = WAITING;
    this.pair.changed();
  }

  private begin(): void {
    this.state[0] = SWITCHING;
    this.world.clocks.start(this.promotion);
  }

  /** Switches as a step of a plan: planned while the master works, else what the module does not do. */
  switchBy(plan: SourceId): void {
    const { pair } = this;
    const planned = pair.serving();
    if (this.switching || !pair.canTakeOver() || (planned && !pair.inStep)) return;
    this.stop();
    this.helped[0] = 1;
    this.onPurpose[0] = planned ? 1 : 0;
    if (planned) this.work.begin(plan);
    this.begin();
    pair.changed();
  }

  /** How long until a planned exchange has ended; without end where none is under way. */
  untilExchanged(): Us {
    if (!this.planned()) return NEVER;
    return Math.max(1, this.world.clocks.due(this.promotion) - this.world.clocks.now) as Us;
  }

  private switched(): void {
    const { pair } = this;
    const planned = this.planned() && pair.lives(pair.master);
    if (!planned) pair.recover();
    this.settle();
    pair.exchange(planned);
  }

  /** Whether somebody is at it, and at what. */
  phase(): Phase | undefined {
    if (this.switching) return SWITCH;
    return this.state[0] === BY_HAND ? DECIDE : undefined;
  }

  planned(): boolean {
    return this.switching && this.onPurpose[0] === 1;
  }
}
