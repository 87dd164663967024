import type { Mask } from './answers.ts';
import type { DnsAnswer, DnsPool } from './schema.ts';

/**
 * Which of the good answers a name may give: those of address pools that have enough of them, and where the name does not
 * return by itself, those of the priority that it has come to.
 */
export class Policy {
  private readonly answers: readonly DnsAnswer[];
  private readonly pools: readonly { readonly mask: Mask; readonly atLeast: number }[];

  constructor(answers: readonly DnsAnswer[], pools: readonly DnsPool[]) {
    this.answers = answers;
    this.pools = pools.map(({ name, atLeast }) => ({
      mask: maskOf(answers, ({ pool }) => pool === name),
      atLeast,
    }));
  }

  /** Of these answers, those of pools that have enough; all of them where there are no pools. */
  enough(good: Mask): Mask {
    if (this.pools.length === 0) return good;
    let mask = 0;
    for (const pool of this.pools) if (countOf(good & pool.mask) >= pool.atLeast) mask |= good & pool.mask;
    return mask;
  }

  /** The lowest number of a priority among these answers. */
  best(mask: Mask): number {
    return Math.min(...this.answers.filter((_, i) => (mask >> i) % 2 === 1).map(({ priority }) => priority));
  }

  /** Of these answers, those of one priority. */
  ofPriority(mask: Mask, priority: number): Mask {
    return mask & maskOf(this.answers, (answer) => answer.priority === priority);
  }
}

const maskOf = (answers: readonly DnsAnswer[], holds: (answer: DnsAnswer) => boolean): Mask =>
  answers.reduce((mask, answer, i) => (holds(answer) ? mask + 2 ** i : mask), 0);

function countOf(mask: Mask): number {
  let count = 0;
  for (let rest = mask; rest > 0; rest = Math.floor(rest / 2)) count += rest % 2;
  return count;
}
