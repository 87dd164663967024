import { NEVER, type Us } from '../../base/index.ts';
import type { ChanceId, Slot } from '../../engine/index.ts';
import {
  DECIDE,
  DETECT,
  IDLE,
  NO_SOURCE,
  OnPurpose,
  type Phase,
  type SourceId,
  SWITCH,
  type Thing,
  type Worker,
  type World,
} from '../../model/index.ts';
import type { DatabaseSpec } from './spec.ts';
import type { Standby } from './standby.ts';

/** What the controller is doing. */
const SERVING = 0;
const DETECTING = 1;
/** No copy that may take over: it waits for one of them to come back. */
const WAITING = 2;
const SWITCHING = 3;
/** The automatic switch did not work: people do it. */
const BY_HAND = 4;

/** What the controller controls. */
export interface Nodes {
  readonly whole: Thing;
  primaryAlive(): boolean;
  standbyThere(): boolean;
  /** Whether the controller works and reaches the standby. */
  controlled(): boolean;
  /** Whether the whole place of the primary is lost: such switches take far longer than those of one machine. */
  primaryPlaceLost(): boolean;
  /** Whether one node alone is lost, so that it can be started elsewhere on the same disk. */
  canRelocate(): boolean;
  /** Starts the lost node elsewhere. */
  relocate(): void;
  /** Exchanges the roles; on purpose, when nothing is left behind. */
  exchange(onPurpose: boolean): void;
  refresh(): void;
}

/**
 * Detects the loss of the primary, decides and promotes. Coverage says how often that works by itself. A standby that is
 * lost during the switch ends it; a primary that comes back before the switch has begun serves again. The old primary is
 * fenced by the product: two nodes of one database never take writes at once.
 */
export class Controller implements Worker {
  private readonly spec: DatabaseSpec;
  private readonly world: World;
  private readonly nodes: Nodes;
  private readonly standby: Standby;
  private readonly state: Uint8Array;
  /** 1 while a step of a plan, and no failure, is why it switches. */
  private readonly onPurpose: Uint8Array;
  private readonly reason: Int32Array;
  private readonly work: OnPurpose;
  private readonly detection: Slot | undefined;
  private readonly machineSwitch: Slot;
  private readonly placeSwitch: Slot;
  /** A slot and a stream of its own, so that planned work shifts no switch that a failure causes. */
  private readonly plannedSwitch: Slot;
  private readonly manual: Slot;
  private readonly coverage: ChanceId;

  constructor(spec: DatabaseSpec, world: World, nodes: Nodes, standby: Standby) {
    const { registry, arena } = world.workshop;
    const { name } = spec;
    this.spec = spec;
    this.world = world;
    this.nodes = nodes;
    this.standby = standby;
    this.state = arena.u8('logic', 1);
    this.onPurpose = arena.u8('logic', 1);
    this.reason = arena.i32('logic', 1).fill(NO_SOURCE);
    const slot = (what: string, handler: () => void, law: DatabaseSpec['switch']): Slot =>
      registry.slot('work', `${name} ${what}`, handler, 0, { law, stream: `${name} ${what}` });
    this.work = new OnPurpose(world);
    this.detection = spec.detection && slot('detection', () => this.detected(), spec.detection);
    this.machineSwitch = slot('switch', () => this.switched(), spec.switch);
    this.plannedSwitch = slot('planned switch', () => this.switched(), spec.switch);
    this.placeSwitch = slot('zone switch', () => this.switched(), spec.zoneSwitch);
    this.manual = slot('switch by hand', () => this.beginSwitch(true), spec.manual);
    this.coverage = registry.chance(`${name} coverage`, spec.coverage);
  }

  private is(state: number): boolean {
    return this.state[0] === state;
  }

  get serving(): boolean {
    return this.is(SERVING);
  }

  primaryLost(): void {
    this.onPurpose[0] = 0;
    if (!this.is(SERVING)) return;
    this.standby.freeze();
    if (this.alone) this.restartElsewhere();
    else this.enter(DETECTING);
    if (!this.alone && this.detection !== undefined) this.world.clocks.start(this.detection);
  }

  private get alone(): boolean {
    return this.spec.edition === 'basic';
  }

  /** One node with no other to switch to: it is started elsewhere, unless it is back before. */
  private restartElsewhere(): void {
    this.enter(WAITING);
    const { clocks } = this.world;
    if (this.nodes.canRelocate()) clocks.start(this.machineSwitch);
    else if (this.nodes.primaryPlaceLost()) clocks.start(this.placeSwitch);
  }

  placeChanged(): void {
    if (!this.is(WAITING)) return;
    this.stopAll();
    this.restartElsewhere();
  }

  /** The primary is back. Once a switch has begun it goes on. */
  primaryBack(): void {
    if (this.is(SWITCHING) || this.is(SERVING)) return;
    this.stopAll();
    this.enter(SERVING);
    this.standby.resume();
  }

  standbyLost(): void {
    this.breakOff();
    if (this.is(SERVING)) this.standby.lose();
  }

  /** A switch that was under way ends. */
  private breakOff(): void {
    if (!this.is(SWITCHING)) return;
    this.stopAll();
    this.enter(this.nodes.primaryAlive() ? SERVING : WAITING);
    if (this.is(SERVING)) this.standby.resume();
  }

  /** The controller has been lost, or is back, or reaches other nodes: back, it starts from the truth. */
  sightChanged(): void {
    if (!this.nodes.controlled()) this.breakOff();
    else if (this.is(WAITING) && !this.nodes.primaryAlive()) this.decide();
  }

  standbyBack(): void {
    if (this.is(WAITING) && !this.nodes.primaryAlive()) this.decide();
    else this.standby.consider();
  }

  /** The primary is believed lost. */
  detected(): void {
    if (this.is(DETECTING)) this.decide();
  }

  /** Switches by hand as a step of a plan or for planned work, `source`: nothing is detected. */
  switchNow(source: SourceId = NO_SOURCE): void {
    if (!this.is(SERVING) || !this.nodes.standbyThere() || !this.nodes.controlled() || !this.standby.inStep) return;
    this.onPurpose[0] = 1;
    this.reason[0] = source;
    this.enter(SWITCHING);
    this.world.clocks.start(this.plannedSwitch);
  }

  /** Switches as a step of a plan, which stands among what is broken meanwhile. */
  switchBy(plan: SourceId): void {
    this.switchNow(plan);
    if (this.planned()) this.work.begin(plan);
  }

  /** How long until a switch on purpose is done; without end while a failure is dealt with. */
  untilSwitched(): Us {
    if (!this.planned()) return NEVER;
    return Math.max(1, this.world.clocks.due(this.plannedSwitch) - this.world.clocks.now) as Us;
  }

  /** What a switch on purpose is put down to, where that is known. */
  get switchedFor(): SourceId {
    return this.planned() ? this.reason[0]! : NO_SOURCE;
  }

  private decide(): void {
    if (!this.nodes.standbyThere() || !this.nodes.controlled()) this.enter(WAITING);
    else if (!this.withinGate()) this.beyondGate();
    else if (this.world.clocks.choose(this.coverage)) this.beginSwitch();
    else this.byHand();
  }

  /** The lag gate, on the lag seen at the end of detection. */
  private withinGate(): boolean {
    const { maxLag, elseAction } = this.spec;
    return maxLag === undefined || elseAction === 'promote' || this.standby.behind() <= maxLag;
  }

  /** Too much would be lost: people switch by hand, or everyone waits for the primary. */
  private beyondGate(): void {
    if (this.spec.elseAction === 'ask') this.byHand();
    else this.enter(WAITING);
  }

  private byHand(): void {
    this.enter(BY_HAND);
    this.world.clocks.start(this.manual);
  }

  private beginSwitch(byHand = this.spec.switching === 'by-hand'): void {
    if (!this.nodes.standbyThere() || !this.nodes.controlled()) {
      this.enter(WAITING);
      return;
    }
    if (byHand) this.world.records.byHand(this.nodes.whole);
    this.enter(SWITCHING);
    this.world.clocks.start(this.nodes.primaryPlaceLost() ? this.placeSwitch : this.machineSwitch);
  }

  private switched(): void {
    if (this.alone) this.nodes.relocate();
    else this.nodes.exchange(this.planned());
    this.enter(SERVING);
    this.standby.exchanged();
  }

  private stopAll(): void {
    const { clocks } = this.world;
    if (this.detection !== undefined) clocks.stop(this.detection);
    clocks.stop(this.machineSwitch);
    clocks.stop(this.plannedSwitch);
    clocks.stop(this.placeSwitch);
    clocks.stop(this.manual);
  }

  private enter(state: number): void {
    if (state !== SWITCHING) {
      this.onPurpose[0] = 0;
      this.work.end();
    }
    this.state[0] = state;
    this.nodes.refresh();
  }

  phase(): Phase {
    switch (this.state[0]) {
      case DETECTING:
        return DETECT;
      case SWITCHING:
        return SWITCH;
      case BY_HAND:
        return DECIDE;
      case WAITING:
        return this.world.clocks.armed(this.machineSwitch) ? SWITCH : IDLE;
      default:
        return this.standby.stalling ? DETECT : IDLE;
    }
  }

  planned(): boolean {
    return this.is(SWITCHING) && this.onPurpose[0] === 1;
  }
}
