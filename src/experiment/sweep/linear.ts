/** A column of numbers, one a point. */
export type Column = readonly number[];

/**
 * The rows w of (XᵀX)⁻¹Xᵀ: coefficient j of the least-squares fit of any y over these points is Σ w[j][i]·y[i]. Undefined where the
 * columns do not tell themselves apart.
 */
export function leastSquaresWeights(columns: readonly Column[]): number[][] | undefined {
  const gram = columns.map((a) => columns.map((b) => dot(a, b)));
  const points = columns[0]?.length ?? 0;
  const right = columns.map((column) => [...column]);
  return solved(gram, right, points) ? right : undefined;
}

export const dot = (a: Column, b: Column): number => a.reduce((sum, value, i) => sum + value * b[i]!, 0);

/** Below this share of the largest a pivot is rounding. */
const TINY = 1e-10;

/** Gauss and Jordan with row pivots, in place: `right` becomes the solution. False where the matrix is singular. */
function solved(matrix: number[][], right: number[][], width: number): boolean {
  const scale = Math.max(...matrix.flat().map(Math.abs));
  for (let column = 0; column < matrix.length; column++) {
    const pivot = largestBelow(matrix, column);
    if (Math.abs(matrix[pivot]![column]!) <= TINY * scale) return false;
    [matrix[column], matrix[pivot]] = [matrix[pivot]!, matrix[column]!];
    [right[column], right[pivot]] = [right[pivot]!, right[column]!];
    divide(matrix[column]!, right[column]!, matrix[column]![column]!);
    for (let row = 0; row < matrix.length; row++) {
      if (row !== column) subtract(matrix, right, { row, column, width });
    }
  }
  return true;
}

function largestBelow(matrix: readonly (readonly number[])[], column: number): number {
  let best = column;
  for (let row = column + 1; row < matrix.length; row++) {
    if (Math.abs(matrix[row]![column]!) > Math.abs(matrix[best]![column]!)) best = row;
  }
  return best;
}

function divide(left: number[], right: number[], by: number): void {
  for (const row of [left, right]) {
    for (let i = 0; i < row.length; i++) row[i]! /= by;
  }
}

function subtract(matrix: number[][], right: number[][], at: { row: number; column: number; width: number }): void {
  const factor = matrix[at.row]![at.column]!;
  for (let i = 0; i < matrix.length; i++) matrix[at.row]![i]! -= factor * matrix[at.column]![i]!;
  for (let i = 0; i < at.width; i++) right[at.row]![i]! -= factor * right[at.column]![i]!;
}
