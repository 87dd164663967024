import { resolveCorruption } from '../../../language/index.ts';
import { never } from '../../../random/index.ts';
import { type Component, damaging, erasing, type Ground, has, type Injection, losing } from './injection.ts';
import { representatives } from './parts.ts';

const databases = ({ scenario }: Ground): readonly Component[] =>
  scenario.components.filter((part) => has(part, 'database'));

/** Stores that can be taken back to a backup, so that wrong data in them are a question: databases, caches and objects with backups. */
const keepers = ({ scenario }: Ground): readonly Component[] =>
  scenario.components.filter(
    (part) => has(part, 'database') || (has(part, 'restorable') && 'backups' in part && part.backups !== undefined),
  );

/** Wrong data in each store: noticed as its own faults say, else as is usual. */
export const damages = (ground: Ground): Injection[] =>
  keepers(ground).map((part) => {
    const { name, faults } = part;
    const own = faults.find(({ effect }) => effect === 'corruption');
    return damaging(
      'damage',
      name,
      'damaged',
      [name],
      own ?? resolveCorruption({}, {}, ground.notes.at('drill', name)),
    );
  });

/** A copy of data is lost and nothing else: the disks of a node, of all of them, or the backups in a place. */
export const copies = (ground: Ground): Injection[] => [
  ...databases(ground).flatMap((part) => disks(part, ground)),
  ...ground.world.vaults.all.flatMap(({ name, places }) =>
    places.map((place) => erasing(name, ground.world.places.path(place))),
  ),
];

/** Machines are back after their own repair, and empty. */
function disks(part: Component, ground: Ground): Injection[] {
  const units = ground.world.units.get(part.name) ?? [];
  const repair = part.faults.find(({ effect }) => effect !== 'corruption')?.repair ?? never();
  const empty = { effect: 'loss' as const, for: repair };
  const one = representatives(part, units, ground).map((unit) =>
    losing('copy', ground.world.truth.name(unit), 'disk-lost', empty),
  );
  return units.length > 1 ? [...one, losing('copy', part.name, 'disks-lost', empty)] : one;
}
