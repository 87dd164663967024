export const RDS_EDITIONS = ['basic', 'high-availability'] as const;
export type RdsEdition = (typeof RDS_EDITIONS)[number];
