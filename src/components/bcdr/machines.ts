import { type Effect, EXIT, roleCode, type SourceId, type Thing, type World } from '../../model/index.ts';
import type { BcdrSpec } from './schema.ts';

const STOPPED: Effect = { manner: EXIT, share: 1, probesFail: 1, factor: 1, destroys: false };

/** Machines in the cloud that stand still until a failover: images of disks, nobody runs them. */
export class Counterparts {
  readonly wholes: readonly Thing[];
  private readonly world: World;
  private readonly units: readonly Thing[];
  private readonly source: SourceId;
  private readonly running: Uint8Array;
  private readonly appliance: Thing;

  /** Every component must have been declared. */
  constructor(spec: BcdrSpec, world: World, appliance: Thing) {
    const pools = [...new Set(spec.machines.map(({ counterpart }) => counterpart))];
    this.world = world;
    this.appliance = appliance;
    this.wholes = pools.map((pool) => world.wholes.get(pool)!);
    this.units = pools.flatMap((pool) => world.units.get(pool)!);
    this.source = world.sources.add(
      `${spec.name} machines not started`,
      `${spec.name} machines not started`,
      'plan',
      spec.name,
    );
    this.running = world.workshop.arena.u8('logic', 1).fill(1);
    world.atStart(() => this.run(false));
  }

  run(running: boolean): void {
    const next = running ? 1 : 0;
    if (next === this.running[0]) return;
    this.running[0] = next;
    this.world.records.role(this.appliance, roleCode('failed-over'), next);
    if (running) this.world.truth.heal(this.units, this.source, STOPPED);
    else this.world.truth.hit(this.units, this.source, STOPPED);
  }
}
