/**
 * Requests that a client sends for one that it wants served, when each attempt succeeds with chance `success` and `retries`
 * more may follow a failure: 1 + q + … + q^retries with q = 1 − success.
 */
export function attempts(success: number, retries: number): number {
  const fail = 1 - success;
  let sum = 1;
  let term = 1;
  for (let i = 0; i < retries; i++) {
    term *= fail;
    sum += term;
  }
  return sum;
}

/** The chance that one of the attempts succeeds. A retry goes afresh through the same entry and may meet the same dead server. */
export function afterRetries(success: number, retries: number): number {
  let failed = 1 - success;
  const fail = failed;
  for (let i = 0; i < retries; i++) failed *= fail;
  return 1 - failed;
}

/** Attempts closer than this count as settled. */
export const SETTLED = 1e-9;
