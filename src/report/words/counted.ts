/** So many of something in English: `1 run`, `1,000 runs`. The figure is told already; what is not just 1 is many. */
export const counted = (figure: string, one: string, many = `${one}s`): string =>
  `${figure} ${figure === '1' ? one : many}`;

/** The same of a verb or a whole phrase, without its figure: what one does, what many do. */
export const byNumber = (figure: string, one: string, many: string): string => (figure === '1' ? one : many);
