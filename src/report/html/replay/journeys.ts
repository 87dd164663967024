import type { Story } from './story.ts';

type Exposure = Story['exposures'][number];

/** How old a copy was while it went between two nodes of the drawing; null while it went elsewhere, or not at all. */
export interface Journey {
  readonly from: string;
  readonly to: string;
  readonly seconds: Exposure['seconds'];
}

/** The way of a copy, taken apart by the nodes between which it went: after a failover its ends are others. */
export function journeysOf({ seconds, ends }: Exposure): Journey[] {
  const pairs = new Map(ends.map(([, from, to]) => [JSON.stringify([from, to]), { from, to }]));
  return [...pairs.values()].flatMap(({ from, to }) => {
    const own = seconds.map(([at, value]) => {
      const [, here, there] = ends.findLast(([since]) => since <= at) ?? ends[0]!;
      return [at, here === from && there === to ? value : null] as const;
    });
    return own.every(([, value]) => value === null) ? [] : [{ from, to, seconds: own }];
  });
}
