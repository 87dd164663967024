import * as z from 'zod';

const figure = z.number().nullable();
const estimate = z.object({ mean: figure, low: figure, high: figure });
const minutes = z.object({ downtimeMinutesPerYear: estimate, minutesByBlock: z.array(z.number()).optional() });
const bound = figure.optional();
const trials = z.array(z.int().min(0));
const longest = z.object({
  without: trials.readonly(),
  trials: trials.min(1).readonly(),
  times: z.array(z.number()).readonly(),
});
const time = z.object({ p95: figure, p95Low: bound, p95High: bound, longest: longest.optional().catch(undefined) });
const drilled = z.object({
  class: z.string(),
  domain: z.string(),
  fault: z.string(),
  workloads: z
    .array(
      z.object({
        workload: z.string(),
        failed: z.object({ share: z.number(), low: bound, high: bound }),
        rtoSeconds: time,
      }),
    )
    .readonly(),
  stores: z.array(z.object({ store: z.string(), rpoSeconds: time })).readonly(),
});
const judged = z.object({
  objective: z.string(),
  workload: z.string().nullable(),
  scope: z.string().nullable(),
  verdict: z.string(),
});

/** Of the documents of `check`, `run` and `drill` what a check can be compared with. */
const document = z.object({
  hasim: z.string(),
  scenario: z.object({ name: z.string(), sha256: z.string() }),
  seed: z.string(),
  runs: z.number().optional(),
  yearsPerRun: z.number().optional(),
  times: z.number().optional(),
  lostForSeconds: z.number().optional(),
  workloads: z.record(z.string(), minutes).optional(),
  rows: z.array(drilled).optional(),
  measured: z.object({ workloads: z.record(z.string(), minutes), drills: z.array(drilled) }).optional(),
  objectives: z.array(judged).optional(),
  standard: z
    .object({ tiers: z.array(z.object({ scope: z.string(), tier: z.number() })) })
    .nullable()
    .optional(),
});

/** An earlier result. */
export type Baseline = z.output<typeof document>;

/** Reads what `check --json`, `run --json` or `drill --json` has printed; undefined for anything else. */
export function readBaseline(value: unknown): Baseline | undefined {
  const { data } = document.safeParse(value);
  const tells = data?.measured ?? data?.workloads ?? data?.rows;
  return tells === undefined ? undefined : data;
}
