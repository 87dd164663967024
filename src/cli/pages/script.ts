import { readFileSync } from 'node:fs';

/** The program within a page, beside this one where it was built. */
export const pageScript = (): string => readFileSync(new URL('../../page/page.js', import.meta.url), 'utf8');
