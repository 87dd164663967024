import { NEVER, type Us } from '../../base/index.ts';
import type { ChanceId, Slot } from '../../engine/index.ts';
import {
  DECIDE,
  DETECT,
  IDLE,
  OnPurpose,
  type Phase,
  type SourceId,
  SWITCH,
  type Thing,
  type World,
} from '../../model/index.ts';
import type { DatabaseSpec } from './spec.ts';

/** What the nodes are doing about their leader. */
const LEADING = 0;
/** They miss it. */
const DETECTING = 1;
/** Too few of them see one another. */
const WAITING = 2;
const ELECTING = 3;
/** They cannot agree by themselves: people help. */
const BY_HAND = 4;

/** No node in particular. */
const ANY = -1;

/** The nodes, as those who elect see them. */
export interface Voters {
  readonly whole: Thing;
  /** Whether the leader works and sees enough others. */
  leads(): boolean;
  /** Whether some majority sees one another. */
  majority(): boolean;
  /** Whether the whole place of the leader is lost. */
  leaderPlaceLost(): boolean;
  /** The election has ended. */
  elected(): void;
  refresh(): void;
}

/**
 * Elects a leader: when the present one is lost and when a majority is back, never when a follower is lost. A leader that is
 * back before the election has begun leads on.
 */
export class Ballot {
  private readonly world: World;
  private readonly work: OnPurpose;
  private readonly voters: Voters;
  private readonly state: Uint8Array;
  /** 1 while a step of a plan, and no failure, is why they elect. */
  private readonly onPurpose: Uint8Array;
  /** The node that a plan wants as their leader. */
  private readonly wanted: Int32Array;
  private readonly detection: Slot;
  private readonly election: Slot;
  private readonly placeElection: Slot;
  private readonly manual: Slot;
  private readonly coverage: ChanceId;

  constructor(spec: DatabaseSpec, world: World, voters: Voters) {
    const { registry, arena } = world.workshop;
    const { name } = spec;
    this.world = world;
    this.voters = voters;
    this.state = arena.u8('logic', 1);
    this.work = new OnPurpose(world);
    this.onPurpose = arena.u8('logic', 1);
    this.wanted = arena.i32('logic', 1).fill(ANY);
    const slot = (what: string, handler: () => void, law: DatabaseSpec['switch']): Slot =>
      registry.slot('work', `${name} ${what}`, handler, 0, { law, stream: `${name} ${what}` });
    this.detection = slot('detection', () => this.missed(), spec.detection ?? spec.switch);
    this.election = slot('election', () => this.elected(), spec.switch);
    this.placeElection = slot('zone election', () => this.elected(), spec.zoneSwitch);
    this.manual = slot('election by hand', () => this.voteByHand(), spec.manual);
    this.coverage = registry.chance(`${name} coverage`, spec.coverage);
  }

  private is(state: number): boolean {
    return this.state[0] === state;
  }

  /** Whether there is a leader that nobody misses. */
  get settled(): boolean {
    return this.is(LEADING);
  }

  /** Whether the leader is missed, so that it may not be the last one any more. */
  get missing(): boolean {
    return this.is(DETECTING);
  }

  /** Who works and who sees whom has changed. */
  changed(): void {
    const { voters } = this;
    if (this.is(WAITING)) {
      if (voters.majority()) this.decide();
    } else if (this.is(LEADING) || this.is(DETECTING)) this.missOrLead();
    else if (!voters.majority()) this.wait();
  }

  private missOrLead(): void {
    const { voters, world } = this;
    if (voters.leads()) this.lead();
    else if (!voters.majority()) this.wait();
    else if (this.is(LEADING)) {
      this.enter(DETECTING);
      world.clocks.start(this.detection);
    }
  }

  private missed(): void {
    if (this.is(DETECTING)) this.decide();
  }

  private decide(): void {
    if (this.world.clocks.choose(this.coverage)) this.vote();
    else {
      this.enter(BY_HAND);
      this.world.clocks.start(this.manual);
    }
  }

  private voteByHand(): void {
    this.world.records.byHand(this.voters.whole);
    this.vote();
  }

  private vote(): void {
    this.enter(ELECTING);
    this.world.clocks.start(this.voters.leaderPlaceLost() ? this.placeElection : this.election);
  }

  /** Another leader is elected as a step of a plan, which stands among what is broken meanwhile: nothing is detected. */
  voteBy(plan: SourceId, wanted: number = ANY): void {
    if (!this.is(LEADING) || !this.voters.leads()) return;
    this.onPurpose[0] = 1;
    this.wanted[0] = wanted;
    this.enter(ELECTING);
    this.world.clocks.start(this.election);
    this.work.begin(plan);
  }

  /** The node that is wanted as the leader, while they elect one on purpose; negative for any. */
  get preferred(): number {
    return this.planned ? this.wanted[0]! : ANY;
  }

  /** How long until an election on purpose has ended; without end where none is under way. */
  untilElected(): Us {
    if (!this.planned) return NEVER;
    return Math.max(1, this.world.clocks.due(this.election) - this.world.clocks.now) as Us;
  }

  private elected(): void {
    this.voters.elected();
    this.enter(LEADING);
  }

  private lead(): void {
    if (this.is(LEADING)) return;
    this.stopAll();
    this.enter(LEADING);
  }

  private wait(): void {
    this.stopAll();
    this.enter(WAITING);
  }

  private stopAll(): void {
    const { clocks } = this.world;
    for (const slot of [this.detection, this.election, this.placeElection, this.manual]) clocks.stop(slot);
  }

  private enter(state: number): void {
    if (state !== ELECTING) {
      this.onPurpose[0] = 0;
      this.work.end();
    }
    this.state[0] = state;
    this.voters.refresh();
  }

  phase(): Phase {
    switch (this.state[0]) {
      case DETECTING:
        return DETECT;
      case ELECTING:
        return SWITCH;
      case BY_HAND:
        return DECIDE;
      default:
        return IDLE;
    }
  }

  get planned(): boolean {
    return this.is(ELECTING) && this.onPurpose[0] === 1;
  }
}
