import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

/** Where Debian and others put it; `HASIM_CHROMIUM` says otherwise. */
const PATHS = [process.env.HASIM_CHROMIUM, '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
export const CHROMIUM = PATHS.find((path) => path !== undefined && path !== '' && existsSync(path));

/**
 * Whether pages can be looked at here. Where there is no browser that is said, and in CI it is a failure: a check that
 * is left out unnoticed checks nothing.
 */
export function browserHere(): boolean {
  if (CHROMIUM !== undefined) return true;
  const advice = 'no Chromium: install Debian\'s "chromium", or name one in HASIM_CHROMIUM';
  if (process.env.CI) throw new Error(advice);
  process.stderr.write(`SKIPPED, pages are not looked at: ${advice}\n`);
  return false;
}

/** A browser that asks nobody for anything by itself. */
export const openBrowser = (): Promise<Browser> =>
  chromium.launch({
    executablePath: CHROMIUM!,
    args: [
      '--headless',
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
