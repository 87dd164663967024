import { readFileSync } from 'node:fs';

/** A file that the build has put beside this one. */
export interface Asset {
  readonly type: string;
  readonly bytes: Buffer;
}

const TYPES = {
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  html: 'text/html; charset=utf-8',
};

/** The page, its script and its style: dist/desk, from wherever this module runs. */
export function loadAssets(): ReadonlyMap<string, Asset> {
  const load = (file: string, type: string): Asset => ({
    type,
    bytes: readFileSync(new URL(`../../desk/${file}`, import.meta.url)),
  });
  return new Map([
    ['/', load('index.html', TYPES.html)],
    ['/desk.js', load('desk.js', TYPES.js)],
    ['/desk.css', load('desk.css', TYPES.css)],
  ]);
}
