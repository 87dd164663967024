import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { lineOf, rowOf } from '../../bench/gallery.ts';
import { measure, scenarioFiles } from '../../bench/measured.ts';
import { costsText, indexLine, reportOf } from '../../bench/reports.ts';

const scenarios = readFileSync('scenarios/README.md', 'utf8');
const reports = readFileSync('reports/README.md', 'utf8');
/** Quick ones: the figures of all are made by one command, and these show that it was called. */
const SAMPLES = ['product-rds-three-node.yaml', 'product-snapshot.yaml'];

describe('the list of scenarios', () => {
  it('has every scenario, with what the head of its file says (refresh it with `npm run scenarios`)', () => {
    const listed = [...scenarios.matchAll(/^\| \[[^\]]+\]\(([^)]+)\) \| (.*?) \| /gm)].map(([, file, about]) => [
      file,
      about,
    ]);
    expect(listed).toEqual(scenarioFiles().map((file) => [file, rowOf(file).about.replaceAll('|', '\\|')]));
  });
});

describe.each(SAMPLES)('what is written of %s (refresh it with `npm run scenarios`)', (file) => {
  const measured = measure(file);

  it('has the figures that a run and drills give', () => {
    expect(scenarios).toContain(lineOf(rowOf(file, measured)));
    expect(reports).toContain(indexLine(file, measured));
    expect(readFileSync(`reports/${file.replace('.yaml', '.md')}`, 'utf8')).toBe(reportOf(file, measured));
  });
});

describe('the index of reports', () => {
  it('sets cost against downtime of those that state what they cost to run', () => {
    const all = new Map(['same-city-recommended.yaml', 'self-built-ha.yaml'].map((file) => [file, measure(file)]));
    const rows = costsText(all).filter((line) => line.startsWith('| ') && !line.startsWith('| scenario'));
    expect(rows).toHaveLength(2);
    for (const row of rows) expect(reports).toContain(row);
    expect(readFileSync('reports/charts/cost-against-downtime.png').subarray(1, 4).toString()).toBe('PNG');
  });

  it('has a report of every scenario', () => {
    const listed = [...reports.matchAll(/^\| \[[^\]]+\]\(([^)]+)\.md\)/gm)].map(([, name]) => `${name}.yaml`);
    expect(listed).toEqual(scenarioFiles());
  });
});
