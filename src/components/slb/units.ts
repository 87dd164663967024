import type { Slot } from '../../engine/index.ts';
import {
  IDLE,
  INTERNET,
  type Manner,
  OK,
  type Phase,
  type PlaceId,
  roleCode,
  SILENT,
  type SourceId,
  SWITCH,
  serves,
  type Thing,
  type World,
} from '../../model/index.ts';
import type { Law } from '../../random/index.ts';
import { Cluster } from './cluster.ts';
import type { SlbCluster } from './cluster-schema.ts';
import { handled } from './layer.ts';

const ZONE_WORDS = 3;

interface Settings {
  readonly name: string;
  readonly whole: Thing;
  readonly places: readonly PlaceId[];
  /** From the loss of a zone until users reach another one. */
  readonly switch: Law;
  /** Whether all zones serve at once, or the first one while it can. */
  readonly mode: 'primary-standby' | 'all';
  /** The nodes that the balancer is made of in each zone; undefined: they never fail one by one. */
  readonly cluster: SlbCluster | undefined;
}

/** Told what becomes of the nodes. */
interface Owner {
  /** Users are sent to another zone. */
  moved(): void;
  /** Another share of the requests from outside gets through. */
  changed(): void;
}

/**
 * The nodes of a balancer, one a zone, and which of them users are sent to. With a primary and a standby zone only the loss of
 * a whole zone, or of its way out, moves users; the failure of the balancer's own instance does not. Where all zones serve
 * at once, users leave a node that fails. Return is automatic.
 */
export class SlbUnits {
  readonly things: readonly Thing[];
  private readonly world: World;
  private readonly settings: Settings;
  /** 1 for a zone that users are sent to. */
  private readonly routed: Uint8Array;
  private readonly slots: Slot[];
  /** The share of requests from outside that reach a working node, 0 to 1. */
  private readonly reached: Float64Array;
  private readonly owner: Owner;
  /** The nodes of each zone, where they are told apart. */
  private readonly clusters: readonly Cluster[];
  /** The first of the words that tell of each zone: whether users are sent there, and the share of them that it takes in. */
  private readonly words: number;

  constructor(world: World, settings: Settings, owner: Owner) {
    const { name, places, whole } = settings;
    const { arena, registry } = world.workshop;
    this.world = world;
    this.settings = settings;
    this.owner = owner;
    this.things =
      places.length === 1 && settings.cluster === undefined
        ? [whole]
        : places.map((place) => world.truth.add(`${name}@${world.places.path(place)}`, place, whole));
    this.clusters = this.declareClusters();
    this.routed = arena.u8('logic', places.length).fill(settings.mode === 'all' ? 1 : 0);
    this.routed[0] = 1;
    this.reached = arena.f64('memo', 1).fill(1);
    this.words = world.situation.declare(places.length * ZONE_WORDS);
    const random = { law: settings.switch, stream: `${name} zone switch` };
    this.slots = places.map((place, i) =>
      registry.slot('work', `${name} leaves ${world.places.path(place)}`, (arg) => this.leave(arg), i, random),
    );
  }

  private declareClusters(): Cluster[] {
    const { cluster, name, places } = this.settings;
    if (cluster === undefined) return [];
    return places.map((place, i) => new Cluster(this.world, cluster, name, place, i, () => this.unitChanged(i)));
  }

  /** Everything that may break: the balancer itself in each zone, and the nodes that it is made of. */
  get all(): readonly Thing[] {
    return [...this.things, ...this.clusters.flatMap((cluster) => cluster.things)];
  }

  /** The things that a fault of this name strikes. */
  struckBy(fault: string): readonly Thing[] {
    if (fault === 'lvs') return this.clusters.flatMap((cluster) => cluster.lvs.things);
    if (fault === 'tengine') return this.clusters.flatMap((cluster) => cluster.tengine.things);
    return this.things;
  }

  /** Watches the zones. */
  wire(): void {
    const { places, whole } = this.settings;
    for (const cluster of this.clusters) cluster.wire();
    this.tell();
    for (const [i, thing] of this.things.entries()) this.world.truth.watch(thing, () => this.unitChanged(i));
    for (const [i, place] of places.entries()) this.world.sight.watch(INTERNET, place, () => this.zoneChanged(i));
    if (places.length === 1) return;
    for (const [i, place] of places.entries()) this.world.truth.watch(this.zone(place), () => this.zoneChanged(i));
    this.world.workforce.assignProduct(whole, this);
    for (const thing of this.things) this.world.workforce.assign(thing, this);
  }

  private unitChanged(i: number): void {
    if (this.settings.mode === 'all') this.zoneChanged(i);
    else this.refresh();
  }

  private zone(place: PlaceId): Thing {
    return this.world.wholes.get(this.world.places.path(place))!;
  }

  /** Whether users must leave a zone. Where all zones serve at once, the failure of the node there is enough. */
  private zoneLost(i: number): boolean {
    const place = this.settings.places[i]!;
    if (this.settings.mode === 'all' && !serves(this.mannerOf(i))) return true;
    return this.world.truth.manner[this.zone(place)] !== OK || this.world.sight.reaches(INTERNET, place) === 0;
  }

  private zoneChanged(i: number): void {
    const slot = this.slots[i]!;
    if (this.settings.places.length > 1 && this.zoneLost(i)) {
      if (this.routed[i] === 1 && !this.world.clocks.armed(slot)) this.world.clocks.start(slot);
    } else {
      this.world.clocks.stop(slot);
      this.comeBack(i);
    }
    this.refresh();
  }

  /** Users go to a zone that works; where none does, they stay. */
  private leave(i: number): void {
    const other = this.settings.places.findIndex((_, candidate) => candidate !== i && !this.zoneLost(candidate));
    if (other < 0) return;
    this.routed[i] = 0;
    this.routed[other] = 1;
    this.routedChanged();
  }

  /** A zone is back: the primary, or every one of them, takes its users at once. */
  private comeBack(i: number): void {
    if (this.routed[i] === 1) return;
    const stuck = this.routed.findIndex((routed, other) => routed === 1 && this.zoneLost(other));
    if (this.settings.mode === 'primary-standby' && i !== 0 && stuck < 0) return;
    if (this.settings.mode === 'primary-standby') this.routed.fill(0);
    this.routed[i] = 1;
    this.routedChanged();
  }

  private routedChanged(): void {
    this.world.truth.place[this.settings.whole] = this.place;
    this.world.records.role(this.settings.whole, roleCode('zone'), this.zone(this.place));
    this.owner.moved();
    this.refresh();
  }

  /** Where it works from now. */
  get place(): PlaceId {
    return this.settings.places[Math.max(0, this.routed.indexOf(1))]!;
  }

  phase(): Phase {
    return this.slots.some((slot) => this.world.clocks.armed(slot)) ? SWITCH : IDLE;
  }

  share(): number {
    return this.reached[0]!;
  }

  private reachedNow(): number {
    let sent = 0;
    let served = 0;
    for (let i = 0; i < this.routed.length; i++) {
      if (this.routed[i] === 0) continue;
      sent++;
      served += this.served(i);
    }
    return sent === 0 ? 0 : served / sent;
  }

  private served(i: number): number {
    return this.entered(i) * (this.clusters[i]?.passed ?? 1);
  }

  /** The share that the balancer itself takes in in a zone, whatever becomes of it at its nodes. */
  private entered(i: number): number {
    return handled(this.world, this.things[i]!) * this.world.sight.reaches(INTERNET, this.settings.places[i]!);
  }

  blame(amount: number): void {
    const sent = this.routed.reduce((sum, routed) => sum + routed, 0);
    for (let i = 0; i < this.routed.length; i++) {
      if (this.routed[i] === 0) continue;
      const entered = this.entered(i);
      this.world.flow.lose(this.things[i]!, (amount / sent) * (1 - entered));
      this.clusters[i]?.blame((amount / sent) * entered);
    }
  }

  /** How the balancer looks in a zone: silent where one of its layers has no node left. */
  private mannerOf(i: number): Manner {
    const manner = this.world.truth.manner[this.things[i]!]!;
    return manner === OK && this.clusters[i]?.dead !== undefined ? SILENT : manner;
  }

  private causeOf(i: number): SourceId {
    const { cause, manner } = this.world.truth;
    const thing = this.things[i]!;
    const blamed = manner[thing] === OK ? this.clusters[i]?.dead?.things[0] : thing;
    return cause[blamed ?? thing]!;
  }

  /** Tells the situation where users are sent, and how many of them are taken in there. */
  private tell(): void {
    const { situation } = this.world;
    for (let i = 0; i < this.routed.length; i++) {
      situation.put(this.words + i * ZONE_WORDS, this.routed[i]!);
      situation.putReal(this.words + i * ZONE_WORDS + 1, this.entered(i));
    }
  }

  /** The balancer as a whole answers while one of the zones that users are sent to does. */
  private refresh(): void {
    this.reached[0] = this.reachedNow();
    this.tell();
    this.owner.changed();
    if (this.things[0] === this.settings.whole) return;
    const answering = this.things.findIndex((_, i) => this.routed[i] === 1 && serves(this.mannerOf(i)));
    const shown = answering >= 0 ? answering : Math.max(0, this.routed.indexOf(1));
    this.world.truth.derive(this.settings.whole, this.mannerOf(shown), this.causeOf(shown));
  }
}
