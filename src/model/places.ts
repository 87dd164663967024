import { invariant } from '../base/index.ts';

export type PlaceId = number & { readonly __place?: never };

/** Where users, monitors and the rest of the world are; it is never lost. */
export const INTERNET: PlaceId = 0;
export const INTERNET_NAME = 'internet';

export type PlaceKind = 'internet' | 'region' | 'zone' | 'rack' | 'idc';

interface Place {
  readonly path: string;
  readonly kind: PlaceKind;
  readonly parent: PlaceId | undefined;
}

/** The tree of places, by path: `cn-beijing/a`. */
export class Places {
  private readonly list: Place[] = [{ path: INTERNET_NAME, kind: 'internet', parent: undefined }];
  private readonly byPath = new Map<string, PlaceId>([[INTERNET_NAME, INTERNET]]);

  get count(): number {
    return this.list.length;
  }

  add(path: string, kind: PlaceKind, parent: string | undefined): PlaceId {
    const id = this.list.push({ path, kind, parent: parent === undefined ? undefined : this.id(parent) }) - 1;
    this.byPath.set(path, id);
    return id;
  }

  id(path: string): PlaceId {
    const id = this.byPath.get(path);
    invariant(id !== undefined, `no place ${path}`);
    return id;
  }

  has(path: string): boolean {
    return this.byPath.has(path);
  }

  path(id: PlaceId): string {
    return this.list[id]!.path;
  }

  kind(id: PlaceId): PlaceKind {
    return this.list[id]!.kind;
  }

  /** Whether `inner` is `outer` or lies in it. */
  within(inner: PlaceId, outer: PlaceId): boolean {
    for (let at: PlaceId | undefined = inner; at !== undefined; at = this.list[at]!.parent) {
      if (at === outer) return true;
    }
    return false;
  }

  /** The place and all places in it. */
  below(outer: PlaceId): PlaceId[] {
    return this.list.flatMap((_, id) => (this.within(id, outer) ? [id] : []));
  }
}
