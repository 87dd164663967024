import type { Interval } from './interval.ts';
import { clusteredRatio } from './ratio.ts';
import { Tally } from './tally.ts';

/** When there are more sections, neighbours are joined: memory stays bounded, and each stays large. */
const MOST = 64;
/** Fewer say too little about how much they differ. */
const FEWEST = 8;

/**
 * Times of one kind in sections of consecutive blocks. Incidents of one replication are not independent, so how sure a
 * quantile is follows from how much whole sections differ (clusters), not from the number of incidents.
 */
export class Sections {
  readonly all = new Tally();
  private sections: Tally[] = [];
  /** Blocks in each section, and in the last one so far. */
  private size = 1;
  private inLast = 0;

  /** Takes in the next block; undefined: nothing was seen in it. */
  add(block: Tally | undefined): void {
    if (this.sections.length === 0 || this.inLast === this.size) this.begin();
    this.inLast += 1;
    if (block === undefined) return;
    this.sections.at(-1)!.merge(block);
    this.all.merge(block);
  }

  private begin(): void {
    if (this.sections.length === MOST) this.join();
    this.sections.push(new Tally());
    this.inLast = 0;
  }

  private join(): void {
    this.sections = Array.from({ length: MOST / 2 }, (_, pair) => {
      const joined = this.sections[2 * pair]!;
      joined.merge(this.sections[2 * pair + 1]!);
      return joined;
    });
    this.size *= 2;
  }

  /**
   * The p-quantile with the interval that Woodruff (JASA 47, 1952) gives: the share of times at or below it has an interval
   * by clusters, and its ends are looked up among the times. A side on which too little was seen is null.
   */
  quantile(p: number, confidence: number): Interval {
    const mean = this.all.quantile(p);
    const { sections, all } = this;
    if (mean === null || sections.length < FEWEST) return { mean, low: null, high: null };
    const { low, high } = clusteredRatio(
      sections.map((section) => section.atMost(mean)),
      sections.map(({ count }) => count),
      confidence,
    );
    if (low === null || high === null) return { mean, low: null, high: null };
    const reach = (high - low) / 2;
    return {
      mean,
      low: p - reach > 0 ? all.quantile(p - reach) : null,
      high: p + reach < 1 ? all.quantile(p + reach) : null,
    };
  }
}
