import { SECOND } from '../../base/index.ts';
import {
  type FlowNode,
  IDLE,
  type Node,
  OVERLOAD,
  type Part,
  type Phase,
  PlainEntry,
  Prober,
  Rotation,
  serves,
  type Thing,
  type World,
} from '../../model/index.ts';
import { fixed } from '../../random/index.ts';
import type { SlbSpec } from './schema.ts';
import { Sessions } from './sessions.ts';
import { waitForStandby } from './standby.ts';
import { SlbUnits } from './units.ts';

/** How long users of a zone that all zones of a balancer share take to be sent elsewhere: assumption, as for a standby zone. */
const LEAVE_SHARED_ZONE = fixed(30 * SECOND);

/** Faults of the instance that all of its zones share: it answers nowhere, and no zone is lost. */
const WHOLE_INSTANCE: readonly string[] = ['attack', 'misconfiguration'];

/** Compiles a load balancer. */
export function declareSlb(spec: SlbSpec, world: World): Part {
  return new Balancer(spec, world);
}

class Balancer implements Part, FlowNode {
  private readonly spec: SlbSpec;
  private readonly world: World;
  private readonly whole: Thing;
  private readonly units: SlbUnits;
  private readonly node: Node;
  private rotation!: Rotation;
  private prober: Prober | undefined;
  private sessions: Sessions | undefined;
  /** Servers believed good. */
  private readonly believed: Int32Array;
  private readonly alive: Uint8Array;

  constructor(spec: SlbSpec, world: World) {
    this.spec = spec;
    this.world = world;
    const places = spec.places.map((path) => world.places.id(path));
    this.whole = world.truth.add(spec.name, places[0]!);
    this.units = new SlbUnits(
      world,
      {
        name: spec.name,
        whole: this.whole,
        places,
        switch: spec.zones?.switch ?? LEAVE_SHARED_ZONE,
        mode: spec.zones === undefined ? 'all' : 'primary-standby',
        cluster: spec.cluster,
      },
      { moved: () => this.move(), changed: () => this.reachChanged() },
    );
    this.node = world.flow.addNode(this);
    if (spec.limit !== undefined) world.flow.limitTo(this.node, spec.limit);
    this.believed = world.workshop.arena.i32('memo', 1);
    this.alive = world.workshop.arena.u8('logic', 1).fill(1);
    world.wholes.set(spec.name, this.whole);
    world.units.set(spec.name, this.units.all);
    world.strikes.set(spec.name, (fault) => this.units.struckBy(fault));
    world.entrances.set(spec.name, this.units.things);
    world.strikesAll.set(spec.name, (fault) => WHOLE_INSTANCE.includes(fault));
    world.fronts.set(spec.name, {
      thing: this.whole,
      entry: (workloads) => new PlainEntry(world, this.node, workloads),
      node: () => this.node,
    });
  }

  wire(): void {
    const { world, spec } = this;
    const from = spec.places.map((path) => world.places.id(path));
    const pools = spec.backends.map(({ pool, weight }) => ({ servers: world.servers.get(pool)!, weight }));
    this.rotation = new Rotation(world, from, pools);
    this.rotation.bindNode(this.node);
    this.believed[0] = this.rotation.size;
    this.units.wire();
    world.workforce.assign(this.whole, {
      phase: () => this.awaited(),
      waits: (_, phase, tell) => {
        if (this.awaited() === phase) this.rotation.waits(phase, tell);
      },
    });
    if (spec.persistence !== undefined) {
      const stateless = pools.flatMap(({ servers }) => servers.instances.map(() => servers.stateless ?? false));
      this.sessions = new Sessions(world, spec.name, spec.persistence, this.node, this.rotation, stateless);
    }
    if (spec.healthCheck === undefined) {
      this.rotation.watch(from);
      this.followSwitches((i, on) => this.rotation.want(i, on));
      return;
    }
    const believe = (i: number, good: boolean) => this.believe(i, good);
    this.prober = new Prober(world, spec.name, from, this.rotation.targets, spec.healthCheck, believe, this.rotation);
    this.followSwitches((i, on) => {
      if (!on) this.prober!.dismiss(i);
    });
    world.truth.watch(this.whole, () => this.selfChanged());
    if (spec.failOpen) waitForStandby(world, this.rotation.targets, () => this.believed[0] === 0);
  }

  /** Servers that are taken away are taken off at once; those that are added have to pass the checks first. */
  private followSwitches(changed: (i: number, on: boolean) => void): void {
    const { truth } = this.world;
    for (const [i, server] of this.rotation.targets.entries()) {
      if (truth.switchable(server)) truth.watch(server, () => changed(i, truth.off[server] === 0));
    }
  }

  /** In rotation while believed good; all are, while none is and the product fails open. */
  private believe(i: number, good: boolean): void {
    this.sessions?.routed(i, good);
    const before = this.believed[0]!;
    this.believed[0] = before + (good ? 1 : -1);
    if (this.spec.failOpen && (before === 0 || this.believed[0] === 0)) this.open(this.believed[0] === 0);
    else this.rotation.want(i, good);
  }

  /** Begins or ends to send requests to all servers, because none is believed good. */
  private open(all: boolean): void {
    const { off } = this.world.truth;
    for (const [i, server] of this.rotation.targets.entries())
      this.rotation.want(i, (all && off[server] === 0) || this.prober!.believes(i));
  }

  /** A balancer that does not work does not probe; one that comes back starts from the truth. */
  private selfChanged(): void {
    const alive = serves(this.world.truth.manner[this.whole]!) ? 1 : 0;
    if (alive === this.alive[0]) return;
    this.alive[0] = alive;
    if (alive === 1) this.prober!.wake();
    else this.prober!.pause();
  }

  /** Without a server to send them to, requests die on the balancer itself: what they wait for is done on its servers. */
  private awaited(): Phase {
    return serves(this.world.truth.manner[this.whole]!) ? this.rotation.awaited() : IDLE;
  }

  private reachChanged(): void {
    this.world.flow.setReach(this.node, this.units.share());
    this.world.markDirty();
  }

  /** Users are sent to another zone; the rotation is shared. */
  private move(): void {
    this.prober?.move(this.units.place);
    this.rotation.move(this.units.place);
  }

  children(): readonly Node[] {
    return this.rotation.nodes;
  }

  refill(): void {
    this.rotation.refill();
  }

  blame(workload: number, amount: number): void {
    const entered = amount * this.units.share();
    const admitted = entered * this.world.flow.admitted[this.node]!;
    this.units.blame(amount);
    this.world.flow.lose(this.whole, entered - admitted, OVERLOAD);
    this.rotation.blame(workload, admitted, this.whole);
  }
}
