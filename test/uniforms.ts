/** Uniform numbers in (0, 1): a Weyl sequence through a mixing hash, enough for a test and independent of the simulator's streams. */
export function uniforms(seed: number): () => number {
  let state = seed;
  const word = (): number => {
    state = (state + 0x9e3779b9) | 0;
    let h = Math.imul(state ^ (state >>> 16), 0x21f0aaad);
    h = Math.imul(h ^ (h >>> 15), 0x735a2d97);
    return (h ^ (h >>> 15)) >>> 0;
  };
  return () => (word() + 0.5) / 2 ** 32;
}
