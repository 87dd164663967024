import { SECOND, type Us } from '../../base/index.ts';
import type { Slot } from '../../engine/index.ts';
import {
  type BackupPlace,
  type ImageSource,
  OK,
  type Part,
  type PlaceId,
  Shelf,
  serves,
  type Thing,
  Trials,
  Vault,
  type World,
} from '../../model/index.ts';
import type { ImagesSpec } from './schema.ts';

/** Compiles custom images of a machine. */
export function declareImages(spec: ImagesSpec, world: World): Part {
  return new Library(spec, world);
}

/** The image that the machines of the beginning were made of: they run. */
const FIRST = Number.NEGATIVE_INFINITY;

/** Images lie in the storage of a place: while that is lost no machine is made of them, wherever it is wanted. */
class Library implements Part, ImageSource {
  readonly fills: Us;
  private readonly world: World;
  private readonly spec: ImagesSpec;
  private readonly place: PlaceId;
  private readonly thing: Thing;
  /** What they hold of a database; undefined where they hold the system only. */
  private readonly vault: Vault | undefined;
  /** Those of the system only; undefined where they hold a database. */
  private readonly shelf: Shelf | undefined;
  private copy: BackupPlace | undefined;
  private readonly trials: Trials;
  /** While somebody waits for the first image: when the next one is finished. */
  private readonly finished: Slot;
  private readonly listeners: (() => void)[] = [];

  constructor(spec: ImagesSpec, world: World) {
    this.spec = spec;
    this.world = world;
    this.place = world.places.id(spec.place);
    this.thing = world.truth.add(spec.name, this.place);
    this.trials = new Trials(world, spec.name, spec.made.unusable);
    this.vault = spec.backups && new Vault(world, spec.name, spec.backups, this.trials);
    this.shelf = spec.backups === undefined ? new Shelf(world, spec.name, spec.made) : undefined;
    this.fills = Math.ceil((spec.system / spec.restoreSpeed) * SECOND) as Us;
    this.finished = world.workshop.registry.slot('work', `${spec.name} finished`, () => this.tell(), 0);
    world.wholes.set(spec.name, this.thing);
    world.units.set(spec.name, [this.thing]);
    world.images.set(spec.name, this);
  }

  wire(): void {
    const { spec, world, storage: thing, place } = this;
    this.copy = { number: 0, place, thing, delay: 0 as Us, restoreSpeed: spec.restoreSpeed };
    this.shelf?.wire(spec.system, [this.copy]);
    if (spec.of === undefined) return;
    const source = world.stores.id(spec.of);
    this.vault?.wire(source, spec.size ?? world.stores.bytes.get(source) ?? 0, this.thing);
  }

  private get storage(): Thing {
    return this.world.wholes.get(this.spec.place)!;
  }

  readable(from: PlaceId): boolean {
    const { truth, sight } = this.world;
    const left = this.candidate() !== undefined;
    if (!left) this.expectNext();
    const there = truth.manner[this.storage] === OK && serves(truth.manner[this.thing]!);
    return there && left && sight.reaches(this.place, from) === 1;
  }

  newest(): number {
    return this.candidate() ?? FIRST;
  }

  works(image: number): boolean {
    return image === FIRST || this.trials.works(image);
  }

  /** The image that machines are made of now; undefined where there is none that could be of use. */
  private candidate(): number | undefined {
    const image = this.trials.newest((before) => this.before(before));
    return image ?? (this.hasFirst() ? FIRST : undefined);
  }

  /** When the newest image was begun of those before an instant. */
  private before(instant: number): number | undefined {
    return this.vault === undefined ? this.shelf!.newest(this.copy!, instant - 1)?.start : this.vault.newest(instant);
  }

  /** In a new world, what the machines of the beginning were made of is there, until something takes the storage. */
  private hasFirst(): boolean {
    const { world, storage } = this;
    return this.vault === undefined && world.start === 'new' && world.truth.destroyedAt[storage]! < 0;
  }

  /** That an image is finished changes nothing that one could watch. */
  private expectNext(): void {
    const { clocks } = this.world;
    if (!clocks.armed(this.finished)) clocks.startAt(this.finished, (this.vault ?? this.shelf!).nextEnd);
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
