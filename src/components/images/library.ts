import { SECOND, type Us } from '../../base/index.ts';
import type { Slot } from '../../engine/index.ts';
import {
  type ImageSource,
  OK,
  type Part,
  type PlaceId,
  serves,
  type Thing,
  Vault,
  type World,
} from '../../model/index.ts';
import type { ImagesSpec } from './schema.ts';

/** Compiles custom images of a machine. */
export function declareImages(spec: ImagesSpec, world: World): Part {
  return new Library(spec, world);
}

/** Images lie in the storage of a place: while that is lost no machine is made of them, wherever it is wanted. */
class Library implements Part, ImageSource {
  readonly fills: Us;
  private readonly world: World;
  private readonly spec: ImagesSpec;
  private readonly place: PlaceId;
  private readonly thing: Thing;
  /** What they hold of a database; undefined where they hold the system only. */
  private readonly vault: Vault | undefined;
  /** While somebody waits for the first image: when the next one is finished. */
  private readonly finished: Slot;
  private readonly listeners: (() => void)[] = [];

  constructor(spec: ImagesSpec, world: World) {
    this.spec = spec;
    this.world = world;
    this.place = world.places.id(spec.place);
    this.thing = world.truth.add(spec.name, this.place);
    this.vault = spec.backups && new Vault(world, spec.name, spec.backups);
    this.fills = Math.ceil((spec.system / spec.restoreSpeed) * SECOND) as Us;
    this.finished = world.workshop.registry.slot('work', `${spec.name} finished`, () => this.tell(), 0);
    world.wholes.set(spec.name, this.thing);
    world.units.set(spec.name, [this.thing]);
    world.images.set(spec.name, this);
  }

  wire(): void {
    const { spec, world } = this;
    if (spec.of === undefined) return;
    const source = world.stores.id(spec.of);
    this.vault?.wire(source, spec.size ?? world.stores.bytes.get(source) ?? 0, this.thing);
  }

  private get storage(): Thing {
    return this.world.wholes.get(this.spec.place)!;
  }

  readable(from: PlaceId): boolean {
    const { truth, sight, clocks } = this.world;
    const left = this.vault?.holds(clocks.now) ?? truth.destroyedAt[this.storage]! < 0;
    if (!left) this.expectNext();
    const there = truth.manner[this.storage] === OK && serves(truth.manner[this.thing]!);
    return there && left && sight.reaches(this.place, from) === 1;
  }

  /** That an image is finished changes nothing that one could watch. */
  private expectNext(): void {
    const { clocks } = this.world;
    if (this.vault !== undefined && !clocks.armed(this.finished)) clocks.startAt(this.finished, this.vault.nextEnd);
  }

  private tell(): void {
    for (const listener of this.listeners) listener();
  }

  listen(places: readonly PlaceId[], listener: () => void): void {
    const { truth, sight } = this.world;
    this.listeners.push(listener);
    truth.watch(this.storage, listener);
    truth.watch(this.thing, listener);
    for (const place of places) sight.watch(this.place, place, listener);
  }
}
