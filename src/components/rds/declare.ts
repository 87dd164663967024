import type { Part, World } from '../../model/index.ts';
import { Database } from './database.ts';
import { Majority } from './majority.ts';
import type { SelfBuiltSpec } from './self-built.ts';
import type { RdsSpec } from './spec.ts';

/** Compiles a database. */
export function declareRds(spec: RdsSpec, world: World): Part {
  return spec.edition === 'three-node' ? new Majority(spec, world) : new Database(spec, world);
}

/** Compiles a database of one's own: on machines of a pool, what takes them takes it. */
export function declareSelfBuilt(spec: SelfBuiltSpec, world: World): Part {
  const database = new Database(spec, world);
  if (spec.on === undefined) return database;
  const pool = spec.on;
  return {
    wire: () => {
      database.wire();
      database.standOn(world.units.get(pool)!);
      world.flow.burden(pool, spec.work);
    },
  };
}
