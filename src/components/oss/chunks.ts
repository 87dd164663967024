import type { Slot } from '../../engine/index.ts';
import { serves, type Thing, type World } from '../../model/index.ts';
import type { Law } from '../../random/index.ts';

const COPIES = 3;
/** With fewer places than this nothing new is written: assumption. */
const COPIES_TO_WRITE = 2;

/** What becomes of what a server holds. */
const HELD = 0;
const MISSING = 1;
/** It has been copied anew from the other copies: the server is missed no more. */
const COPIED = 2;

/**
 * The servers that hold the data. Each piece has three copies in three groups: servers in racks of their own, or the servers of
 * a place where there are three places and more. A piece is lost from sight when all three are: the share of such pieces is
 * that of the triples of groups, one server in each, that are gone, all triples being as likely.
 */
export class Chunks {
  readonly things: readonly Thing[];
  private readonly world: World;
  /** The group of each server. */
  private readonly group: readonly number[];
  /** Scratch, by group: how many servers count, and how many of them are missing. */
  private readonly all: Float64Array;
  private readonly missing: Float64Array;
  private readonly state: Uint8Array;
  private readonly slots: readonly Slot[];
  private readonly changed: () => void;

  /** `things` of one place are groups of their own; those of several places are grouped by place. */
  constructor(world: World, things: readonly Thing[], recopy: Law, changed: () => void) {
    const { arena, registry } = world.workshop;
    const homes = things.map((thing) => world.truth.home(thing));
    const places = [...new Set(homes)];
    this.world = world;
    this.things = things;
    this.changed = changed;
    this.group = homes.map((home, i) => (places.length < COPIES ? i : places.indexOf(home)));
    this.all = new Float64Array(places.length < COPIES ? things.length : places.length);
    this.missing = new Float64Array(this.all.length);
    this.state = arena.u8('logic', things.length);
    this.slots = things.map((thing, i) => {
      const name = `${world.truth.name(thing)} copied anew`;
      return registry.slot('work', name, (arg) => this.copied(arg), i, { law: recopy, stream: name });
    });
  }

  wire(): void {
    for (const [i, thing] of this.things.entries()) this.world.truth.watch(thing, () => this.look(i));
  }

  private look(i: number): void {
    const { clocks, truth } = this.world;
    const works = serves(truth.manner[this.things[i]!]!);
    if (works === (this.state[i] === HELD)) return;
    if (works) {
      clocks.stop(this.slots[i]!);
      this.state[i] = HELD;
    } else if (this.state[i] === HELD) {
      this.state[i] = MISSING;
      clocks.start(this.slots[i]!);
    }
    this.changed();
  }

  /** Three copies need three groups; until there are, one tries again. */
  private copied(i: number): void {
    if (this.up() < COPIES) {
      this.world.clocks.start(this.slots[i]!);
      return;
    }
    this.state[i] = COPIED;
    this.changed();
  }

  /** Groups with a working server. */
  private up(): number {
    const { group, state, missing } = this;
    let up = 0;
    missing.fill(0);
    for (let i = 0; i < group.length; i++) {
      if (state[i] !== HELD || missing[group[i]!] === 1) continue;
      missing[group[i]!] = 1;
      up++;
    }
    return up;
  }

  /** Whether anything can be written. */
  get writable(): boolean {
    return this.up() >= COPIES_TO_WRITE;
  }

  /** The share of the data of which a copy is at hand, 0 to 1. */
  get readable(): number {
    const { group, state, missing, all } = this;
    if (!state.includes(MISSING)) return 1;
    missing.fill(0);
    all.fill(0);
    for (let i = 0; i < group.length; i++) {
      if (state[i] === COPIED) continue;
      all[group[i]!]! += 1;
      if (state[i] === MISSING) missing[group[i]!]! += 1;
    }
    for (let g = 0; g < all.length; g++) {
      missing[g] = all[g] === 0 ? 0 : missing[g]! / all[g]!;
      all[g] = Math.sign(all[g]!);
    }
    return 1 - triples(missing) / triples(all);
  }
}

/** The sum over all triples of the products of their values. */
function triples(values: Float64Array): number {
  let [ones, twos, threes] = [0, 0, 0];
  for (let i = 0; i < values.length; i++) {
    const value = values[i]!;
    threes += twos * value;
    twos += ones * value;
    ones += value;
  }
  return threes;
}
