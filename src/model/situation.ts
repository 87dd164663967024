import { f64Table } from '../base/index.ts';
import type { Arena } from '../engine/index.ts';

/** More words than this are no longer compared: such a model is evaluated each time. */
const ROOM = 512;
const UNKNOWN = -1;
/** Places where a situation may stand, side by side: with one only, two frequent ones that collide oust each other for ever. */
const WAYS = 4;
/** After so many new situations one looks whether they come back at all: less than so many times each, and it is given up. */
const TRIAL = 65_536;
const COME_BACK = 3;
const LAST_NUMBER = 2 ** 30;
const STEP_FIELDS = 4;
/** Several changes within one instant are one step too, up to so many. */
const STRIDE = 12;
/** Of a stride: number, how many changes, number after it; then word and value of each change. */
const STRIDE_FIELDS = 3 + 2 * STRIDE;

/** Situations, changes, and several changes at once that are kept: powers of two. */
interface Room {
  readonly situations: number;
  readonly steps: number;
  readonly strides: number;
}
/** As many as fit into the nearest caches; */
const LONG: Room = { situations: 2048, steps: 8192, strides: 4096 };
/** and as many as cost little to lay out for a model that runs for a moment only: a sixteenth of the room or less. */
const BRIEF: Room = { situations: 128, steps: 512, strides: 128 };

/** Where the numbers of {@link Situation.path} stand. */
const AT = 0;
const FROM = 1;
const CHANGES = 2;
/** Word and value of each change, as far as there is room. */
const CHANGED = 3;

const mix = (hash: number, word: number): number => {
  const mixed = Math.imul(hash ^ word, 0x9e3779b1);
  return mixed ^ (mixed >>> 15);
};

/**
 * All that decides who is served, as words, and a number for it: the same number is only ever given to the same words, so
 * that whoever has worked out what follows from a situation need not do so again.
 *
 * In a long run the same few situations come back by the same few changes. So the number is not looked up by the words: a
 * change, or a few at once, lead from a known number to a known number. That is exact (words and changes determine the words
 * that follow) and costs one look into a table; only where that does not know them are all words compared. What is kept beside the
 * columns is bounded and forgets what collides; it never decides a result.
 */
export class Situation {
  private readonly words: Int32Array;
  /** Things that words do not tell: while there are any, no situation has a number. */
  private readonly blurs: Int32Array;
  private used = 0;
  /** There are too many words, or situations that do not come back: none is numbered. */
  private off = false;
  /** Words tell who is served, but not of whom it dies if not: which of many equal servers are down. */
  private withoutLosers = false;
  private asked = 0;
  private claimed = 0;
  /** The number now; while it is unknown, the last known one and the changes that led away from there. */
  private readonly path = new Int32Array(CHANGED + 2 * STRIDE);
  private numbers!: Int32Array;
  private keys!: Int32Array;
  /** Rows of: number, word, value, number after it. */
  private steps!: Int32Array;
  private strides!: Int32Array;
  private situationMask!: number;
  private stepMask!: number;
  private strideMask!: number;
  private readonly real = f64Table([0]);
  private readonly halves = new Int32Array(this.real.buffer);

  constructor(arena: Arena) {
    this.words = arena.i32('memo', ROOM);
    this.blurs = arena.i32('memo', 1);
    this.forget();
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

  /** From now on words say no more than who is served, and what stores take. */
  tellNoLosers(): void {
    this.withoutLosers = true;
  }

  /** Whether words also tell on what losses die. */
  get tellsLosers(): boolean {
    return !this.withoutLosers;
  }

  /** `brief`: it will be asked for a moment only. */
  seal(brief = false): void {
    const { situations, steps, strides } = brief ? BRIEF : LONG;
    this.steps = new Int32Array(steps * STEP_FIELDS).fill(UNKNOWN);
    this.strides = new Int32Array(strides * STRIDE_FIELDS).fill(UNKNOWN);
    this.situationMask = situations - 1;
    this.stepMask = steps - 1;
    this.strideMask = strides - 1;
    this.numbers = new Int32Array(this.off ? 0 : situations).fill(UNKNOWN);
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
    else this.stray(word, value);
  }

  putReal(word: number, value: number): void {
    this.real[0] = value;
    this.put(word, this.halves[0]!);
    this.put(word + 1, this.halves[1]!);
  }

  private step(at: number, word: number, value: number): void {
    const { steps, path } = this;
    const row = this.stepRow(at, word, value);
    if (steps[row] === at && steps[row + 1] === word && steps[row + 2] === value && this.keeps(steps[row + 3]!)) {
      path[AT] = steps[row + 3]!;
      return;
    }
    path[AT] = UNKNOWN;
    path[FROM] = at;
    path[CHANGED] = word;
    path[CHANGED + 1] = value;
    path[CHANGES] = 1;
  }

  /** One more change on the way from the last known number. */
  private stray(word: number, value: number): void {
    const { path } = this;
    const changes = path[CHANGES]!;
    path[CHANGES] = changes + 1;
    if (changes >= STRIDE) return;
    path[CHANGED + 2 * changes] = word;
    path[CHANGED + 2 * changes + 1] = value;
  }

  /** Where the stride that has been taken is kept, if it is. */
  private strideRow(): number {
    const { path } = this;
    let hash = path[FROM]!;
    for (let i = CHANGED; i < CHANGED + 2 * path[CHANGES]!; i++) hash = mix(hash, path[i]!);
    return (hash & this.strideMask) * STRIDE_FIELDS;
  }

  /** The number to which the changes since the last known one lead, if that is known. */
  private stride(): number {
    const { path, strides } = this;
    const changes = path[CHANGES]!;
    if (path[FROM] === UNKNOWN || changes < 2 || changes > STRIDE) return UNKNOWN;
    const row = this.strideRow();
    if (strides[row] !== path[FROM] || strides[row + 1] !== changes) return UNKNOWN;
    for (let i = 0; i < 2 * changes; i++) if (strides[row + 3 + i] !== path[CHANGED + i]) return UNKNOWN;
    return this.keeps(strides[row + 2]!) ? strides[row + 2]! : UNKNOWN;
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
    return at === UNKNOWN ? this.follow() : at;
  }

  /**
   * Whether a situation is still the one that stands at its place. One that has been ousted is to be found anew, and so gets another
   * place: two frequent ones of the same place would oust for ever what others keep of each other there. It then counts as a new one.
   */
  keeps(number: number): boolean {
    return this.numbers[number & this.situationMask] === number;
  }

  /** The place of a situation among those that are kept. */
  placeOf(number: number): number {
    return number & this.situationMask;
  }

  /** The number of the present words, by the changes that have led to them or else by comparison. */
  private follow(): number {
    const known = this.stride();
    if (known === UNKNOWN) return this.find();
    this.path[AT] = known;
    return known;
  }

  /** Looks for the present words at the few places where they may stand. */
  private find(): number {
    const first = this.hash() & this.situationMask & -WAYS;
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
    const number = before === UNKNOWN ? place : before + this.numbers.length;
    for (let i = 0; i < used; i++) keys[place * used + i] = words[i]!;
    numbers[place] = number;
    this.review(number);
    return number;
  }

  /** Remembers the changes that led here, if they are few. */
  private learn(number: number): void {
    const { path } = this;
    if (this.off) return;
    path[AT] = number;
    if (path[FROM] === UNKNOWN || path[CHANGES]! > STRIDE) return;
    if (path[CHANGES] === 1) this.learnStep(number);
    else if (path[CHANGES]! > 1) this.learnStride(number);
  }

  private learnStep(number: number): void {
    const { path, steps } = this;
    const row = this.stepRow(path[FROM]!, path[CHANGED]!, path[CHANGED + 1]!);
    steps[row] = path[FROM]!;
    steps[row + 1] = path[CHANGED]!;
    steps[row + 2] = path[CHANGED + 1]!;
    steps[row + 3] = number;
  }

  private learnStride(number: number): void {
    const { path, strides } = this;
    const row = this.strideRow();
    strides[row] = path[FROM]!;
    strides[row + 1] = path[CHANGES]!;
    strides[row + 2] = number;
    for (let i = 0; i < 2 * path[CHANGES]!; i++) strides[row + 3 + i] = path[CHANGED + i]!;
  }

  /** Where a change from a situation stands, if it is known. */
  private stepRow(at: number, word: number, value: number): number {
    return (mix(mix(at, word), value) & this.stepMask) * STEP_FIELDS;
  }
}
