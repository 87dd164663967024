import type { DrillResult, ObjectiveVerdict, Result } from '../../experiment/index.ts';
import { clean } from '../cells.ts';
import { fixFirst } from '../html/top/fix.ts';
import { texts } from '../html/voices.ts';
import { type Lines, labelled, type Page } from '../page.ts';
import { headline } from '../standard/tiers.ts';
import type { Language } from '../words/index.ts';
import { TOP } from '../words/page/top.ts';
import { mostlyWrong } from './availability.ts';

const ORDER: readonly ObjectiveVerdict[] = ['missed', 'undecided', 'needs-drill', 'met'];

/** The same verdict as on top of a page: the tier, how many objectives are met, whether answers are mostly wrong, and what to fix first. */
export function lead(
  parts: { readonly run?: Result; readonly drill?: DrillResult },
  page: Page,
  language: Language,
): Lines {
  const { run, drill } = parts;
  const { words } = page;
  const verdicts = (run ?? drill)?.objectives.map(({ verdict }) => verdict) ?? [];
  const told = ORDER.flatMap((verdict) => {
    const count = verdicts.filter((one) => one === verdict).length;
    return count === 0 ? [] : [words.objectives.counted[verdict](String(count))];
  });
  const wrong = run && mostlyWrong(run.workloads, words);
  const fix = fixFirst(parts);
  const facts: [string, string][] = [
    ...(drill === undefined || drill.standard.scope === null
      ? []
      : [[TOP.tier[language], headline(drill.standard, page)] as [string, string]]),
    ...(told.length === 0 ? [] : [[TOP.objectives[language], told.join(words.listSeparator)] as [string, string]]),
    ...(wrong === undefined ? [] : [[TOP.right[language], TOP.rightAnswers[language](...wrong)] as [string, string]]),
    ...(fix === null ? [] : [[TOP.fix[language], texts(fix)[language]] as [string, string]]),
  ];
  return facts.flatMap(([label, text]) => labelled(label, clean(text), page, 2, 14));
}
