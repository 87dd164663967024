import { byCodeUnit, tooManySlots } from '../base/index.ts';
import { type Law, type Stream, Streams } from '../random/index.ts';
import type { ChanceId, DrawId, Slot } from './clocks.ts';

/** The order of what happens at one instant, first to last. Events of one rank go by name. */
export const RANKS = ['fault', 'repair', 'work', 'probe', 'belief', 'plan', 'refresh', 'measure'] as const;
export type Rank = (typeof RANKS)[number];

/** What a slot does when it is due; `arg` tells slots of one kind apart. */
export type Handler = (arg: number) => void;

/** The law and the stream of a random delay. */
export interface Random {
  readonly law: Law;
  readonly stream: string;
}

interface SlotDeclaration {
  readonly rank: Rank;
  readonly name: string;
  readonly handler: Handler;
  readonly arg: number;
  readonly random: Random | undefined;
}

interface RandomDeclaration {
  readonly law: Law;
  readonly stream: Stream;
}

const MAX_SLOTS = 1_000_000;
const NO_LAW = -1;

/** Everything that a model declares to the engine while it is compiled. */
export class Registry {
  readonly streams = new Streams();
  readonly slots: SlotDeclaration[] = [];
  readonly chances: { readonly probability: number; readonly stream: Stream }[] = [];
  readonly draws: RandomDeclaration[] = [];
  readonly laws: Law[] = [];

  /** Declares a slot. `name` must be unique within its rank; it fixes the order among simultaneous events. */
  slot(rank: Rank, name: string, handler: Handler, arg = 0, random?: Random): Slot {
    if (this.slots.length >= MAX_SLOTS) throw tooManySlots(this.slots.length + 1, MAX_SLOTS);
    return (this.slots.push({ rank, name, handler, arg, random }) - 1) as Slot;
  }

  chance(stream: string, probability: number): ChanceId {
    return (this.chances.push({ probability, stream: this.streams.declare(stream) }) - 1) as ChanceId;
  }

  draw(stream: string, law: Law): DrawId {
    return (this.draws.push({ law, stream: this.streams.declare(stream) }) - 1) as DrawId;
  }

  /** Position of each slot in the static order (rank, then name). */
  order(): Int32Array {
    const sorted = this.slots
      .map((slot, index) => ({ rank: RANKS.indexOf(slot.rank), name: slot.name, index }))
      .sort((a, b) => a.rank - b.rank || byCodeUnit(a.name, b.name) || a.index - b.index);
    const order = new Int32Array(sorted.length);
    for (const [position, { index }] of sorted.entries()) order[index] = position;
    return order;
  }

  /** The law and stream columns of the slots; equal law objects share a number. */
  bindings(): { laws: Int32Array; streams: Int32Array } {
    const numbers = new Map<Law, number>();
    const laws = new Int32Array(this.slots.length).fill(NO_LAW);
    const streams = new Int32Array(this.slots.length).fill(NO_LAW);
    for (const [slot, { random }] of this.slots.entries()) {
      if (random === undefined) continue;
      laws[slot] = this.lawNumber(random.law, numbers);
      streams[slot] = this.streams.declare(random.stream);
    }
    return { laws, streams };
  }

  private lawNumber(law: Law, numbers: Map<Law, number>): number {
    const known = numbers.get(law);
    if (known !== undefined) return known;
    const fresh = this.laws.push(law) - 1;
    numbers.set(law, fresh);
    return fresh;
  }
}
