import { Tally, type Tape } from './estimators/index.ts';

/** Times of one kind by what broke. */
export class ByDomain {
  readonly tallies = new Map<number, Tally>();
  readonly censored = new Map<number, number>();
  /** Those to which the replication under way has added. */
  private readonly touched: Tally[] = [];

  /** `domain` is a row of the table of fault domains. */
  add(domain: number, time: number): void {
    const tally = this.tally(domain);
    if (tally.isFresh) this.touched.push(tally);
    tally.add(time);
  }

  /** A replication has ended. */
  endRun(): void {
    for (let i = 0; i < this.touched.length; i++) this.touched[i]!.endRun();
    this.touched.length = 0;
  }

  private tally(domain: number): Tally {
    const known = this.tallies.get(domain);
    if (known !== undefined) return known;
    const fresh = new Tally();
    this.tallies.set(domain, fresh);
    return fresh;
  }

  addCensored(domain: number): void {
    this.censored.set(domain, (this.censored.get(domain) ?? 0) + 1);
  }

  merge(later: ByDomain): void {
    for (const [domain, tally] of later.tallies) this.tally(domain).merge(tally);
    for (const [domain, count] of later.censored) this.censored.set(domain, (this.censored.get(domain) ?? 0) + count);
  }

  /** To or from a tape; one that is read into must be fresh. */
  code(tape: Tape): void {
    const domains = [...this.tallies.keys()];
    const size = tape.number(domains.length);
    for (let i = 0; i < size; i++) this.tally(tape.number(domains[i] ?? 0)).code(tape);
    const cut = [...this.censored];
    const cuts = tape.number(cut.length);
    for (let i = 0; i < cuts; i++) {
      const [domain, count] = cut[i] ?? [0, 0];
      this.censored.set(tape.number(domain), tape.number(count));
    }
  }
}
