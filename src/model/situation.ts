import type { Arena } from '../engine/index.ts';

/** More words than this are no longer compared: such a model is evaluated each time. */
const ROOM = 512;
const UNKNOWN = -1;
/** Situations and changes that are kept: as many as fit into the nearest caches. */
const KEPT = 1024;
/** Places where a situation may stand, side by side: with one only, two frequent ones that collide oust each other for ever. */
const WAYS = 4;
/** After so many new situations one looks whether they come back at all: less than so many times each, and it is given up. */
const TRIAL = 65_536;
const COME_BACK = 3;
const LAST_NUMBER = 2 ** 30;
const STEPS = 4096;
const STEP_FIELDS = 4;

/** Where the numbers of {@link Situation.path} stand. */
const AT = 0;
const FROM = 1;
const WORD = 2;
const CHANGES = 3;

const mix = (hash: number, word: number): number => {
  const mixed = Math.imul(hash ^ word, 0x9e3779b1);
  return mixed ^ (mixed >>> 15);
};

/**
 * All that decides who is served, as words, and a number for it: the same number is only ever given to the same words, so
 * that whoever has worked out what follows from a situation need not do so again.
 *
 * In a long run the same few situations come back by the same few changes. So the number is not looked up by the words: a
 * change leads from a known number to a known number. That is exact (words and change determine the words that follow) and
 * costs one look into a table; only where that does not know the change are the words compared. What is kept beside the
 * columns is bounded and forgets what collides; it never decides a result.
 */
export class Situation {
  private readonly words: Int32Array;
  /** Things that words do not tell: while there are any, no situation has a number. */
  private readonly blurs: Int32Array;
  private used = 0;
  /** There are too many words, or situations that do not come back: none is numbered. */
  private off = false;
  private asked = 0;
  private claimed = 0;
  /** The number now, and the one change that led away from the last known one. */
  private readonly path = Int32Array.of(UNKNOWN, UNKNOWN, 0, 0);
  private numbers = new Int32Array(0);
  private keys = new Int32Array(0);
  /** Rows of: number, word, value, number after it. */
  private readonly steps = new Int32Array(STEPS * STEP_FIELDS).fill(UNKNOWN);
  private readonly real = new Float64Array(1);
  private readonly halves = new Int32Array(this.real.buffer);

  constructor(arena: Arena) {
    this.words = arena.i32('memo', ROOM);
    this.blurs = arena.i32('memo', 1);
  }

  /** Declares words, all of which are `initial` at the start; returns the first. */
  declare(count: number, initial = 0): number {
    const first = this.used;
    if (first + count > ROOM) {
      this.off = true;
      return 0;
    }
    this.used += count;
    this.words.fill(initial, first, this.used);
    return first;
  }

  /** Declares real numbers of two words each. */
  declareReals(count: number, initial: number): number {
    const first = this.declare(count * 2);
    for (let i = 0; i < count; i++) this.putReal(first + i * 2, initial);
    return first;
  }

  seal(): void {
    this.numbers = new Int32Array(this.off ? 0 : KEPT).fill(UNKNOWN);
    this.keys = new Int32Array(this.numbers.length * this.used);
    this.forget();
  }

  /** How many situations are kept: each has its place, see {@link placeOf}. */
  get kept(): number {
    return this.numbers.length;
  }

  /** The columns have been put back to another time. */
  forget(): void {
    this.path[AT] = UNKNOWN;
    this.path[CHANGES] = 0;
    this.path[FROM] = UNKNOWN;
  }

  /** The number of the situation that words written with {@link writeReal} have made. */
  leadTo(number: number): void {
    this.path[AT] = number;
  }

  /** Writes a word without asking what situation that makes; {@link leadTo} must follow. */
  writeReal(word: number, value: number): void {
    this.real[0] = value;
    this.words[word] = this.halves[0]!;
    this.words[word + 1] = this.halves[1]!;
  }

  put(word: number, value: number): void {
    const { words, path } = this;
    if (words[word] === value) return;
    words[word] = value;
    const at = path[AT]!;
    if (at !== UNKNOWN) this.step(at, word, value);
    else path[CHANGES]! += 1;
  }

  putReal(word: number, value: number): void {
    this.real[0] = value;
    this.put(word, this.halves[0]!);
    this.put(word + 1, this.halves[1]!);
  }

  private step(at: number, word: number, value: number): void {
    const { steps, path } = this;
    const row = rowOf(at, word, value);
    if (steps[row] === at && steps[row + 1] === word && steps[row + 2] === value) {
      path[AT] = steps[row + 3]!;
      return;
    }
    path[AT] = UNKNOWN;
    path[FROM] = at;
    path[WORD] = word;
    path[CHANGES] = 1;
  }

  /** Something has come up, or has gone, that words do not tell. */
  blur(by: 1 | -1): void {
    this.blurs[0]! += by;
  }

  /** The number of the present situation; negative while it has none. */
  number(): number {
    if (this.off || this.blurs[0]! > 0) return UNKNOWN;
    this.asked++;
    const at = this.path[AT]!;
    return at === UNKNOWN ? this.find() : at;
  }

  /** The place of a situation among those that are kept. */
  placeOf(number: number): number {
    return number & (KEPT - 1);
  }

  /** Looks for the present words at the few places where they may stand. */
  private find(): number {
    const first = this.hash() & (KEPT - 1) & -WAYS;
    let place = first;
    while (place < first + WAYS && this.numbers[place] !== UNKNOWN && !this.same(place)) place++;
    const known = place < first + WAYS && this.numbers[place] !== UNKNOWN;
    const fresh = place < first + WAYS ? place : first + (this.claimed & (WAYS - 1));
    const number = known ? this.numbers[place]! : this.claim(fresh);
    this.learn(number);
    return number;
  }

  /** Gives up where hardly any situation comes back. */
  private review(number: number): void {
    if (++this.claimed < TRIAL && number < LAST_NUMBER) return;
    this.off = this.asked < TRIAL * COME_BACK || number >= LAST_NUMBER;
    if (this.off) this.forget();
    this.claimed = 0;
    this.asked = 0;
  }

  private hash(): number {
    const { words, used } = this;
    let hash = 0;
    for (let i = 0; i < used; i++) hash = mix(hash, words[i]!);
    return hash;
  }

  private same(place: number): boolean {
    const { words, keys, used } = this;
    const base = place * used;
    for (let i = 0; i < used; i++) if (keys[base + i] !== words[i]) return false;
    return true;
  }

  /** Gives the present words a place, in which others may have stood, and a number that none ever had. */
  private claim(place: number): number {
    const { numbers, keys, words, used } = this;
    const before = numbers[place]!;
    const number = before === UNKNOWN ? place : before + KEPT;
    for (let i = 0; i < used; i++) keys[place * used + i] = words[i]!;
    numbers[place] = number;
    this.review(number);
    return number;
  }

  /** Remembers the change that led here, if it was one. */
  private learn(number: number): void {
    const { path, steps, words } = this;
    if (this.off) return;
    path[AT] = number;
    if (path[CHANGES] !== 1 || path[FROM] === UNKNOWN) return;
    const value = words[path[WORD]!]!;
    const row = rowOf(path[FROM]!, path[WORD]!, value);
    steps[row] = path[FROM]!;
    steps[row + 1] = path[WORD]!;
    steps[row + 2] = value;
    steps[row + 3] = number;
  }
}

/** Where a change from a situation stands, if it is known. */
const rowOf = (at: number, word: number, value: number): number =>
  (mix(mix(at, word), value) & (STEPS - 1)) * STEP_FIELDS;
