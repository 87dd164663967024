/**
 * What a column means: `logic` identifies a state, `time` holds instants and ages, `memo` can be derived from the others,
 * `random` is the state of the streams, `sums` are what a replication has added up.
 */
export type Segment = 'logic' | 'time' | 'memo' | 'random' | 'sums';
const SEGMENTS: readonly Segment[] = ['logic', 'time', 'memo', 'random', 'sums'];

const CHUNK_BYTES = 16 * 1024;
const ALIGN = 8;

interface Chunk {
  readonly buffer: ArrayBuffer;
  used: number;
}

/** A copy of every column at one instant. */
export type Snapshot = readonly Uint8Array[];

/**
 * Holds the whole state of a simulation in columns of plain numbers, so that it is saved by a few block copies, compared,
 * restored and branched. Columns are handed out at once and never move.
 */
export class Arena {
  private readonly chunks: Record<Segment, Chunk[]> = { logic: [], time: [], memo: [], random: [], sums: [] };

  u8(segment: Segment, length: number): Uint8Array<ArrayBuffer> {
    const chunk = this.room(segment, length);
    return new Uint8Array(chunk.buffer, this.take(chunk, length), length);
  }

  i32(segment: Segment, length: number): Int32Array<ArrayBuffer> {
    const chunk = this.room(segment, length * 4);
    return new Int32Array(chunk.buffer, this.take(chunk, length * 4), length);
  }

  f64(segment: Segment, length: number): Float64Array<ArrayBuffer> {
    const chunk = this.room(segment, length * 8);
    return new Float64Array(chunk.buffer, this.take(chunk, length * 8), length);
  }

  private room(segment: Segment, bytes: number): Chunk {
    const list = this.chunks[segment];
    const last = list.at(-1);
    if (last !== undefined && last.used + bytes <= last.buffer.byteLength) return last;
    const fresh = { buffer: new ArrayBuffer(Math.max(CHUNK_BYTES, bytes)), used: 0 };
    list.push(fresh);
    return fresh;
  }

  private take(chunk: Chunk, bytes: number): number {
    const offset = chunk.used;
    chunk.used = Math.min(chunk.buffer.byteLength, offset + Math.ceil(bytes / ALIGN) * ALIGN);
    return offset;
  }

  private *parts(): Generator<Uint8Array> {
    for (const segment of SEGMENTS) {
      for (const chunk of this.chunks[segment]) yield new Uint8Array(chunk.buffer, 0, chunk.used);
    }
  }

  /** The bytes in use, by segment: what tells two states apart is `logic`. */
  bytes(segment: Segment): Uint8Array[] {
    return this.chunks[segment].map((chunk) => new Uint8Array(chunk.buffer, 0, chunk.used));
  }

  /** Prepares a fast copier. Call it when every column has been handed out. */
  copier(): Copier {
    return new Copier([...this.parts()]);
  }
}

/** Saves and restores all columns of an arena. */
export class Copier {
  private readonly parts: readonly Uint8Array[];
  constructor(parts: readonly Uint8Array[]) {
    this.parts = parts;
  }

  save(): Snapshot {
    return this.parts.map((part) => part.slice());
  }

  saveInto(snapshot: Snapshot): void {
    for (let i = 0; i < this.parts.length; i++) snapshot[i]!.set(this.parts[i]!);
  }

  restore(snapshot: Snapshot): void {
    for (let i = 0; i < this.parts.length; i++) this.parts[i]!.set(snapshot[i]!);
  }
}
