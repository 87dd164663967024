/** How many times as many random cases as usual are looked at: `LAWS_TIMES=10 npx vitest run test/laws`. */
export const TIMES = Number(process.env.LAWS_TIMES ?? 1);
