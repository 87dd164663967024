import { RunSums, type Tape } from '../../measures/index.ts';

/** What is broken at an instant, by sort, and what it costs a workload. */
export interface RareCause {
  /** Sorts of failures with how many of each. */
  readonly combination: readonly (readonly [group: number, count: number])[];
  /** µs of downtime, weighted; incidents, weighted. */
  down: number;
  incidents: number;
  /** What single paths added to them. */
  readonly downByPath: RunSums;
  readonly incidentsByPath: RunSums;
}

/** Weighted downtime by what was broken when an incident began. */
export class RareCauses {
  private readonly known = new Map<string, RareCause>();
  /** What single paths added to the downtime of all causes. */
  readonly wholeByPath = new RunSums();

  get list(): readonly RareCause[] {
    return [...this.known.values()];
  }

  /** The cause of an incident that began while `broken[group]` of each group were broken. */
  of(broken: Readonly<Int32Array>): RareCause {
    const combination = [...broken].flatMap((count, group) => (count > 0 ? [[group, count] as const] : []));
    return this.by(combination);
  }

  private by(combination: RareCause['combination']): RareCause {
    const key = combination.join();
    const known = this.known.get(key);
    if (known !== undefined) return known;
    const byPath = { downByPath: new RunSums(), incidentsByPath: new RunSums() };
    const fresh = { combination, down: 0, incidents: 0, ...byPath };
    this.known.set(key, fresh);
    return fresh;
  }

  /** The one path that all of it comes from has come to its end. */
  endPath(): void {
    const whole = this.list.reduce((sum, { down }) => sum + down, 0);
    this.wholeByPath.add(whole, whole);
    for (const { down, incidents, downByPath, incidentsByPath } of this.list) {
      downByPath.add(down, whole);
      incidentsByPath.add(incidents);
    }
  }

  merge({ list, wholeByPath }: RareCauses): void {
    this.wholeByPath.merge(wholeByPath);
    for (const { combination, down, incidents, downByPath, incidentsByPath } of list) {
      const cause = this.by(combination);
      cause.down += down;
      cause.incidents += incidents;
      cause.downByPath.merge(downByPath);
      cause.incidentsByPath.merge(incidentsByPath);
    }
  }

  /** To or from a tape. */
  code(tape: Tape): void {
    const { list } = this;
    const count = tape.number(list.length);
    for (let i = 0; i < count; i++) {
      const cause = this.by(codeCombination(tape, list[i]?.combination));
      cause.down = tape.number(cause.down);
      cause.incidents = tape.number(cause.incidents);
      cause.downByPath.code(tape);
      cause.incidentsByPath.code(tape);
    }
    this.wholeByPath.code(tape);
  }
}

function codeCombination(tape: Tape, known: RareCause['combination'] = []): RareCause['combination'] {
  const length = tape.number(known.length);
  return Array.from({ length }, (_, i) => [tape.number(known[i]?.[0] ?? 0), tape.number(known[i]?.[1] ?? 0)] as const);
}
