import { HasimError } from '../base/index.ts';
import type { Kind, KnownComponent } from '../language/index.ts';
import { type BackupServiceSpec, dbsKind, hbrKind, snapshotsKind } from './backup/schema.ts';
import { type BcdrSpec, bcdrKind } from './bcdr/schema.ts';
import { type DnsSpec, dnsKind } from './dns/schema.ts';
import { type DrdsSpec, drdsKind } from './drds/schema.ts';
import { type DtsSpec, dtsKind } from './dts/schema.ts';
import { type EcsSpec, ecsKind } from './ecs/schema.ts';
import { type EcsControlSpec, ecsControlKind } from './ecs-control/schema.ts';
import { type ImagesSpec, imagesKind } from './images/schema.ts';
import { type OssSpec, ossKind } from './oss/schema.ts';
import { type OssReplicationSpec, ossReplicationKind } from './oss-replication/schema.ts';
import { type RdsSpec, rdsKind } from './rds/schema.ts';
import { type SelfBuiltSpec, selfBuiltKind } from './rds/self-built.ts';
import { type RedisSpec, redisKind } from './redis/schema.ts';
import { type RedisSyncSpec, redisSyncKind } from './redis-sync/schema.ts';
import { type SlbSpec, slbKind } from './slb/schema.ts';

/** A component as the scenario states it, every default filled in. */
export type ComponentSpec =
  | BackupServiceSpec
  | BcdrSpec
  | DnsSpec
  | DrdsSpec
  | DtsSpec
  | EcsControlSpec
  | EcsSpec
  | ImagesSpec
  | OssReplicationSpec
  | OssSpec
  | RdsSpec
  | RedisSpec
  | RedisSyncSpec
  | SelfBuiltSpec
  | SlbSpec;

/** The kinds of component that a scenario may name; a new kind adds a line here. */
export const COMPONENT_KINDS: readonly Kind<ComponentSpec>[] = [
  dnsKind,
  slbKind,
  ecsKind,
  ecsControlKind,
  rdsKind,
  selfBuiltKind,
  drdsKind,
  dtsKind,
  ossKind,
  ossReplicationKind,
  redisKind,
  redisSyncKind,
  dbsKind,
  hbrKind,
  snapshotsKind,
  imagesKind,
  bcdrKind,
];

/** A component as the rest of the language sees it: what it can be to others, and where requests go from it. */
export function aboutComponent(spec: ComponentSpec): KnownComponent<ComponentSpec> {
  for (const kind of COMPONENT_KINDS) {
    const known = kind.about(spec);
    if (known !== undefined) return known;
  }
  throw new HasimError('broken-invariant', `no kind knows \`${spec.name}\``);
}
