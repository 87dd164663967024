import * as z from 'zod';
import type { Us } from '../base/index.ts';
import * as laws from '../random/index.ts';
import { exactlyOne } from './choices.ts';
import { DURATION_PATTERN, inOurUnits, lawDuration, positiveLawDuration } from './durations.ts';
import { meaning } from './meaning.ts';
import { positiveNumber } from './numbers.ts';
import { type Form, scalar } from './scalar.ts';

type Law = laws.Law;

/** A law, or what would have made one. */
type LawOrExpected = Law | string;

const meanOf = z.union([
  positiveLawDuration,
  z.strictObject(meaning({ mean: positiveLawDuration }, { mean: 'its mean' })),
]);
const pair = z.tuple([lawDuration, lawDuration], { error: 'two durations such as [4s, 10s]' });

const shaped = meaning(
  { shape: positiveNumber, mean: positiveLawDuration.optional(), scale: positiveLawDuration.optional() },
  {
    shape: 'below 1 it falls off slowly, above 1 values gather round the mean',
    mean: 'its mean',
    scale: 'its scale, in place of the mean',
  },
);
const lognormalShape = {
  median: positiveLawDuration.optional(),
  mean: positiveLawDuration.optional(),
  p95: positiveLawDuration.optional(),
  sigma: positiveNumber.optional(),
};

const SHAPES = meaning(
  {
    fixed: lawDuration,
    exponential: meanOf,
    weibull: z.strictObject(shaped),
    gamma: z.strictObject(shaped),
    lognormal: z.strictObject(
      meaning(lognormalShape, {
        median: 'half are shorter',
        mean: 'its mean, in place of the median',
        p95: '95 % are shorter',
        sigma: 'standard deviation of the logarithm, in place of p95',
      }),
    ),
    uniform: pair,
    empirical: z.array(lawDuration).min(1),
  },
  {
    fixed: 'always as long',
    exponential: 'without memory; its mean',
    weibull: 'wears in or out by its shape',
    gamma: 'a sum of exponential spans',
    lognormal: 'many short ones, a long tail',
    uniform: 'anything between two spans',
    empirical: 'one of those seen, each as likely',
  },
);

const written = exactlyOne(SHAPES);
type Written = z.output<typeof written>;

type MeanOrScale = { readonly mean?: Us | undefined; readonly scale?: Us | undefined };

/** Exactly one of mean and scale. */
function byMeanOrScale(given: MeanOrScale, withMean: (us: Us) => Law, withScale: (us: Us) => Law): LawOrExpected {
  if (given.mean !== undefined && given.scale === undefined) return withMean(given.mean);
  if (given.scale !== undefined && given.mean === undefined) return withScale(given.scale);
  return 'shape with exactly one of mean and scale, such as {shape: 0.75, mean: 1y}';
}

function lognormal({ median, mean, p95, sigma }: NonNullable<Written['lognormal']>): LawOrExpected {
  if (median !== undefined && mean === undefined) {
    if (sigma !== undefined && p95 === undefined) return laws.lognormalWithMedian(median, sigma);
    if (p95 !== undefined && sigma === undefined && p95 > median) return laws.lognormalWithQuantiles(median, p95);
  }
  if (mean !== undefined && sigma !== undefined && median === undefined && p95 === undefined) {
    return laws.lognormalWithMean(mean, sigma);
  }
  return '{median, p95} with p95 above the median, {median, sigma} or {mean, sigma}, such as {median: 30m, p95: 2h}';
}

function uniform([low, high]: readonly [Us, Us]): LawOrExpected {
  return low < high ? laws.uniform(low, high) : 'two durations, the shorter one first, such as [8s, 10s]';
}

function build(given: Written): LawOrExpected {
  const { fixed, exponential, weibull, gamma, empirical } = given;
  if (fixed !== undefined) return laws.fixed(fixed);
  if (exponential !== undefined)
    return laws.exponential(typeof exponential === 'number' ? exponential : exponential.mean);
  if (empirical !== undefined) return laws.empirical(empirical);
  if (given.uniform !== undefined) return uniform(given.uniform);
  if (given.lognormal !== undefined) return lognormal(given.lognormal);
  if (weibull !== undefined) {
    const { shape } = weibull;
    return byMeanOrScale(
      weibull,
      (mean) => laws.weibullWithMean(shape, mean),
      (scale) => laws.weibull(shape, scale),
    );
  }
  const { shape } = gamma!;
  return byMeanOrScale(
    gamma!,
    (mean) => laws.gammaWithMean(shape, mean),
    (scale) => laws.gamma(shape, scale),
  );
}

/** Turns a law as written into one to draw from; parameters that make none are a problem at the law's own key. */
const built = written.transform((given, context): Law => {
  const made = build(given);
  if (typeof made !== 'string') return made;
  const kind = Object.keys(given)[0]!;
  context.addIssue({ code: 'custom', message: `this is no ${kind} law`, params: { expected: made }, path: [kind] });
  return z.NEVER;
});

const EXPECTED =
  'a duration such as 30s, `none`, or a law such as {exponential: 10h} or {lognormal: {median: 30m, p95: 2h}}';

/** A bare duration or `none`. */
const bare = (meaning: (span: Us) => Law | undefined): Form<Law> =>
  scalar({
    expected: EXPECTED,
    json: { type: 'string', pattern: `^none$|${DURATION_PATTERN}` },
    meant: inOurUnits,
    read: (raw) => {
      if (raw === 'none') return laws.never();
      const span = lawDuration.safeParse(raw);
      return span.success ? meaning(span.data) : undefined;
    },
  });

/**
 * How long something takes. A bare duration is that long every time; `none` never ends. Laws: `fixed`, `exponential`,
 * `weibull`, `gamma`, `lognormal`, `uniform`, `empirical`.
 */
export const law: Form<Law> = z.union([bare(laws.fixed), built]).meta({ id: 'law', description: EXPECTED });

/** Time between failures: as {@link law}, but a bare duration is the mean of an exponential law. */
export const timeBetween: Form<Law> = z
  .union([bare((mean) => (mean > 0 ? laws.exponential(mean) : undefined)), built])
  .refine((made) => made.mean > 0, {
    error: 'what fails after no time at all fails for ever',
    params: { expected: 'a mean above 0' },
  })
  .meta({ id: 'time-between-failures', description: `${EXPECTED}; a bare duration is the mean of an exponential law` });
