import type { DnsSpec } from './dns/schema.ts';
import type { DtsSpec } from './dts/schema.ts';
import type { EcsSpec } from './ecs/schema.ts';
import type { RdsSpec } from './rds/schema.ts';
import type { SlbSpec } from './slb/schema.ts';

/** A component as the scenario states it, every default filled in. */
export type ComponentSpec = DnsSpec | SlbSpec | EcsSpec | RdsSpec | DtsSpec;
