import { type Part, type Thing, Vault, type World } from '../../model/index.ts';
import type { BackupServiceSpec } from './schema.ts';

/** Compiles a service that keeps backups of a store. */
export function declareBackupService(spec: BackupServiceSpec, world: World): Part {
  const thing: Thing = world.truth.add(spec.name, world.places.id(spec.backups.copies[0]!.place));
  const vault = new Vault(world, spec.name, spec.backups);
  world.wholes.set(spec.name, thing);
  world.units.set(spec.name, [thing]);
  return {
    wire: () => {
      const source = world.stores.id(spec.of);
      vault.wire(source, spec.size ?? world.stores.bytes.get(source) ?? 0, thing);
    },
  };
}
