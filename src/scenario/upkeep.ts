import * as z from 'zod';
import { meaning, type Notebook, type PriceSpec, priceInput, resolvePrice } from '../language/index.ts';
import { type MaintenanceSpec, maintenanceInput, resolveMaintenance } from '../plans/index.ts';
import type { RawRecord } from './raw.ts';

/** What may be written of a component of any kind, beside the keys of its kind. */
const shape = meaning(
  { maintenance: maintenanceInput.optional(), price: priceInput.optional() },
  { maintenance: 'planned work, again and again', price: 'what the whole of it costs' },
);
const input = z.strictObject(shape);
const KEYS: ReadonlySet<string> = new Set(Object.keys(shape));

/** The form of a kind with these keys. */
export const withUpkeep = (form: z.ZodType): z.ZodType => (form instanceof z.ZodObject ? form.extend(shape) : form);

/** The keys of a component that its kind reads. */
export const ownKeys = (raw: RawRecord): RawRecord => picked(raw, (key) => !KEYS.has(key));

/** Reads the other keys, of a component whose form holds. */
export function readUpkeep(component: string, raw: RawRecord, notes: Notebook): Upkeep {
  const given = input.parse(picked(raw, (key) => KEYS.has(key)));
  const { maintenance, price } = given;
  return {
    maintenance: maintenance && resolveMaintenance(component, maintenance, notes.at('maintenance')),
    price: price && resolvePrice(price),
  };
}

export interface Upkeep {
  readonly maintenance: MaintenanceSpec | undefined;
  readonly price: PriceSpec | undefined;
}

function picked(raw: RawRecord, wanted: (key: string) => boolean): RawRecord {
  const some: Record<string, unknown> = Object.create(null);
  for (const [key, value] of Object.entries(raw)) if (wanted(key)) some[key] = value;
  return some;
}
