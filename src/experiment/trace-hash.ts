import { mix32 } from '../random/index.ts';

const hex = (word: number): string => (word >>> 0).toString(16).padStart(8, '0');

/** The trace hashes of all replications, folded in their order: equal for any number of workers. */
export class TraceHash {
  private low = 0x13198a2e;
  private high = 0x03707344;

  /** Adds the lanes of consecutive replications. */
  add(lanes: Int32Array): void {
    for (let i = 0; i < lanes.length; i += 2) {
      this.low = mix32(Math.imul(this.low, 0x9e3779b1) + lanes[i]!);
      this.high = mix32(Math.imul(this.high, 0x85ebca77) + lanes[i + 1]! + this.low);
    }
  }

  /** 16 hexadecimal digits. */
  get text(): string {
    return hex(this.low) + hex(this.high);
  }
}
