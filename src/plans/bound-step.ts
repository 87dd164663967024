import { MINUTE, type Us } from '../base/index.ts';
import type { ChanceId, DrawId } from '../engine/index.ts';
import {
  type Deed,
  type DeedArguments,
  OK,
  type Phase,
  RESTORE,
  type SourceId,
  START,
  SWITCH,
  type Thing,
  type Verb,
  type World,
} from '../model/index.ts';
import type { StepSpec } from './schema.ts';

const LOOK_AGAIN = 10 * MINUTE;
const RESTORING: readonly Verb[] = ['rebuild', 'check-consistency', 'restore', 'move-back'];

/** What recovery phase a verb is part of. */
function phaseOf(verb: Verb): Phase {
  if (verb === 'start' || verb === 'failover') return START;
  return RESTORING.includes(verb) ? RESTORE : SWITCH;
}

/** A step of a plan with its deeds found and its chances declared. */
export class BoundStep {
  readonly spec: StepSpec;
  readonly phase: Phase;
  readonly mends: readonly Thing[];
  /** Whether what is stated comes before the deeds, which begin when it has worked: what they bring serves as soon as it is there. */
  readonly statedFirst: boolean;
  private readonly world: World;
  private readonly deeds: readonly Deed[];
  private readonly takes: DrawId;
  /** 1 while the time that the plan states is still to come. */
  private readonly owed: Uint8Array;
  private readonly works: ChanceId;
  private readonly accepted: ChanceId;
  private readonly answer: DrawId | undefined;
  private readonly surprise: ChanceId;
  private readonly repair: DrawId | undefined;

  constructor(world: World, spec: StepSpec, label: string, source: SourceId) {
    const { registry, arena } = world.workshop;
    this.owed = arena.u8('logic', 1);
    this.world = world;
    this.spec = spec;
    this.phase = phaseOf(spec.verb);
    this.statedFirst = spec.verb === 'start';
    this.deeds = spec.targets.map((target) => world.deeds.bind(target, spec.verb, this.arguments(source)));
    this.mends = this.deeds.flatMap((deed) => deed.mends);
    this.takes = registry.draw(`${label} takes`, spec.takes);
    this.works = registry.chance(`${label} works`, spec.succeeds);
    this.accepted = registry.chance(`${label} accepted`, spec.ask?.promotes ?? 1);
    this.surprise = registry.chance(`${label} differs`, spec.comparison?.differs ?? 0);
    this.repair = spec.comparison && registry.draw(`${label} repair`, spec.comparison.repair);
    this.answer = spec.ask && registry.draw(`${label} answer`, spec.ask.takes);
  }

  private arguments(source: SourceId): DeedArguments {
    const { from, clone, use, until, to } = this.spec;
    return {
      source,
      ...(to === undefined ? {} : { place: this.world.places.id(to) }),
      ...(from === undefined ? {} : { other: from }),
      ...(clone ? { clone } : {}),
      ...(use === undefined ? {} : { other: use.store, role: use.role }),
      ...(until === undefined ? {} : { untilLag: until.lag }),
    };
  }

  /** Whether it lasts as long as the plan states, and its deeds need no time of their own. */
  get lastsAsStated(): boolean {
    return this.deeds.every((deed) => deed.takes === undefined && deed.ready === undefined);
  }

  /** The places that must work for the step to go on, as things. */
  get places(): readonly Thing[] {
    return this.deeds.flatMap((deed) => deed.needs.flatMap((thing) => this.placeOf(thing) ?? []));
  }

  private placeOf(thing: Thing): Thing | undefined {
    const { wholes, places, truth } = this.world;
    return wholes.get(places.path(truth.place[thing]!));
  }

  /** Whether a place that it needs is lost. */
  get blocked(): boolean {
    for (const { needs } of this.deeds) for (const thing of needs) if (this.isLost(this.placeOf(thing))) return true;
    return false;
  }

  private isLost(place: Thing | undefined): boolean {
    return place !== undefined && this.world.truth.manner[place] !== OK;
  }

  /** How far the data is behind what it should be; 0 where that is no question. */
  lag(): Us {
    return Math.max(0, ...this.deeds.map((deed) => deed.lag?.() ?? 0)) as Us;
  }

  begin(): void {
    for (const deed of this.deeds) deed.begin?.();
  }

  /** Takes back what its beginning has done: it did not work, and is not tried again. */
  abandon(): void {
    for (const deed of this.deeds) deed.abandon?.();
  }

  /** How long until the step, which has just begun, is looked at. */
  duration(): Us {
    this.owed[0] = 1;
    return this.statedFirst ? this.world.clocks.sample(this.takes) : this.untilLooked();
  }

  /** Whether its deeds have yet to begin, because what is stated comes before them. */
  get preparing(): boolean {
    return this.statedFirst && this.owed[0] === 1;
  }

  /** What comes before the deeds is over. */
  prepared(): void {
    this.owed[0] = 0;
  }

  /** What the plan states, which comes on top of what the deeds themselves need: once. */
  stated(): Us {
    if (this.owed[0] === 0) return 0 as Us;
    this.owed[0] = 0;
    return this.world.clocks.sample(this.takes);
  }

  /** Whether a comparison finds something. */
  get differs(): boolean {
    if (this.repair === undefined) return false;
    const surprised = this.world.clocks.choose(this.surprise);
    return surprised || this.deeds.some((deed) => deed.differs?.() ?? false);
  }

  /** How long it takes to put right what differs. */
  repairing(): Us {
    return this.repair === undefined ? (0 as Us) : this.world.clocks.sample(this.repair);
  }

  /**
   * What the deeds still need, and then what is stated. Looked at again after a while where they take longer than that, or
   * cannot end as things are.
   */
  untilLooked(): Us {
    let needed = 0;
    for (const deed of this.deeds) needed = Math.max(needed, deed.takes?.() ?? 0);
    return (needed > LOOK_AGAIN ? LOOK_AGAIN : needed + this.stated()) as Us;
  }

  /** Whether what the deeds wait for has come about. */
  get ready(): boolean {
    return this.deeds.every((deed) => deed.ready?.() ?? true);
  }

  succeeds(): boolean {
    return this.world.clocks.choose(this.works);
  }

  end(): void {
    for (const deed of this.deeds) deed.end();
  }

  /** Whether what has just ended has come about: a fence may not have, and the plan goes on without. */
  get worked(): boolean {
    return this.deeds.every((deed) => deed.worked?.() ?? true);
  }

  undo(): void {
    for (const deed of this.deeds) deed.undo?.();
  }

  answerTime(): Us {
    return this.answer === undefined ? (0 as Us) : this.world.clocks.sample(this.answer);
  }

  accepts(): boolean {
    return this.world.clocks.choose(this.accepted);
  }
}
