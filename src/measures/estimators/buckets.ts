/** Each octave is cut into 2^10 buckets, so that a bucket is at most 0.1 % wide; whole numbers below 2^11 have their own. */
const PER_OCTAVE = 1024;
/** The bucket of ∞. */
export const ENDLESS = Number.MAX_SAFE_INTEGER;

/** The octave of a whole number ≥ 1024, 0 for 1024 … 2047. */
const octaveOf = (whole: number): number =>
  whole < 0x1_0000_0000 ? 21 - Math.clz32(whole) : 53 - Math.clz32(whole / 0x1_0000_0000);

/** Powers of 2, for each octave: `**` is a call, this is not. */
const POWERS = Float64Array.from({ length: 54 }, (_, octave) => 2 ** octave);

/** The bucket of a whole number from 0 to 2^53 − 1, or of ∞; larger numbers have larger buckets. */
export function bucketOf(whole: number): number {
  if (whole === Number.POSITIVE_INFINITY) return ENDLESS;
  if (whole < 2 * PER_OCTAVE) return whole;
  const octave = octaveOf(whole);
  return octave * PER_OCTAVE + Math.floor(whole / POWERS[octave]!);
}

/** The middle of a bucket: within 0.05 % of all that it holds. */
export function middleOf(bucket: number): number {
  if (bucket === ENDLESS) return Number.POSITIVE_INFINITY;
  if (bucket < 2 * PER_OCTAVE) return bucket;
  const octave = Math.floor(bucket / PER_OCTAVE) - 1;
  const width = POWERS[octave]!;
  return (bucket - octave * PER_OCTAVE) * width + (width - 1) / 2;
}
