import { pathText } from '../../language/index.ts';
import { renderProblems, type Telling } from '../render.ts';
import type { Variants } from '../variants/index.ts';
import { checkParameter, type Parameter } from './parameter.ts';
import { problemAt, type SweepProblem, type Text, type WrittenParameter } from './written.ts';

/** Finds every parameter in a scenario; all problems at once. */
export function readParameters(
  written: readonly WrittenParameter[],
  variants: Variants,
): { readonly parameters: readonly Parameter[] } | { readonly problems: readonly SweepProblem[] } {
  const checked = written.map((one) => checkParameter(one, variants));
  const problems = [
    ...checked.flatMap((one) => ('problems' in one ? one.problems : [])),
    ...repeated(written, variants),
  ];
  return problems.length > 0
    ? { problems }
    : { parameters: checked.flatMap((one) => ('parameter' in one ? [one.parameter] : [])) };
}

/** A parameter given twice would be set twice in every point. */
function repeated(written: readonly WrittenParameter[], variants: Variants): SweepProblem[] {
  const seen = new Set<string>();
  return written.flatMap(({ origin, path }) => {
    const whole = pathText(variants.partsOf(path.text).map(({ part }) => part));
    if (!seen.has(whole)) {
      seen.add(whole);
      return [];
    }
    return [
      problemAt(origin, path, { code: 'duplicate-key', message: `\`${path.text}\` is set a second time` }, whole),
    ];
  });
}

/** Problems as a person reads them, text by text. */
export function renderSweepProblems(problems: readonly SweepProblem[], telling: Telling = {}): string {
  const byText = new Map<Text, SweepProblem[]>();
  for (const one of problems) byText.set(one.origin, [...(byText.get(one.origin) ?? []), one]);
  return [...byText]
    .map(([{ name, text }, own]) =>
      renderProblems(
        own.map(({ problem }) => problem),
        text,
        name,
        telling,
      ),
    )
    .join('\n');
}
