import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Opened } from './report.ts';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

interface Violation {
  readonly id: string;
  readonly nodes: readonly { readonly html: string }[];
}

/** All rules are tried on everything; of what they accept nothing is written down. */
const OPTIONS = JSON.stringify({
  runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'best-practice'],
  resultTypes: ['violations'],
});

/** What axe finds wrong by WCAG 2 A and AA and good practice, a line each. */
export async function faultsOf({ page }: Pick<Opened, 'page'>): Promise<string[]> {
  if (await page.evaluate<boolean>('window.axe === undefined')) await page.evaluate(AXE);
  const violations = await page.evaluate<Violation[]>(
    `axe.run(${OPTIONS}).then(({ violations }) => violations.map(({ id, nodes }) => ({ id, nodes: nodes.map(({ html }) => ({ html })) })))`,
  );
  return violations.map(({ id, nodes }) => `${id}: ${nodes.length}, such as ${nodes[0]!.html.slice(0, 160)}`);
}
