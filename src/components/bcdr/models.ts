/** Sizes of the appliance. */
export const BCDR_MODELS = ['dr-100', 'dr-200'] as const;
export type BcdrModel = (typeof BCDR_MODELS)[number];

/** How many machines one appliance of each model protects at the most. */
export const MOST_NODES: Readonly<Record<BcdrModel, number>> = { 'dr-100': 20, 'dr-200': 100 };
