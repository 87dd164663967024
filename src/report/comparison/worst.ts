import type { ComparisonResult, RecoveryByClass, RpoByClass } from '../../experiment/index.ts';
import { clean } from '../cells.ts';
import { count } from '../figures.ts';
import { quantile, worstFirst } from '../sections/recovery.ts';
import type { Words } from '../words/index.ts';
import { letterOf } from './letters.ts';

type Row = RpoByClass | RecoveryByClass;

/** Which variant's worst recovery is the quickest, and which loses the least: sentences, none where fewer than two were seen. */
export function worstSentences({ scenarios }: ComparisonResult, workload: string | undefined, words: Words): string[] {
  const say = words.verdict;
  const times = scenarios.map(({ workloads }) =>
    workload === undefined ? [] : (workloads[workload]?.rtoSeconds ?? []),
  );
  const points = scenarios.map(({ stores }) => Object.values(stores).flatMap(({ rpoSeconds }) => rpoSeconds));
  return [
    ...sentence(times, { best: say.worstRto, same: say.sameRto }, words),
    ...sentence(points, { best: say.worstRpo, same: say.sameRpo }, words),
  ];
}

interface Say {
  readonly best: (who: string, figure: string) => string;
  readonly same: (figure: string) => string;
}

function sentence(of: readonly (readonly Row[])[], { best, same }: Say, words: Words): string[] {
  const say = words.verdict;
  const worst = of.flatMap((rows, i) =>
    [...rows]
      .sort(worstFirst)
      .slice(0, 1)
      .map((row) => ({ i, row })),
  );
  if (worst.length < 2) return [];
  const ranked = [...worst].sort((a, b) => worstFirst(b.row, a.row));
  const [first, last] = [ranked[0]!, ranked.at(-1)!];
  const unseen = of.flatMap((rows, i) => (rows.length === 0 ? [letterOf(i)] : []));
  const figure = ({ row }: typeof first): string => quantile(row, 'p95', words);
  const where = (one: typeof first): string =>
    `${figure(one)} (${[words.classes[one.row.class], clean(one.row.domain), words.compare.seen(count(one.row.count))].join(words.listSeparator)})`;
  const told =
    figure(first) === figure(last)
      ? [same(figure(first))]
      : [best(letterOf(first.i), where(first)), say.longest(letterOf(last.i), where(last))];
  const missing = unseen.length === 0 ? [] : [say.noneOf(unseen.join(words.listSeparator))];
  return [`${[...told, ...missing].join(say.join)}${say.end}`];
}
