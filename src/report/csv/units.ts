/** What amounts of money are in; a scenario need not say it, and then all of its prices are in the same one. */
export const inCurrency = (currency: string | null | undefined): string => currency ?? 'unstated currency';
