/** What a database runs. What can be replicated where depends on it; its behaviour is that of MySQL unless keys say otherwise. */
export const ENGINES = [
  'mysql',
  'postgresql',
  'sqlserver',
  'ppas',
  'oracle',
  'db2',
  'mongodb',
  'redis',
  'drds',
  'petadata',
  'oceanbase',
  'maxcompute',
  'datahub',
  'analyticdb',
] as const;
export type Engine = (typeof ENGINES)[number];

/** What the vendor offers as RDS. */
export const RDS_ENGINES = ['mysql', 'postgresql', 'sqlserver', 'ppas'] as const satisfies readonly Engine[];
