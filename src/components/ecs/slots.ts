interface Pool {
  readonly places: readonly string[];
  readonly count: number;
  readonly scaling: { readonly max: number } | undefined;
}

/** Instances that a pool may have: those at the start, and where it scales as many in each place as it may have in all. */
export const instancesOf = ({ places, count, scaling }: Pool): number =>
  count + (scaling === undefined ? 0 : scaling.max * places.length);

/**
 * The place of each instance, as an index of `places`: those at the start in blocks in the order written, then room for more
 * in each place.
 */
export function homesOf({ places, count, scaling }: Pool): number[] {
  const first = Array.from({ length: count }, (_, i) => Math.floor((i * places.length) / count));
  const room = places.flatMap((_, place) => new Array<number>(scaling?.max ?? 0).fill(place));
  return [...first, ...room];
}
