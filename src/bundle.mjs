// Bundles each program that runs in a browser or in a thread, and the command line, and puts the licences of what they contain beside them.
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import commonjs from '@rollup/plugin-commonjs';
import { nodeResolve } from '@rollup/plugin-node-resolve';
import { build, transform } from 'esbuild';
import { rollup } from 'rollup';

const SRC = dirname(fileURLToPath(import.meta.url));
const ROOT = dirname(SRC);
const TSCONFIG = readFileSync(join(ROOT, 'tsconfig.json'), 'utf8');

/** A folder of src with a main.ts, and files that go beside the program as they are. */
const PROGRAMS = [
  { name: 'desk', files: ['index.html', 'desk.css'] },
  // Goes alone into pages: the notices of what it contains go with it.
  { name: 'page', files: [], notices: 'inline' },
];

for (const { name, files, notices = 'none' } of PROGRAMS) {
  const out = join(ROOT, 'dist', name);
  mkdirSync(out, { recursive: true });
  for (const file of files) copyFileSync(join(SRC, name, file), join(out, file));
  const { metafile } = await build({
    entryPoints: [join(SRC, name, 'main.ts')],
    outfile: join(out, `${name}.js`),
    absWorkingDir: ROOT,
    bundle: true,
    minify: true,
    format: 'iife',
    target: 'es2022',
    legalComments: notices,
    metafile: true,
  });
  writeFileSync(join(out, 'LICENSES.txt'), licencesOf(Object.keys(metafile.inputs)));
}

/** Packages of CommonJS ask for modules of Node. */
const REQUIRING = "import{createRequire as requiring}from'node:module';const require=requiring(import.meta.url);";

/** Packages that are optional, or that look for files of their own. */
const OUTSIDE = /^(piscina|bullmq|ioredis|chart\.js|chartjs-node-canvas|@napi-rs\/.*|@fontsource\/.*)(\/|$)/u;

/**
 * What runs in Node is bundled by Rollup, which leaves `const` as it is. esbuild makes `var` of it, which V8 must read and
 * look at each time instead of knowing it: the same blocks of reference-m1 took 1.3 times the time (`npm run bench`).
 */
async function bundle(entry, output, options = {}) {
  const made = await rollup({
    input: join(SRC, entry),
    external: (id) => id.startsWith('node:') || OUTSIDE.test(id),
    plugins: [typescript, nodeResolve({ preferBuiltins: true, exportConditions: ['node'] }), commonjs()],
    // What packages are written like is not ours to mend.
    onLog: (level, { message, id, ids = [id] }) => {
      if (level === 'warn' && !ids.some((one) => one?.includes('node_modules'))) throw new Error(message);
    },
    ...options,
  });
  const { output: files } = await made.write({
    format: 'es',
    banner: REQUIRING,
    plugins: [withoutComments],
    ...output,
  });
  await made.close();
  return files.filter(({ type }) => type === 'chunk');
}

/** The files of which something has been taken, with how much. */
const taken = (chunks) =>
  chunks
    .flatMap(({ modules }) => Object.entries(modules))
    .map(([id, { renderedLength }]) => ({
      file: relative(ROOT, id.replace(/^\0|\?.*$/gu, '')),
      length: renderedLength,
    }))
    .filter(({ length }) => length > 0);

/**
 * A thread loads this one file with what simulating takes: from the files as they are it would load how scenarios are read
 * too, and hold twice the memory. Names stay, for those who read a stack trace.
 */
async function bundleThread() {
  const folder = join(ROOT, 'dist/backend');
  const parts = taken(
    await bundle(
      'backend/thread.ts',
      { file: join(folder, 'thread.js') },
      // What is not used of a file of hasim is left out, whatever else the file holds.
      { treeshake: { moduleSideEffects: (id) => !id.startsWith(SRC) } },
    ),
  );
  refuseReaders(parts);
  writeFileSync(join(folder, 'LICENSES.txt'), licencesOf(parts.map(({ file }) => file)));
}

/** The command line starts in a third of the time from a file and one for each command than from a thousand. */
async function bundleCommands() {
  const dir = join(ROOT, 'dist/cli');
  const chunks = await bundle('cli/main.ts', { dir, entryFileNames: 'main.js', chunkFileNames: 'part-[hash].js' });
  writeFileSync(join(dir, 'LICENSES.txt'), licencesOf(taken(chunks).map(({ file }) => file)));
}

/** Types are taken away, and data of packages are given a name. A file that looks for others from where it stands looks for them from where it stood before. */
const typescript = {
  name: 'typescript',
  resolveId: (source, importer) =>
    importer?.startsWith(SRC) && /^[.].*[.]ts$/u.test(source) ? join(dirname(importer), source) : null,
  async transform(text, id) {
    if (id.endsWith('.json')) return { code: `export default ${text}`, map: null };
    if (!id.endsWith('.ts')) return null;
    const { code } = await transform(text, { loader: 'ts', target: 'node20', format: 'esm', tsconfigRaw: TSCONFIG });
    const place = relative(join(SRC, 'cli'), id).replaceAll('\\', '/');
    return {
      code: code.replaceAll('import.meta.url', `new URL(${JSON.stringify(place)}, import.meta.url).href`),
      map: null,
    };
  },
};

/** The notices stand in LICENSES.txt; a thread would hold them with the rest of its text. */
const withoutComments = {
  name: 'without-comments',
  renderChunk: (text) => transform(text, { minifyWhitespace: true, legalComments: 'none', target: 'node20' }),
};

/** What only reading a scenario takes has no place in a thread: forms stand in files of their own, beside what runs. */
function refuseReaders(parts) {
  const kept = parts.map(({ file }) => file).filter((file) => /^node_modules[/](zod|yaml)[/]/u.test(file));
  if (kept.length > 0) throw new Error(`a thread would hold ${kept.join(', ')}`);
}

/** The licence of every package that a bundle has taken something from. */
function licencesOf(inputs) {
  const folders = inputs.flatMap((input) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/u.exec(input)?.[0] ?? []);
  return [...new Set(folders)].sort().map(licenceOf).join('\n');
}

function licenceOf(folder) {
  const { name, version, license } = JSON.parse(readFileSync(join(ROOT, folder, 'package.json'), 'utf8'));
  const file = readdirSync(join(ROOT, folder)).find((one) => /^licen[cs]e/iu.test(one));
  const path = join(ROOT, folder, file ?? '');
  const text = file !== undefined && existsSync(path) ? readFileSync(path, 'utf8').trim() : license;
  return `${name} ${version} (${license})\n\n${text}\n\n${'-'.repeat(72)}\n`;
}

await bundleThread();
await bundleCommands();
