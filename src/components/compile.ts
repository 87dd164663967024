import type { Part, World } from '../model/index.ts';
import { declareBackupService } from './backup/service.ts';
import { declareBcdr } from './bcdr/appliance.ts';
import { declareDns } from './dns/name.ts';
import { declareDrds } from './drds/router.ts';
import { declareDts } from './dts/task.ts';
import { declareEcs } from './ecs/pool.ts';
import { declareEcsControl } from './ecs-control/control.ts';
import { declareImages } from './images/library.ts';
import { declareOss } from './oss/store.ts';
import { declareOssReplication } from './oss-replication/task.ts';
import { declareRds, declareSelfBuilt } from './rds/declare.ts';
import { declareRedis } from './redis/store.ts';
import { declareRedisSync } from './redis-sync/sync.ts';
import { declareSlb } from './slb/balancer.ts';
import type { ComponentSpec } from './words.ts';

/** Declares a component of any kind. A new kind is one more line here. */
export function declareComponent(spec: ComponentSpec, world: World): Part {
  switch (spec.kind) {
    case 'dbs':
    case 'hbr':
    case 'snapshots':
      return declareBackupService(spec, world);
    case 'images':
      return declareImages(spec, world);
    case 'bcdr':
      return declareBcdr(spec, world);
    case 'dns':
      return declareDns(spec, world);
    case 'slb':
      return declareSlb(spec, world);
    case 'ecs':
      return declareEcs(spec, world);
    case 'ecs-control':
      return declareEcsControl(spec, world);
    case 'database':
      return declareSelfBuilt(spec, world);
    case 'rds':
      return declareRds(spec, world);
    case 'drds':
      return declareDrds(spec, world);
    case 'dts':
      return declareDts(spec, world);
    case 'oss':
      return declareOss(spec, world);
    case 'oss-replication':
      return declareOssReplication(spec, world);
    case 'redis-sync':
      return declareRedisSync(spec, world);
    case 'redis':
      return declareRedis(spec, world);
  }
}
