import * as z from 'zod';

const text = z.string().max(1_000_000);
const name = z.string().max(200);
const lang = z.enum(['en', 'zh']).default('en');
const seed = z.string().min(1).max(200).default('1');
const variant = z.strictObject({ name, text });
const years = z.number().positive().max(1_000).default(10);

/** What the page may ask for. */
export const FORMS = {
  text: z.strictObject({ text }),
  cursor: z.strictObject({ text, offset: z.int().min(0).max(1_000_000) }),
  save: z.strictObject({ name, text, was: z.string().nullable() }),
  run: z.strictObject({ variant, lang, seed, years, runs: z.int().min(1).max(100_000).default(200) }),
  drill: z.strictObject({ variant, lang, seed, times: z.int().min(1).max(10_000).default(100) }),
  explain: z.strictObject({ variant, lang, seed, years, runs: z.int().min(1).max(100_000).default(50) }),
  compare: z.strictObject({
    variants: z.array(variant).min(2).max(8),
    lang,
    seed,
    years,
    runs: z.int().min(1).max(100_000).default(200),
  }),
};
export type RunAsked = z.infer<typeof FORMS.run>;
export type DrillAsked = z.infer<typeof FORMS.drill>;
export type CompareAsked = z.infer<typeof FORMS.compare>;
