/** A Markov chain with finitely many states, as rates between named states. */
export class Chain {
  readonly states: readonly string[];
  private readonly generator: readonly (readonly number[])[];

  /** @param rates [from, to, how often a time unit]; the first state named is the initial one */
  constructor(rates: readonly (readonly [from: string, to: string, rate: number])[]) {
    this.states = [...new Set(rates.flatMap((row) => [row[0], row[1]]))];
    const rows = this.states.map(() => this.states.map(() => 0));
    for (const [from, to, rate] of rates) {
      const [i, j] = [this.states.indexOf(from), this.states.indexOf(to)];
      rows[i]![j]! += rate;
      rows[i]![i]! -= rate;
    }
    this.generator = rows;
  }

  private get size(): number {
    return this.states.length;
  }

  /** The share of time in each state, from the balance equations: πQ = 0, Σπ = 1. */
  steady(): Map<string, number> {
    const rows = this.states.map((_, j) => this.states.map((_, i) => this.generator[i]![j]!));
    rows[0] = this.states.map(() => 1);
    const shares = solve(rows, [1, ...Array<number>(this.size - 1).fill(0)]);
    return new Map(this.states.map((state, i) => [state, shares[i]!]));
  }

  /** The share of time in any of the states named. */
  share(states: readonly string[]): number {
    const steady = this.steady();
    return states.reduce((sum, state) => sum + steady.get(state)!, 0);
  }

  /** How often a time unit the chain moves from outside a set of states into it. */
  entries(states: readonly string[]): number {
    const [steady, into] = [this.steady(), new Set(states)];
    let rate = 0;
    for (const [i, from] of this.states.entries()) {
      if (into.has(from)) continue;
      for (const [j, to] of this.states.entries()) if (into.has(to)) rate += steady.get(from)! * this.generator[i]![j]!;
    }
    return rate;
  }

  /** The mean time from the initial state until the chain first enters one of the states named. */
  firstPassage(states: readonly string[]): number {
    const outside = this.states.flatMap((state, i) => (states.includes(state) ? [] : [i]));
    const rows = outside.map((i) => outside.map((j) => -this.generator[i]![j]!));
    return solve(
      rows,
      outside.map(() => 1),
    )[0]!;
  }

  /**
   * How fast the variance of the time spent in the states named grows with time, far from the start: 2 Σᵢ πᵢ Σⱼ dᵢⱼ over
   * those states, d the deviation matrix (Π − Q)⁻¹ − Π.
   */
  varianceRate(states: readonly string[]): number {
    const steady = this.steady();
    const shares = this.states.map((state) => steady.get(state)!);
    const inside = this.states.map((state) => (states.includes(state) ? 1 : 0));
    const within = this.share(states);
    const rows = this.states.map((_, i) => this.states.map((_, j) => shares[j]! - this.generator[i]![j]!));
    return 2 * solve(rows, inside).reduce((sum, x, i) => sum + inside[i]! * shares[i]! * (x - within), 0);
  }

  /**
   * The mean time spent in the states named during [0, t] from the initial state on, where t is far beyond the time in which
   * the chain forgets: π·t + the initial row of the deviation matrix (Π − Q)⁻¹ − Π (Kemeny and Snell).
   */
  timeIn(states: readonly string[], t: number): number {
    const steady = this.steady();
    const shares = this.states.map((state) => steady.get(state)!);
    // The initial row x of (Π − Q)⁻¹ solves x (Π − Q) = e₁.
    const rows = this.states.map((_, j) => this.states.map((_, i) => shares[j]! - this.generator[i]![j]!));
    const x = solve(
      rows,
      this.states.map((_, i) => (i === 0 ? 1 : 0)),
    );
    return this.states.reduce(
      (sum, state, i) => sum + (states.includes(state) ? shares[i]! * t + x[i]! - shares[i]! : 0),
      0,
    );
  }
}

/** Solves a linear system by elimination with pivots. */
function solve(matrix: readonly (readonly number[])[], right: readonly number[]): number[] {
  const rows = matrix.map((row, i) => [...row, right[i]!]);
  for (let column = 0; column < rows.length; column++) {
    let pivot = column;
    for (let i = column + 1; i < rows.length; i++)
      if (Math.abs(rows[i]![column]!) > Math.abs(rows[pivot]![column]!)) pivot = i;
    [rows[column], rows[pivot]] = [rows[pivot]!, rows[column]!];
    for (const [i, row] of rows.entries()) {
      if (i === column) continue;
      const factor = row[column]! / rows[column]![column]!;
      for (let k = column; k < row.length; k++) row[k]! -= factor * rows[column]![k]!;
    }
  }
  return rows.map((row, i) => row.at(-1)! / row[i]!);
}
