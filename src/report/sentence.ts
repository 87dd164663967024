/** A title of a terminal, in capitals, as documents and pages write theirs: `AUDIT OF THE PLANS` → `Audit of the plans`. */
export const sentence = (text: string): string => text.slice(0, 1) + text.slice(1).toLowerCase();
