import { HOUR, type Us } from '../../src/base/index.ts';
import { type Simulation, type Slot, Workshop } from '../../src/engine/index.ts';
import { Moments } from '../../src/measures/index.ts';
import { exponential, masterKey } from '../../src/random/index.ts';

/** A small model written against the engine's clocks: slots that are due after an exponential time, and whether it is down. */
export class ClockModel {
  private readonly workshop = new Workshop();
  private readonly starters: (() => void)[] = [];
  private simulation!: Simulation;
  private isDown = false;
  private since = 0;
  private down = 0;

  /** A delay with this mean, in hours. */
  delay(name: string, hours: number, handler: () => void): Slot {
    const random = { law: exponential(hours * HOUR), stream: name };
    return this.workshop.registry.slot('work', name, handler, 0, random);
  }

  chance(name: string, probability: number): () => boolean {
    const chance = this.workshop.registry.chance(name, probability);
    return () => this.clocks.choose(chance);
  }

  get clocks() {
    return this.simulation.clocks;
  }

  start(slot: Slot): void {
    this.clocks.start(slot);
  }

  stop(...slots: readonly Slot[]): void {
    for (const slot of slots) this.clocks.stop(slot);
  }

  atStart(starter: () => void): void {
    this.starters.push(starter);
  }

  set(down: boolean): void {
    const { now } = this.clocks;
    if (this.isDown) this.down += now - this.since;
    this.since = now;
    this.isDown = down;
  }

  /** The share of time down, one value a replication. */
  run(runs: number, years: number): Moments {
    this.simulation = this.workshop.seal();
    const master = masterKey('clocks');
    const horizon = years * 8_760 * HOUR;
    const shares = new Moments();
    for (let replication = 0; replication < runs; replication++) {
      this.simulation.reset(master, replication);
      [this.isDown, this.since, this.down] = [false, 0, 0];
      for (const starter of this.starters) starter();
      this.simulation.run(horizon as Us, { end: () => {} });
      this.set(false);
      shares.add(this.down / horizon);
    }
    return shares;
  }
}
