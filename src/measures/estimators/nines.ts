/**
 * An availability as a number of nines: 0.999 is 3, 0.9995 is 3.30. Held to nine decimals, because 1 − 0.999 is not 0.001
 * to the last bit. An availability of 1 has ∞.
 */
export const nines = (availability: number): number => 0 - Math.round(Math.log10(1 - availability) * 1e9) / 1e9;
