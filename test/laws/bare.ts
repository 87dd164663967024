/** A figure in a document that has no bounds beside it, by its path: `rows[].workloads[].servedAtWorst`. Names of maps are `*`. */
export function bareFigures(document: object): Map<string, number> {
  const found = new Map<string, number>();
  walk(document, { keys: [], above: [] }, (path, value) => found.set(path, value));
  return found;
}

/** Where a value stands: the keys down to it, and what each of them was looked up in. */
interface Place {
  readonly keys: readonly string[];
  readonly above: readonly unknown[];
}

/** Maps whose keys are names that a scenario chooses. */
const BY_NAME = /^(?:workloads|stores|measures|differences|settings|seen|sessions)$/;

function walk(value: unknown, place: Place, found: (path: string, value: number) => void): void {
  if (typeof value === 'number') {
    if (!isBounded(place)) found(pathOf(place), value);
  } else if (typeof value === 'object' && value !== null) {
    for (const [key, inner] of Object.entries(value)) {
      walk(inner, { keys: [...place.keys, key], above: [...place.above, value] }, found);
    }
  }
}

function pathOf({ keys, above }: Place): string {
  const word = (key: string, i: number): string => {
    if (Array.isArray(above[i])) return '[]';
    return i > 0 && !Array.isArray(above[i - 1]) && BY_NAME.test(keys[i - 1]!) ? '.*' : `.${key}`;
  };
  return keys.map(word).join('').replace(/^\./, '');
}

const isMap = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const hasBounds = (value: unknown): boolean => isMap(value) && 'low' in value && 'high' in value;

/** Beside an estimate stand `low` and `high`, beside `p95` `p95Low` and `p95High`, and of anything else they stand under its name in `intervals`. */
function isBounded({ keys, above }: Place): boolean {
  const key = keys.at(-1)!;
  const parent = above.at(-1);
  if (!isMap(parent)) return false;
  if (hasBounds(parent) || /(?:Low|High)$/.test(key)) return true;
  if (`${key}Low` in parent && `${key}High` in parent) return true;
  return above.some((one, depth) => isMap(one) && hasBounds(below(one['intervals'], keys.slice(depth))));
}

const below = (value: unknown, keys: readonly string[]): unknown =>
  keys.reduce<unknown>((inner, key) => (isMap(inner) ? inner[key] : undefined), value);
