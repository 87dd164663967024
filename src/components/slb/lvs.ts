import type { Slot } from '../../engine/index.ts';
import { IDLE, type Phase, SWITCH, serves, type Thing, type World } from '../../model/index.ts';
import type { SlbCluster } from './cluster-schema.ts';
import { handled, type Layer, Losses } from './layer.ts';

/**
 * Layer 4: LVS nodes that a router spreads flows over by their hash (ECMP). When a node is lost its share of the flows
 * goes to the others as soon as the router has noticed. Until then what is new on it fails. Established long connections
 * go on where sessions are synchronised between the nodes; where they are not, they break and their clients come back later.
 */
export class LvsLayer implements Layer {
  readonly things: readonly Thing[];
  private readonly world: World;
  private readonly spec: SlbCluster;
  private readonly changed: () => void;
  private readonly losses: Losses;
  /** 1 for a node that the router sends flows to. */
  private readonly inside: Uint8Array;
  /** The share of the long connections that broke with a node and are not back yet. */
  private readonly broken: Float64Array;
  private readonly leaves: Slot[];
  private readonly mends: Slot[];

  constructor(world: World, spec: SlbCluster, things: readonly Thing[], changed: () => void) {
    const { arena, registry } = world.workshop;
    this.world = world;
    this.spec = spec;
    this.things = things;
    this.changed = changed;
    this.losses = new Losses(world, things);
    this.inside = arena.u8('logic', things.length).fill(1);
    this.broken = arena.f64('logic', things.length);
    const name = (node: Thing) => world.truth.name(node);
    this.leaves = things.map((node, i) =>
      registry.slot('work', `${name(node)} flows leave`, (arg) => this.leave(arg), i, {
        law: spec.ecmp,
        stream: `${name(node)} flows leave`,
      }),
    );
    this.mends = things.map((node, i) =>
      registry.slot('work', `${name(node)} clients reconnect`, (arg) => this.mend(arg), i, {
        law: spec.reconnect,
        stream: `${name(node)} clients reconnect`,
      }),
    );
  }

  wire(): void {
    for (const [i, node] of this.things.entries()) {
      this.world.truth.watch(node, () => this.nodeChanged(i));
      this.world.workforce.assign(node, { phase: () => this.phase(i) });
    }
  }

  private phase(i: number): Phase {
    const { clocks } = this.world;
    return clocks.armed(this.leaves[i]!) || clocks.armed(this.mends[i]!) ? SWITCH : IDLE;
  }

  private alive(i: number): boolean {
    return serves(this.world.truth.manner[this.things[i]!]!);
  }

  private nodeChanged(i: number): void {
    const { clocks } = this.world;
    if (this.alive(i)) {
      clocks.stop(this.leaves[i]!);
      this.inside[i] = 1;
    } else if (this.inside[i] === 1 && !clocks.armed(this.leaves[i]!)) {
      clocks.start(this.leaves[i]!);
      if (!this.spec.sessionSync) this.breakConnections(i);
    }
    this.recount();
  }

  private breakConnections(i: number): void {
    this.broken[i] = 1 / this.size;
    this.world.clocks.start(this.mends[i]!);
  }

  private leave(i: number): void {
    this.inside[i] = 0;
    this.recount();
  }

  private mend(i: number): void {
    this.broken[i] = 0;
    this.recount();
  }

  /** Nodes that flows are spread over. */
  private get size(): number {
    let size = 0;
    for (let i = 0; i < this.inside.length; i++) size += this.inside[i]!;
    return size;
  }

  private recount(): void {
    const { size } = this;
    const anyAlive = this.things.some((_, i) => this.inside[i] === 1 && this.alive(i));
    for (let i = 0; i < this.things.length; i++) this.losses.set(i, this.lostBy(i, size, anyAlive));
    this.changed();
  }

  private lostBy(i: number, size: number, anyAlive: boolean): number {
    if (size === 0) return 1 / this.things.length;
    const { longConnections: long } = this.spec;
    const lost = this.inside[i] === 1 ? (1 - handled(this.world, this.things[i]!)) / size : 0;
    const survives = this.spec.sessionSync && anyAlive && !this.alive(i);
    return (1 - long) * lost + long * (survives ? 0 : Math.max(lost, this.broken[i]!));
  }

  get passed(): number {
    return this.losses.passed;
  }

  blame(amount: number): void {
    this.losses.blame(amount);
  }
}
