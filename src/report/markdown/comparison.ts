import { byCodeUnit } from '../../base/index.ts';
import type { ComparisonResult } from '../../experiment/index.ts';
import { caveats } from '../comparison/caveats.ts';
import type { GridRow } from '../comparison/grid.ts';
import { letterOf } from '../comparison/letters.ts';
import { comparisonVerdict } from '../comparison/verdict.ts';
import { comparisonCommand, comparisonGrid, cutText } from '../comparison-report.ts';
import { count, stated } from '../figures.ts';
import { yearsText } from '../seen.ts';
import { wordsOf } from '../words/index.ts';
import type { MarkdownOptions } from './report.ts';
import { code, markdownTable, plain } from './text.ts';

/** Scenarios side by side, for a pull request. */
export function markdownComparison(
  comparison: ComparisonResult,
  { language = 'en', pictures = [] }: MarkdownOptions = {},
): string {
  const words = wordsOf(language);
  const { scenarios, runs, yearsPerRun, seed } = comparison;
  const names = [...new Set(scenarios.flatMap(({ workloads }) => Object.keys(workloads)))].sort(byCodeUnit);
  const facts = [
    words.header.simulated(count(runs), stated(yearsPerRun), yearsText(runs * yearsPerRun)),
    words.header.seed(seed),
    words.compare.paired,
  ].join(' · ');
  const blocks = [
    [
      `# ${scenarios.map(({ scenario }, i) => plain(`${letterOf(i)} ${scenario.name}`)).join(' · ')}`,
      '',
      `**${plain(comparisonVerdict(comparison, words))}**`,
      '',
      plain(facts),
      '',
      ...[cutText(comparison, words), ...caveats(comparison, words)]
        .filter((text) => text !== '')
        .flatMap((text) => [plain(text), '']),
    ],
    pictures.flatMap(({ file, title }) => [`![${plain(title)}](${encodeURI(file)})`, '']),
    ...comparisonGrid(comparison, names, words).flatMap(([title, rows]) =>
      rows.length === 0
        ? []
        : [
            [
              `## ${plain(title)}`,
              '',
              ...grid(
                rows,
                scenarios.map((_, i) => letterOf(i)),
              ),
            ],
          ],
    ),
    [plain(words.foot.replay), '', code(comparisonCommand(comparison))],
  ];
  return `${blocks.flat().join('\n').trimEnd()}\n`;
}

const grid = (rows: readonly GridRow[], letters: readonly string[]): string[] =>
  markdownTable(rows, [
    { title: '', cell: ({ label }) => plain(label) },
    ...letters.map((letter, i) => ({
      title: letter,
      cell: ({ fields }: GridRow) => (fields[i]?.lines ?? []).map(plain).join('<br>'),
    })),
  ]);
