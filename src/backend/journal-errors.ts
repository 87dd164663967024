/** A journal that cannot be continued: it belongs to other work, or nobody asked for that. */
export class JournalRefused extends Error {
  readonly file: string;
  readonly reasons: readonly string[];
  constructor(file: string, reasons: readonly string[]) {
    super(`${file}: this journal cannot be continued: ${reasons.join('; ')}`);
    this.name = 'JournalRefused';
    this.file = file;
    this.reasons = reasons;
  }
}

/** A journal that the system does not let be read or written. */
export class JournalUnwritable extends Error {
  readonly file: string;
  /** `ENOSPC`: no space is left. */
  readonly code: string;
  constructor(file: string, code: string, reason: string) {
    super(`${file}: the journal cannot be written (${reason})`);
    this.name = 'JournalUnwritable';
    this.file = file;
    this.code = code;
  }
}

const REASONS: ReadonlyMap<string, string> = new Map([
  ['ENOSPC', 'no space is left'],
  ['EDQUOT', 'the quota is used up'],
  ['EFBIG', 'the file would be too large'],
  ['EACCES', 'permission denied'],
  ['ENOENT', 'there is no such directory'],
  ['EISDIR', 'it is a directory'],
]);

export function journalUnwritable(file: string, error: unknown): Error {
  if (!(error instanceof Error) || !('code' in error)) return error instanceof Error ? error : new Error(String(error));
  const code = String(error.code);
  return new JournalUnwritable(file, code, REASONS.get(code) ?? code);
}
