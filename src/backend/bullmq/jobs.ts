import { createHash } from 'node:crypto';
import type { BlockPart } from '../../experiment/index.ts';
import { FORM, VERSION } from '../../experiment/index.ts';
import type { BlockTask, Cause, ScenarioPart } from '../task.ts';

/** One block as it travels; its scenario lies beside it, once for all blocks. */
export interface JobData extends BlockPart {
  readonly scenario: Omit<ScenarioPart, 'text' | 'read'> & { readonly sha256: string };
}

/** What a worker sends back, as JSON: a packed tape, or what would happen again wherever the block is run. */
export type JobAnswer =
  | { readonly tape: string }
  | { readonly message: string; readonly replication: number; readonly how: Cause; readonly code?: string };

export const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex');

/** Only workers of the same version and form of tapes, on the same major version of Node, give the same bytes: they share a queue. */
export const queueName = (): string => `hasim-${VERSION}-${FORM}-node${Number.parseInt(process.versions.node, 10)}`;

export const jobOf = ({ scenario: { text, read: _, ...scenario }, ...task }: BlockTask): JobData => ({
  scenario: { ...scenario, sha256: hashOf(text) },
  ...task,
});

/** The same block has the same name, whoever asks for it and whenever: it is run once. */
export const jobId = (data: JobData): string => hashOf(JSON.stringify(data)).slice(0, 40);

export const textKey = (sha256: string): string => `hasim:scenario:${sha256}`;

/** How long scenarios and results that nobody has fetched are kept, seconds. */
export const KEPT_SECONDS = 7 * 86_400;
