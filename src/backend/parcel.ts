import { deserialize, serialize } from 'node:v8';
import { type Plain, plainScenario, type Scenario, scenarioFrom } from '../scenario/index.ts';

/** A scenario on its way to threads. All of them read the same bytes. */
export interface Parcel {
  /** One text, one name: who has unpacked it knows it again. */
  readonly name: string;
  readonly bytes: Uint8Array<SharedArrayBuffer>;
}

export function packScenario(scenario: Scenario, name: string): Parcel {
  const packed = serialize(plainScenario(scenario));
  const bytes = new Uint8Array(new SharedArrayBuffer(packed.length));
  bytes.set(packed);
  return { name, bytes };
}

/** The scenario that {@link packScenario} has packed. */
export const unpackScenario = ({ bytes }: Parcel): Scenario => scenarioFrom(deserialize(Buffer.from(bytes)) as Plain);
