// Bundles each program that runs in a browser or in a thread, and the command line, and puts the licences of what they contain beside them.
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const SRC = dirname(fileURLToPath(import.meta.url));
const ROOT = dirname(SRC);

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
const REQUIRING = {
  js: "import{createRequire as requiring}from'node:module';const require=requiring(import.meta.url);",
};

/**
 * A thread loads this one file with what simulating takes: from the files as they are it would load how scenarios are read
 * too, and hold twice the memory. Names stay, for those who read a stack trace.
 */
async function bundleThread() {
  const { metafile } = await build({
    entryPoints: [join(SRC, 'backend/thread.ts')],
    outfile: join(ROOT, 'dist/backend/thread.js'),
    absWorkingDir: ROOT,
    bundle: true,
    minifyWhitespace: true,
    minifySyntax: true,
    // They stand in LICENSES.txt; a thread would hold them with the rest of its text.
    legalComments: 'none',
    platform: 'node',
    format: 'esm',
    target: 'node20',
    banner: REQUIRING,
    plugins: [withoutSideEffects],
    metafile: true,
  });
  refuseReaders(Object.values(metafile.outputs)[0].inputs);
  writeFileSync(join(ROOT, 'dist/backend/LICENSES.txt'), licencesOf(Object.keys(metafile.inputs)));
}

/** Packages that are optional, or that look for files of their own. */
const OUTSIDE = ['piscina', 'bullmq', 'ioredis', 'chart.js', 'chartjs-node-canvas', '@napi-rs/*', '@fontsource/*'];

/** The command line starts in a third of the time from a file and one for each command than from a thousand. */
async function bundleCommands() {
  const { metafile } = await build({
    entryPoints: [join(SRC, 'cli/main.ts')],
    outdir: join(ROOT, 'dist/cli'),
    absWorkingDir: ROOT,
    bundle: true,
    splitting: true,
    chunkNames: 'part-[hash]',
    external: OUTSIDE,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    banner: REQUIRING,
    plugins: [whereItWas],
    metafile: true,
  });
  writeFileSync(join(ROOT, 'dist/cli/LICENSES.txt'), licencesOf(Object.keys(metafile.inputs)));
}

/** A file that looks for others from where it stands looks for them from where it stood before. */
const whereItWas = {
  name: 'where-it-was',
  setup({ onLoad }) {
    onLoad({ filter: /[.]ts$/ }, ({ path }) => {
      const text = readFileSync(path, 'utf8');
      if (!text.includes('import.meta.url')) return undefined;
      const place = relative(join(SRC, 'cli'), path).replaceAll('\\', '/');
      const contents = text.replaceAll('import.meta.url', `new URL(${JSON.stringify(place)}, import.meta.url).href`);
      return { contents, loader: 'ts' };
    });
  },
};

/** What only reading a scenario takes has no place in a thread: forms stand in files of their own, beside what runs. */
function refuseReaders(inputs) {
  const readers = Object.keys(inputs).filter((file) => /^node_modules[/](zod|yaml)[/]/u.test(file));
  const kept = readers.filter((file) => inputs[file].bytesInOutput > 0);
  if (kept.length > 0) throw new Error(`a thread would hold ${kept.join(', ')}`);
}

/** Whom {@link withoutSideEffects} asks again for what it is told itself. */
const MARKED = 'marked';

/** What is not used of a file of hasim is left out, whatever else the file holds. */
const withoutSideEffects = {
  name: 'without-side-effects',
  setup({ onResolve, resolve }) {
    onResolve({ filter: /^[.]/ }, async ({ path, importer, resolveDir, kind, pluginData }) => {
      if (!importer.startsWith(SRC) || pluginData === MARKED) return undefined;
      return { ...(await resolve(path, { importer, resolveDir, kind, pluginData: MARKED })), sideEffects: false };
    });
  },
};

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
