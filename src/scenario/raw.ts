/** A map of a scenario before its values are understood. */
export type RawRecord = Readonly<Record<string, unknown>>;

export const isRawMap = (raw: unknown): raw is RawRecord =>
  typeof raw === 'object' && raw !== null && !Array.isArray(raw);
