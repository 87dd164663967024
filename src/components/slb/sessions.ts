import { EXIT, type Node, type Rotation, SILENT, type World } from '../../model/index.ts';
import type { SlbPersistence } from './persistence.ts';

/** A share of 1 but for roundings. */
const ALL = 1 - 1e-9;

/**
 * Counts the sessions that are lost with servers. What a server held in memory is gone when its process or machine dies; of
 * one that hangs or is out of reach it is lost to its clients when they are sent elsewhere. Requests themselves are spread
 * evenly as ever.
 */
export class Sessions {
  private readonly world: World;
  private readonly spec: SlbPersistence;
  private readonly rotation: Rotation;
  private readonly counter: number;
  /** Since when a server has held sessions; and 1 from the loss of them until it begins anew. */
  private readonly since: Float64Array;
  private readonly gone: Uint8Array;
  /** Requests a second that reached the balancer when all of them were served last. */
  private readonly rate: Float64Array;
  /** Servers that hold no sessions: their application is stateless. */
  private readonly stateless: readonly boolean[];

  constructor(
    world: World,
    name: string,
    spec: SlbPersistence,
    node: Node,
    rotation: Rotation,
    stateless: readonly boolean[],
  ) {
    const { arena } = world.workshop;
    this.world = world;
    this.spec = spec;
    this.rotation = rotation;
    this.stateless = stateless;
    this.counter = world.counters.add(name, 'sessions-lost');
    this.since = arena.f64('time', rotation.targets.length).fill(-spec.filling);
    this.gone = arena.u8('logic', rotation.targets.length);
    this.rate = arena.f64('memo', 1);
    for (const [i, server] of rotation.targets.entries()) {
      world.truth.watch(server, () => this.serverChanged(i, world.truth.manner[server]!));
    }
    world.afterEvaluation(() => this.look(node));
  }

  /** While requests fail there are retries among what arrives, and those are no more visitors. */
  private look(node: Node): void {
    const { arrive, success, cells } = this.world.flow;
    let rate = 0;
    for (let cell = cells.first[node]!; cell < cells.first[node + 1]!; cell++) {
      if (arrive[cell]! > 0 && success[cell]! < ALL) return;
      rate += arrive[cell]!;
    }
    this.rate[0] = rate;
  }

  private serverChanged(i: number, manner: number): void {
    if (manner === EXIT || manner === SILENT) this.lose(i);
    else this.beginAnew(i);
  }

  /** Clients of a server are sent elsewhere, or to it again. */
  routed(i: number, to: boolean): void {
    if (to) this.beginAnew(i);
    else this.lose(i);
  }

  private beginAnew(i: number): void {
    if (this.gone[i] === 0) return;
    this.gone[i] = 0;
    this.since[i] = this.world.clocks.now;
  }

  private lose(i: number): void {
    if (this.gone[i] === 1) return;
    this.gone[i] = 1;
    if (this.stateless[i]) return;
    const filled = Math.min(1, (this.world.clocks.now - this.since[i]!) / this.spec.filling);
    const held = this.rate[0]! * this.rotation.shareOf(i) * this.spec.heldPerRate * filled;
    this.world.counters.count(this.counter, held);
  }
}
