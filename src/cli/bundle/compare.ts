import { firstDifference, inValues } from './difference.ts';
import { contentOf, type Finding, openBundle } from './look.ts';
import { type ListedFile, MANIFEST, type Manifest } from './manifest.ts';

/** Compares a bundle with the one that was made anew: what its manifest tells, every file, and whether any is left out. */
export function compare(folder: string, manifest: Manifest, fresh: string): readonly Finding[] {
  const made = openBundle(fresh);
  if (made === undefined) return [{ file: MANIFEST, what: 'differs', where: '–' }];
  const listed = new Set(manifest.files.map(({ name }) => name));
  const left = made.files.filter(({ name, once }) => once !== true && !listed.has(name));
  return [
    ...falseFacts(manifest, made),
    ...manifest.files.filter((file) => !mayVary(file, made)).flatMap(({ name }) => compareFile(folder, fresh, name)),
    ...left.map(({ name }): Finding => ({ file: name, what: 'missing' })),
  ];
}

/** What a manifest tells beside the hashes of files; Node's version is told elsewhere, as one major version makes the same bytes. */
const factsOf = ({ hasim, command, scenario, seed, traceHash }: Manifest): [string, unknown][] => [
  ['hasim', hasim],
  ['command', command],
  ['scenario.name', scenario.name],
  ['scenario.file', scenario.file],
  ['scenario.sha256', scenario.sha256],
  ['seed', seed],
  ['traceHash', traceHash],
];

function falseFacts(told: Manifest, made: Manifest): Finding[] {
  const truth = new Map(factsOf(made));
  return factsOf(told).flatMap(([name, value]): Finding[] => {
    const where = inValues(value, truth.get(name), name);
    return where === undefined ? [] : [{ file: MANIFEST, what: 'differs', where }];
  });
}

/** Only what hasim draws comes out otherwise elsewhere, or not at all: that a manifest says so of another file is not enough. */
const mayVary = ({ name, once }: ListedFile, made: Manifest): boolean =>
  once === true && (name.startsWith('charts/') || made.files.some((file) => file.name === name && file.once === true));

function compareFile(folder: string, fresh: string, name: string): Finding[] {
  const is = contentOf(fresh, name);
  if (is === undefined) return [{ file: name, what: 'differs', where: '–' }];
  const where = firstDifference(name, contentOf(folder, name) ?? Buffer.alloc(0), is);
  return where === undefined ? [] : [{ file: name, what: 'differs', where }];
}
