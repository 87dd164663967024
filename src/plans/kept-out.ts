import {
  IDLE,
  type Phase,
  REPAIR,
  type SettingId,
  type StoreId,
  serves,
  type Thing,
  type Worker,
  type World,
} from '../model/index.ts';
import type { StepSpec } from './schema.ts';

/**
 * A database that a step of a plan keeps out. While it could serve, nobody repairs it and users wait for nothing but the step to be
 * taken back: that stands beside their time as what they wait for.
 */
class KeptOut implements Worker {
  private readonly world: World;
  private readonly store: StoreId;
  private readonly nodes: readonly Thing[];
  private readonly step: SettingId;
  private readonly serves = (node: Thing): boolean => serves(this.world.truth.manner[node]!);

  constructor(world: World, store: StoreId, step: SettingId) {
    this.world = world;
    this.store = store;
    this.nodes = world.units.get(world.stores.names[store]!) ?? [];
    this.step = step;
  }

  phase(): Phase {
    return IDLE;
  }

  waits(_: Thing, phase: Phase, tell: (setting: SettingId) => void): void {
    if (phase !== REPAIR || this.world.stores.fenced[this.store] === 0) return;
    if (this.nodes.some(this.serves)) tell(this.step);
  }
}

/** Says of every database that steps of a plan fence that it may be kept out, and by which step. */
export function tellKeptOut(world: World, plan: string, steps: readonly StepSpec[]): void {
  for (const [i, { verb, targets }] of steps.entries()) {
    if (verb !== 'fence') continue;
    const setting = world.settings.id(`plans.${plan}.steps.${i}.fence`, REPAIR);
    for (const target of targets) {
      const store = world.stores.id(target);
      if (store >= 0) world.workforce.assign(world.stores.things[store]!, new KeptOut(world, store, setting));
    }
  }
}
