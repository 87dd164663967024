export const SLB_PRODUCTS = ['clb', 'alb', 'nlb'] as const;
export type SlbProduct = (typeof SLB_PRODUCTS)[number];
