import { type Finding, type Notebook, type Problem, pathText, saidInChinese } from '../language/index.ts';
import type { TextFinding } from './guard.ts';
import { LIMITS } from './limits.ts';
import type { Lines } from './lines.ts';
import { locate } from './locate.ts';
import { withOwnSigns } from './signs.ts';
import type { Source } from './source.ts';

/** A finding about a stretch of text as a problem. */
export const problemOf = ({ finding, from, to }: TextFinding, lines: Lines): Problem => ({
  ...outward(finding),
  range: lines.range(from, to),
});

/** Findings as problems with their places, in the order of the text; errors win where there are too many. */
export function problemsOf(notes: Notebook, source: Source): readonly Problem[] {
  const bySeverity = (severity: string) => notes.findings.filter((finding) => finding.severity === severity);
  const kept = [...bySeverity('error'), ...bySeverity('warning')].slice(0, LIMITS.problems);
  return distinct(kept.map((finding) => placed(finding, source))).sort(byPlace);
}

function placed(finding: Finding, source: Source): Problem {
  const range = locate(finding, source);
  if (range === undefined) return outward(finding);
  const nearest = meantBy(source.text.slice(range.start.offset, range.end.offset), finding) ?? finding.nearest;
  return { ...outward(finding), ...(nearest !== undefined && { nearest }), range };
}

/** Words that a full-width sign joins are read as one: what they are with signs of YAML. Names may hold such signs. */
function meantBy(written: string, { severity, message, nearest = '' }: Finding): string | undefined {
  if (severity !== 'error' || !message.includes(`\`${written}\``)) return undefined;
  return withOwnSigns(nearest) === undefined ? withOwnSigns(written) : undefined;
}

function outward({ path, atKey, ...rest }: Finding): Problem {
  const zh = rest.zh ?? saidInChinese(rest);
  return { ...rest, path: pathText(path), ...(zh !== undefined && { zh }) };
}

const byPlace = (a: Problem, b: Problem): number => (a.range?.start.offset ?? 0) - (b.range?.start.offset ?? 0);

/** Two checks may come upon the same mistake. */
function distinct(problems: readonly Problem[]): Problem[] {
  const keyOf = ({ path, message }: Problem) => `${path}\n${message}`;
  return [...new Map(problems.map((problem) => [keyOf(problem), problem])).values()];
}
