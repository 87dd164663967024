/** Services that keep copies of what others hold. */
export const BACKUP_KINDS = ['dbs', 'hbr', 'snapshots'] as const;
export type BackupKind = (typeof BACKUP_KINDS)[number];
