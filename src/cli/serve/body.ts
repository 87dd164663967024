import type { IncomingMessage } from 'node:http';
import type { ZodType } from 'zod';
import { Rejection } from './guard.ts';

/** Bytes: several variants of the largest scenario. */
const LARGEST = 4_000_000;

/** Reads a request's JSON in the form asked for. */
export async function bodyOf<T>(request: IncomingMessage, form: ZodType<T>): Promise<T> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    const bytes = Buffer.from(chunk);
    size += bytes.length;
    if (size > LARGEST) throw new Rejection(413, 'larger than 4 MB');
    chunks.push(bytes);
  }
  const parsed = form.safeParse(parsedJson(Buffer.concat(chunks).toString('utf8')));
  if (!parsed.success)
    throw new Rejection(
      400,
      parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; '),
    );
  return parsed.data;
}

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new Rejection(400, 'this is not JSON');
  }
}
