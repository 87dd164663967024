import * as z from 'zod';
import {
  componentPriceInput,
  meaning,
  type Notebook,
  type PriceSpec,
  type RepairedBy,
  repairedBy,
  resolveComponentPrice,
} from '../language/index.ts';
import { type MaintenanceSpec, maintenanceInput, resolveMaintenance } from '../plans/index.ts';
import type { RawRecord } from './raw.ts';

/** What may be written of a component of any kind, beside the keys of its kind. */
const shape = meaning(
  {
    maintenance: maintenanceInput.optional(),
    price: componentPriceInput.optional(),
    'repaired-by': repairedBy.optional(),
  },
  {
    maintenance: 'planned work, again and again',
    price: 'what it costs',
    'repaired-by': 'the crew that repairs whatever is wrong with it, unless a fault says otherwise',
  },
);
const input = z.strictObject(shape);
const KEYS: ReadonlySet<string> = new Set(Object.keys(shape));

/** The form of a kind with these keys. */
export const withUpkeep = (form: z.ZodType): z.ZodType => (form instanceof z.ZodObject ? form.extend(shape) : form);

/** The keys of a component that its kind reads. */
export const ownKeys = (raw: RawRecord): RawRecord => picked(raw, (key) => !KEYS.has(key));

/** Reads the other keys, of a component whose form holds, with so many servers. */
export function readUpkeep(component: string, raw: RawRecord, servers: number, notes: Notebook): Upkeep {
  const given = input.parse(picked(raw, (key) => KEYS.has(key)));
  const { maintenance, price } = given;
  return {
    maintenance: maintenance && resolveMaintenance(component, maintenance, notes.at('maintenance')),
    repairedBy: given['repaired-by'],
    price: price && resolveComponentPrice(price, servers),
  };
}

export interface Upkeep {
  readonly maintenance: MaintenanceSpec | undefined;
  readonly price: PriceSpec | undefined;
  readonly repairedBy: RepairedBy | undefined;
}

function picked(raw: RawRecord, wanted: (key: string) => boolean): RawRecord {
  const some: Record<string, unknown> = Object.create(null);
  for (const [key, value] of Object.entries(raw)) if (wanted(key)) some[key] = value;
  return some;
}
