import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { type Measured, measure, type Size } from './measured.ts';
import { indexLine, reportOf } from './reports.ts';

/** Where they stand: written together with the figures, by the same command. */
export const DIGESTS = 'reports/digests.json';

/** What tells whether figures are still those that the command gives, of one scenario. */
export interface Digest {
  /** Of a small run and a drill of each fault: the scenario or what simulates it has changed where this has. */
  readonly measured: string;
  /** Of what the large ones have written: nobody has written anything else there since. */
  readonly written: string;
}

/** Enough that whatever changes a figure changes something here, and few enough to do for every scenario in every test. */
const SMALL: Size = { runs: 2, years: 2, times: 1 };

const hash = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 16);

/** Every figure of a small run with its trace, and of each fault drilled once. */
export function measuredDigest(file: string): string {
  const { run, drill } = measure(file, SMALL);
  return hash(
    JSON.stringify([
      { ...run, hasim: '' },
      { ...drill, hasim: '' },
    ]),
  );
}

/** The line of a scenario in the list of scenarios, in the index of reports, and its report. */
export const writtenDigest = (lines: readonly string[]): string => hash(lines.join('\n'));

export function digestOf(file: string, all: Measured, line: string): Digest {
  return { measured: measuredDigest(file), written: writtenDigest([line, indexLine(file, all), reportOf(file, all)]) };
}

export const writeDigests = (digests: ReadonlyMap<string, Digest>): void =>
  writeFileSync(DIGESTS, `${JSON.stringify(Object.fromEntries(digests), null, 1)}\n`);

export const readDigests = (): ReadonlyMap<string, Digest> =>
  new Map(
    existsSync(DIGESTS) ? Object.entries(JSON.parse(readFileSync(DIGESTS, 'utf8')) as Record<string, Digest>) : [],
  );
