import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { measuredDigest, readDigests, writtenDigest } from '../../bench/digests.ts';
import { lineOf, rowOf } from '../../bench/gallery.ts';
import { measure, scenarioFiles } from '../../bench/measured.ts';
import { indexLine, reportOf } from '../../bench/reports.ts';

const scenarios = readFileSync('scenarios/README.md', 'utf8');
const reports = readFileSync('reports/README.md', 'utf8');
const digests = readDigests();
/** All figures are measured again where `HASIM_GALLERY=all` asks for it; it takes some minutes. */
const WHOLE = process.env.HASIM_GALLERY === 'all';
/** Two of them always are. */
const SAMPLES = WHOLE ? scenarioFiles() : ['product-rds-three-node.yaml', 'product-snapshot.yaml'];

const lineIn = (page: string, link: string): string =>
  page.split('\n').find((line) => line.startsWith('| [') && line.includes(`](${link})`)) ?? '';
const writtenOf = (file: string): readonly string[] => {
  const name = file.replace('.yaml', '');
  return [lineIn(scenarios, file), lineIn(reports, `${name}.md`), readFileSync(`reports/${name}.md`, 'utf8')];
};

describe('the list of scenarios', () => {
  it('has every scenario, with what the head of its file says (refresh it with `npm run scenarios`)', () => {
    const listed = [...scenarios.matchAll(/^\| \[[^\]]+\]\(([^)]+)\) \| (.*?) \| /gm)].map(([, file, about]) => [
      file,
      about,
    ]);
    expect(listed).toEqual(scenarioFiles().map((file) => [file, rowOf(file).about.replaceAll('|', '\\|')]));
  });
});

describe.each(scenarioFiles())('what is written of %s (refresh it with `npm run scenarios`)', (file) => {
  it('was measured of this scenario by this simulator: a small run and a drill of each fault are as they were then', () => {
    expect(measuredDigest(file)).toBe(digests.get(file)?.measured);
  });

  it('is what the command has written', () => {
    expect(writtenDigest(writtenOf(file))).toBe(digests.get(file)?.written);
  });
});

describe.each(SAMPLES)('what is written of %s, measured again', (file) => {
  it('has the figures that a run and drills give', () => {
    const measured = measure(file);
    expect(writtenOf(file)).toEqual([
      lineOf(rowOf(file, measured)),
      indexLine(file, measured),
      reportOf(file, measured),
    ]);
  }, 60_000);
});

describe('the index of reports', () => {
  it('has a report of every scenario, and sets cost against downtime of those that state what they cost to run', () => {
    const [index, costs] = reports.split('## Cost against downtime');
    const listed = [...index!.matchAll(/^\| \[[^\]]+\]\(([^)]+)\.md\)/gm)].map(([, name]) => `${name}.yaml`);
    expect(listed).toEqual(scenarioFiles());
    const priced = [...costs!.matchAll(/^\| \[([^\]]+)\]\([^)]+\.md\) \| [\d,.]+ \| .* \|$/gm)].map(([, name]) => name);
    expect(priced.length).toBeGreaterThan(2);
    expect(readFileSync('reports/charts/cost-against-downtime.png').subarray(1, 4).toString()).toBe('PNG');
  });
});
