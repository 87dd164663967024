import type { PlaceId, SourceId, World } from '../model/index.ts';
import { Onset, type OnsetSpec } from './onset.ts';

export interface ErasurePlan {
  readonly name: string;
  readonly source: SourceId;
  /** The vault whose backups are lost. */
  readonly vault: string;
  /** Only those that lie there; undefined: wherever they lie. */
  readonly place: PlaceId | undefined;
  readonly onset: OnsetSpec;
}

/** Backups are lost, and nothing else: new ones are taken from then on. */
export class ErasureProcess {
  readonly onset: Onset;

  constructor(world: World, { name, source, vault, place, onset }: ErasurePlan) {
    this.onset = new Onset(world, name, onset, () => {
      world.lastStruck(source);
      world.vaults.named(vault)?.erase(place);
      world.healed(source);
    });
  }
}
