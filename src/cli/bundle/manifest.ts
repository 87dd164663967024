import { createHash } from 'node:crypto';
import { posix } from 'node:path';
import * as z from 'zod';
import { documentText } from '../../index.ts';
import { type BundleFile, ENDED } from './evidence.ts';

export const MANIFEST = 'manifest.json';
const FORMAT = 1;
/** Bytes of one file; no text of Node is longer. */
export const LARGEST_FILE = 2 ** 30;

/** A path inside the bundle and nowhere else, in the one way to write it. */
const inside = z
  .string()
  .min(1)
  .refine((name) => !/^[/\\]|^[a-z]:|\0/i.test(name) && !name.split(/[/\\]/).includes('..'))
  .refine((name) => posix.normalize(name) === name);

const manifestForm = z.object({
  bundle: z.literal(FORMAT),
  /** The version that made it. */
  hasim: z.string(),
  /** The version of Node that made it. Bytes are promised within a major version. */
  node: z.string(),
  /** What gives the same files again, beside the scenario: `["run", "shop.yaml", "--runs", "1000", …]`. */
  command: z.array(z.string()).min(2),
  /** Where less was done than was asked for: why. The command above asks for just that. */
  ended: z.enum(ENDED).optional(),
  /** The command asks for more than what was finished when it was interrupted: nothing gives the same files again. */
  partial: z.literal(true).optional(),
  scenario: z.object({ name: z.string(), file: inside, sha256: z.string() }),
  seed: z.string(),
  /** Over all that happened; null where the command keeps none. */
  traceHash: z.string().nullable(),
  files: z.array(
    z.object({
      name: inside,
      bytes: z.number().int().min(0).max(LARGEST_FILE),
      sha256: z.string(),
      once: z.literal(true).optional(),
    }),
  ),
});
export type Manifest = z.output<typeof manifestForm>;
export type ListedFile = Manifest['files'][number];

export const sha256 = (content: string | Uint8Array): string => createHash('sha256').update(content).digest('hex');

export const listed = ({ name, content, once }: BundleFile): ListedFile => ({
  name,
  bytes: Buffer.byteLength(content),
  sha256: sha256(content),
  ...(once === undefined ? {} : { once }),
});

export const manifestText = (facts: Omit<Manifest, 'bundle'>): string => documentText({ bundle: FORMAT, ...facts });

/** Reads a manifest; undefined if it is none. */
export function readManifest(text: string): Manifest | undefined {
  try {
    return manifestForm.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}
