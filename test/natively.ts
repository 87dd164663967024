import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { transform } from 'esbuild';
import type { Plugin } from 'vitest/config';

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));
const SRC = join(ROOT, 'src');
/** As deep as `src/`: what a file finds beside itself, it finds here too. */
const STRIPPED = join(ROOT, '.tested');
const TSCONFIG = readFileSync(join(ROOT, 'tsconfig.json'), 'utf8');

const filesOf = (folder: string, ending: string): string[] =>
  existsSync(folder)
    ? readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith(ending))
    : [];

const jsOf = (file: string): string => file.replace(/\.ts$/, '.js');

/** A file of `src/` without its types; a map leads an error back to its line. */
async function strip(file: string): Promise<void> {
  const path = join(SRC, file);
  const { code } = await transform(readFileSync(path, 'utf8'), {
    loader: 'ts',
    target: 'node20',
    sourcemap: 'inline',
    sourcefile: path,
    tsconfigRaw: TSCONFIG,
  });
  const js = code.replace(/\b((?:from|import)[ (]*"[.][^"]*)\.ts"/g, '$1.js"');
  const out = join(STRIPPED, jsOf(file));
  if (existsSync(out) && readFileSync(out, 'utf8') === js) return;
  mkdirSync(dirname(out), { recursive: true });
  writeFileSync(out, js);
}

/** `src/` without its types, and nothing else. */
async function stripAll(): Promise<void> {
  const files = filesOf(SRC, '.ts');
  const wanted = new Set(files.map(jsOf));
  for (const file of filesOf(STRIPPED, '.js')) if (!wanted.has(file)) rmSync(join(STRIPPED, file));
  await Promise.all(files.map(strip));
}

let stripped: Promise<void> | undefined;

/**
 * Node itself loads `src/`, of which only the types have been taken away. Vitest's own way of loading makes a look-up in an object of
 * every use of an import, by which a simulation takes half as long again. Who watches is served in the usual way, that notices changes.
 */
export function natively(): Plugin {
  let watched = false;
  return {
    name: 'natively',
    enforce: 'pre',
    configureVitest: ({ vitest }) => {
      watched = vitest.config.watch;
    },
    buildStart: () => {
      stripped ??= stripAll();
      return stripped;
    },
    resolveId(source, importer) {
      if (watched || importer === undefined || !source.startsWith('.')) return undefined;
      const file = relative(SRC, join(dirname(importer), source));
      return file.startsWith('..') || !file.endsWith('.ts')
        ? undefined
        : { id: join(STRIPPED, jsOf(file)), external: true };
    },
  };
}
