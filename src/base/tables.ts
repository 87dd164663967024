/**
 * Tables of numbers that never change, read at every event. V8 keeps an array of up to 64 bytes within its own heap, where it may
 * move; these stand outside however short they are, so that their address is known (see `bindSingles`).
 */
export function f64Table(values: ArrayLike<number>): Float64Array<ArrayBuffer> {
  const table = new Float64Array(new ArrayBuffer(values.length * Float64Array.BYTES_PER_ELEMENT));
  table.set(values);
  return table;
}

export function i32Table(values: ArrayLike<number>): Int32Array<ArrayBuffer> {
  const table = new Int32Array(new ArrayBuffer(values.length * Int32Array.BYTES_PER_ELEMENT));
  table.set(values);
  return table;
}
