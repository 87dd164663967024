import type { ChanceId } from '../../engine/index.ts';
import type { World } from '../world.ts';

/** So many that were tried are remembered, the newest of them: after as many bad ones in a row nobody tries an older one. */
const KEPT = 16;
const NEVER_TRIED = Number.NEGATIVE_INFINITY;
const GOOD = 0;
const BAD = 1;

/** What has turned out of backups that were tried, each by the instant at which it was begun: it stays as it is, whoever tries it again. */
export class Trials {
  private readonly world: World;
  private readonly chance: ChanceId;
  private readonly begun: Float64Array;
  private readonly outcome: Uint8Array;

  /** @param unusable chance that one cannot be used, 0 to 1 */
  constructor(world: World, name: string, unusable: number) {
    const { arena, registry } = world.workshop;
    this.world = world;
    this.chance = registry.chance(`${name} unusable`, unusable);
    this.begun = arena.f64('time', KEPT).fill(NEVER_TRIED);
    this.outcome = arena.u8('logic', KEPT);
  }

  /** Whether it can be used: found out now, if it has not been before. */
  works(begun: number): boolean {
    const known = this.begun.indexOf(begun);
    if (known >= 0) return this.outcome[known] === GOOD;
    const bad = this.world.clocks.choose(this.chance);
    const place = this.oldest();
    this.begun[place] = begun;
    this.outcome[place] = bad ? BAD : GOOD;
    return !bad;
  }

  isKnownBad(begun: number): boolean {
    const known = this.begun.indexOf(begun);
    return known >= 0 && this.outcome[known] === BAD;
  }

  /** The newest that is not known to be bad; `next` says which is the newest before an instant, undefined for none. */
  newest(next: (before: number) => number | undefined): number | undefined {
    let begun = next(Number.POSITIVE_INFINITY);
    for (let bad = 0; begun !== undefined && this.isKnownBad(begun); bad++)
      begun = bad < KEPT - 1 ? next(begun) : undefined;
    return begun;
  }

  private oldest(): number {
    let place = 0;
    for (let i = 1; i < KEPT; i++) if (this.begun[i]! < this.begun[place]!) place = i;
    return place;
  }
}
