import type { Thing } from './thing.ts';

/** What people can put in order by hand, sooner than it would be by itself. */
export interface Mendable {
  /** Ends what has broken it now; nothing where nothing has. */
  mend(): void;
}

/** Who can end what has broken each thing: the faults that strike it. */
export class Mending {
  private readonly byThing = new Map<Thing, Mendable[]>();

  add(thing: Thing, mendable: Mendable): void {
    this.byThing.set(thing, [...(this.byThing.get(thing) ?? []), mendable]);
  }

  /** A thing is put in order by hand, whatever has broken it. */
  mend(thing: Thing): void {
    for (const mendable of this.byThing.get(thing) ?? []) mendable.mend();
  }
}
