import * as z from 'zod';
import { meaning, type Notebook, placePath, type Reference } from '../../language/index.ts';
import { OK, type PlaceId, type Thing, type World } from '../../model/index.ts';
import { COPIES, type RdsEdition } from './editions.ts';

export const controllerInput = z.strictObject(
  meaning({ in: placePath }, { in: 'the place without which nothing is switched' }),
);

/** Where the controller stands; undefined: nowhere that can be lost. */
export function resolveController(
  given: z.output<typeof controllerInput> | undefined,
  edition: RdsEdition,
  notes: Notebook,
): string | undefined {
  if (given !== undefined && COPIES[edition] !== 2) {
    const message = `the ${edition} edition has no controller that promotes a standby`;
    notes.error('useless-key', message, { expected: '`edition: high-availability` or `cluster`', atKey: true });
  }
  return given?.in;
}

export const controllerReferences = (place: string | undefined): Reference[] =>
  place === undefined ? [] : [{ path: ['controller', 'in'], name: place, to: 'place' }];

/** What the controller sees from where it stands. Lost with its place, or cut off from the standby, it switches nothing. */
export class Lookout {
  private readonly world: World;
  private readonly path: string | undefined;
  private readonly place: PlaceId;

  constructor(world: World, path: string | undefined) {
    this.world = world;
    this.path = path;
    this.place = path === undefined ? -1 : world.places.id(path);
  }

  /** Whether it works and reaches a node. */
  reaches(node: Thing): boolean {
    if (this.path === undefined) return true;
    const { truth, sight, wholes } = this.world;
    return truth.manner[wholes.get(this.path)!] === OK && sight.reaches(this.place, truth.home(node)) === 1;
  }

  /** Calls `changed` when it may see something else. */
  watch(nodes: readonly Thing[], changed: () => void): void {
    if (this.path === undefined) return;
    const { truth, sight, wholes } = this.world;
    truth.watch(wholes.get(this.path)!, changed);
    for (const home of new Set(nodes.map((node) => truth.home(node)))) sight.watch(this.place, home, changed);
  }
}
