import type { Thing } from './thing.ts';

/** What people can put in order by hand, sooner than it would be by itself. */
export interface Mendable {
  /** Ends what has broken the one of this number now; nothing where nothing has. */
  mend(i: number): void;
}

interface Reason {
  readonly mendable: Mendable;
  readonly i: number;
}

/** Who can end what has broken each thing: the faults that strike it. */
export class Mending {
  private readonly byThing = new Map<Thing, Reason[]>();

  /** The fault of number `i` among those of `mendable` may strike a thing. */
  add(thing: Thing, mendable: Mendable, i: number): void {
    this.byThing.set(thing, [...(this.byThing.get(thing) ?? []), { mendable, i }]);
  }

  /** A thing is put in order by hand, whatever has broken it. */
  mend(thing: Thing): void {
    for (const { mendable, i } of this.byThing.get(thing) ?? []) mendable.mend(i);
  }
}
