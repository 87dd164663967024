import type { IncomingMessage } from 'node:http';

/** An answer that is not what was asked for: status and a sentence for the page. */
export class Rejection extends Error {
  readonly status: number;
  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}

/** What every answer carries: nothing from elsewhere is loaded, nothing is framed elsewhere, nothing is kept. */
export const HEADERS: Readonly<Record<string, string>> = {
  'cache-control': 'no-store',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
};

/** Reports stand in frames without an origin, and bring their own styles and scripts; the page itself loads its two files. */
export const PAGE_POLICY = [
  "default-src 'none'",
  "script-src 'self' 'unsafe-inline'",
  "style-src 'self' 'unsafe-inline'",
  "connect-src 'self'",
  "frame-src 'self'",
  'img-src data: blob:',
  'font-src data:',
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'self'",
].join('; ');

const LOOPBACK = ['127.0.0.1', 'localhost', '[::1]'];

/**
 * Refuses what another site could have sent through this user's browser: a name that was pointed at this machine (DNS
 * rebinding) by its Host, and requests across sites by their Origin and by a type that forms cannot send.
 * @param host the address that was given to listen on
 */
export function refuseStrangers({ headers, method }: IncomingMessage, host: string, port: number): void {
  const names = [...LOOPBACK, host].map((name) => `${name}:${port}`);
  if (!names.includes(headers.host ?? '')) throw new Rejection(403, 'this page is served to this machine only');
  if (method === 'GET') return;
  const { origin } = headers;
  if (origin !== undefined && !names.some((name) => origin === `http://${name}`)) {
    throw new Rejection(403, 'another site asked');
  }
  if (!/^application\/json\b/u.test(headers['content-type'] ?? '')) throw new Rejection(415, 'expected JSON');
}
