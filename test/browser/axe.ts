import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Opened } from './report.ts';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

interface Violation {
  readonly id: string;
  readonly nodes: readonly { readonly html: string }[];
}

/** What axe finds wrong by WCAG 2 A and AA and good practice, a line each. */
export async function faultsOf({ page }: Pick<Opened, 'page'>): Promise<string[]> {
  await page.evaluate(AXE);
  const tags = JSON.stringify(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'best-practice']);
  const violations = await page.evaluate<Violation[]>(
    `axe.run({ runOnly: ${tags} }).then(({ violations }) => violations.map(({ id, nodes }) => ({ id, nodes: nodes.map(({ html }) => ({ html })) })))`,
  );
  return violations.map(({ id, nodes }) => `${id}: ${nodes.length}, such as ${nodes[0]!.html.slice(0, 160)}`);
}
