import type { PathPart } from '../../language/index.ts';
import { isRawMap, type RawRecord } from '../raw.ts';

/** Why a value cannot be set at a path: the number of the part that leads nowhere, and what is wrong with it. */
export class NoWay extends Error {
  readonly part: number;
  constructor(part: number, message: string) {
    super(message);
    this.name = 'NoWay';
    this.part = part;
  }
}

/** What stands at a path by default, where that is a map: `{lognormal: …}`. */
export type Standing = (path: readonly PathPart[]) => RawRecord | undefined;

/** The values of a scenario with one of them set; what is on the way to it is made, the rest is shared. */
export function withValue(
  raw: RawRecord,
  path: readonly PathPart[],
  value: unknown,
  standing: Standing = () => undefined,
): RawRecord {
  return mapWith(raw, path, 0, value, standing);
}

function mapWith(map: RawRecord, path: readonly PathPart[], i: number, value: unknown, standing: Standing): RawRecord {
  const copy: Record<string, unknown> = Object.assign(Object.create(null), map);
  copy[String(path[i])] = inner(copy[String(path[i])], path, i, value, standing);
  return copy;
}

function inner(old: unknown, path: readonly PathPart[], i: number, value: unknown, standing: Standing): unknown {
  if (i === path.length - 1) return value;
  if (Array.isArray(old)) return listWith(old, path, i + 1, value, standing);
  if (isRawMap(old)) return mapWith(old, path, i + 1, value, standing);
  if (old !== undefined && old !== null)
    throw new NoWay(i + 1, `nothing stands below \`${path[i]}\`, which is \`${old}\``);
  return mapWith(standing(path.slice(0, i + 1)) ?? {}, path, i + 1, value, standing);
}

function listWith(
  list: readonly unknown[],
  path: readonly PathPart[],
  i: number,
  value: unknown,
  standing: Standing,
): unknown[] {
  const index = path[i];
  if (typeof index !== 'number' || index >= list.length)
    throw new NoWay(i, `\`${path[i - 1]}\` is a list of ${list.length}, counted from 0`);
  return list.with(index, inner(list[index], path, i, value, standing));
}
