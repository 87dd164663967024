/** `A`, `B` … and numbers where the letters end. */
export const letterOf = (i: number): string => (i < 26 ? String.fromCodePoint(65 + i) : String(i + 1));
