import { NO_SOURCE, type Source, type SourceClass, type SourceId, type World } from '../model/index.ts';

export interface FaultDomain {
  readonly class: SourceClass;
  readonly domain: string;
}

/** The fault domains of a world as rows: recoveries are grouped by them. */
export class Domains {
  readonly rows: FaultDomain[] = [];
  private readonly ofSource: number[] = [];

  constructor(world: World) {
    const known = new Map<string, number>();
    for (const source of world.sources.list) this.ofSource.push(this.row(source, known));
  }

  private row({ class: sourceClass, domain }: Source, known: Map<string, number>): number {
    const key = `${sourceClass} ${domain}`;
    const row = known.get(key) ?? this.rows.push({ class: sourceClass, domain }) - 1;
    known.set(key, row);
    return row;
  }

  /** The row of a source; negative for none. */
  of(source: SourceId): number {
    return source === NO_SOURCE ? NO_SOURCE : this.ofSource[source]!;
  }
}
