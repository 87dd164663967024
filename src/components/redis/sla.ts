import type { VendorSla } from '../../language/index.ts';

/** No figure for this product stands in what we could read. */
export const slaOfRedis = (): VendorSla => ({ sla: null, source: 'no figure known for Redis' });
