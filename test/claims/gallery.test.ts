import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { lineOf, rowOf, scenarioFiles } from '../../bench/gallery.ts';

const page = readFileSync('scenarios/README.md', 'utf8');

describe('the list of scenarios', () => {
  it('has every scenario, with what the head of its file says (refresh it with `npm run scenarios`)', () => {
    const listed = [...page.matchAll(/^\| \[[^\]]+\]\(([^)]+)\) \| (.*?) \| /gm)].map(([, file, about]) => [
      file,
      about,
    ]);
    expect(listed).toEqual(scenarioFiles().map((file) => [file, rowOf(file, false).about.replaceAll('|', '\\|')]));
  });

  it.each(['product-rds-three-node.yaml', 'product-snapshot.yaml'])('has the figures that %s gives', (file) => {
    expect(page).toContain(lineOf(rowOf(file, true)));
  });
});
