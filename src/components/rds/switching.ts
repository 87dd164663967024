export const SWITCHINGS = ['keepalived', 'by-hand'] as const;
export type Switching = (typeof SWITCHINGS)[number];
