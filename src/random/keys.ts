import seedrandom from 'seedrandom';

/** 128 bits as four 32-bit words. */
export type Key = Int32Array;

/** The bijective finaliser of MurmurHash3 (Appleby, public domain constants): every input bit moves every output bit. */
export function mix32(word: number): number {
  let h = word;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return h ^ (h >>> 16);
}

const LANES = [0x9e3779b1, 0x85ebca77, 0xc2b2ae3d, 0x27d4eb2f] as const;

/** The key of a name: four lanes of a multiplicative hash over UTF-16 code units, then mixed. */
export function nameKey(name: string): Key {
  return Int32Array.from(LANES, (prime, lane) => {
    let h = mix32(prime + lane);
    for (let i = 0; i < name.length; i++) h = Math.imul(h ^ name.charCodeAt(i), prime) ^ (h >>> 15);
    return mix32(h ^ name.length);
  });
}

/**
 * The master key of a user's seed. seedrandom turns any text into well-spread words; it is used once a run, because its
 * fast generators are correlated under structured seeds and its default one costs 17 µs a stream.
 */
export function masterKey(seed: string): Key {
  const words = seedrandom(seed);
  return Int32Array.from({ length: 4 }, () => words.int32());
}
