/** Something for each way from one node of a drawing to another, in the order in which the ways were met. */
export class Ways<T> {
  readonly all: T[] = [];
  private readonly begins = new Map<string, Map<string, T>>();

  get(from: string, to: string): T | undefined {
    return this.begins.get(from)?.get(to);
  }

  /** To be called once for a way. */
  add(from: string, to: string, one: T): void {
    const known = this.begins.get(from);
    if (known === undefined) this.begins.set(from, new Map([[to, one]]));
    else known.set(to, one);
    this.all.push(one);
  }
}
