import { BLOCK_SIZE, type Part, type PartWork, partWork } from '../experiment/index.ts';
import type { Model, Scenario } from '../scenario/index.ts';
import { BlockWork } from './block-work.ts';

/** What parts are done on: blocks want it compiled, others change it first. */
export interface Ground {
  scenario(): Scenario;
  model(): Model;
}

/** Begins a part. */
export const workOf = (ground: Ground, part: Part): PartWork =>
  part.kind === undefined ? new BlockWork(ground.model(), part) : partWork(ground.scenario(), part);

/** Where a part begins: the first of its replications, drills or schedules. */
export function firstOf(part: Part): number {
  if (part.kind === undefined) return part.index * BLOCK_SIZE;
  if (part.kind === 'rare') return part.index;
  return part.kind === 'drills' ? part.first : 0;
}
