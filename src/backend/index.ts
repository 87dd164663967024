export type { Heading } from './heading.ts';
export { inOrder } from './in-order.ts';
export { Journal, type JournalRecord } from './journal.ts';
export { JournalRefused, JournalUnwritable } from './journal-errors.ts';
export type { Json } from './json.ts';
export { packed, unpacked } from './packed.ts';
export { BlockFailed, type BlockTask, type Pool, type ScenarioPart } from './task.ts';
export { type ThreadOptions, Threads } from './threads.ts';
