import { closeSync, constants, fstatSync, lstatSync, openSync, readSync } from 'node:fs';
import { join } from 'node:path';

/** Why a file of a bundle was not read: it is no regular file within the bundle, or has more bytes than were asked for. */
export type Unread = 'irregular' | 'larger';

/** Opens neither a pipe, which would make it wait, nor a link, even if it came after the look. */
const READ = constants.O_RDONLY | constants.O_NONBLOCK | constants.O_NOFOLLOW;

/** The bytes of a file of a bundle, if there are no more than `most`. Throws what the system says where there is none. */
export function bytesOf(folder: string, name: string, most: number): Buffer | Unread {
  if (!isWithin(folder, name)) return 'irregular';
  const handle = openSync(join(folder, name), READ);
  try {
    const stats = fstatSync(handle);
    if (!stats.isFile()) return 'irregular';
    return stats.size > most ? 'larger' : filled(Buffer.alloc(stats.size), handle);
  } finally {
    closeSync(handle);
  }
}

/** Folders all the way and a regular file at its end; a link is neither, wherever it leads. */
function isWithin(folder: string, name: string): boolean {
  const steps = name.split('/');
  return steps.every((_, i) => {
    const stats = lstatSync(join(folder, ...steps.slice(0, i + 1)));
    return i === steps.length - 1 ? stats.isFile() : stats.isDirectory();
  });
}

/** As much as is there; no more than it takes. */
function filled(buffer: Buffer, handle: number): Buffer {
  let size = 0;
  while (size < buffer.length) {
    const read = readSync(handle, buffer, size, buffer.length - size, null);
    if (read === 0) break;
    size += read;
  }
  return buffer.subarray(0, size);
}
