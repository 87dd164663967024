import { Chain } from './chain.ts';

/** Equal units of which so many are needed. Hours. */
export interface Units {
  readonly needed: number;
  readonly of: number;
  readonly mttf: number;
  readonly mttr: number;
  /** Repairs at a time. */
  readonly crews: number;
}

/** The number of working units as a chain of births and deaths, all of them working at first. */
export function unitChain({ of, mttf, mttr, crews }: Units): Chain {
  return new Chain(
    Array.from({ length: of }, (_, lost) => of - lost).flatMap((up): [string, string, number][] => [
      [`${up} up`, `${up - 1} up`, up / mttf],
      [`${up - 1} up`, `${up} up`, Math.min(of - up + 1, crews) / mttr],
    ]),
  );
}

/** The states in which too few work. */
export const tooFew = ({ needed }: Units): string[] => Array.from({ length: needed }, (_, up) => `${up} up`);
