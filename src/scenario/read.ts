import { byCodeUnit } from '../base/index.ts';
import { Notebook, type Problem } from '../language/index.ts';
import { checkAppliances } from './appliances.ts';
import { buildDraft } from './build.ts';
import { calm } from './calm.ts';
import { checkChannels } from './channels.ts';
import type { Draft } from './draft.ts';
import { checkImages } from './image-checks.ts';
import { checkDistinctNames } from './names.ts';
import { checkObjectives } from './objectives.ts';
import { openText, withoutMark } from './open.ts';
import { checkPlans } from './plan-checks.ts';
import { problemsOf } from './problems.ts';
import { isRawMap, type RawRecord } from './raw.ts';
import { checkReferences } from './references.ts';
import { checkReplication } from './replication.ts';
import { checkRoutes } from './routes.ts';
import type { Scenario } from './scenario.ts';
import type { Source } from './source.ts';
import { successions } from './structure/succession.ts';
import { warn } from './warnings/index.ts';

/** A scenario, or what keeps the text from being one; warnings may stand beside a scenario. */
export interface Reading {
  readonly scenario: Scenario | undefined;
  /** In the order of the text. */
  readonly problems: readonly Problem[];
}

/**
 * Reads a scenario. Any text is answered, quickly and without throwing; every problem is reported at once.
 * @param text YAML
 * @param file names the scenario when it does not name itself
 */
export function readScenario(text: string, file: string): Reading {
  const opened = openText(withoutMark(text));
  if ('problems' in opened) return { scenario: undefined, problems: opened.problems };
  return readRaw(opened.raw, opened.source, file);
}

/** Reads a scenario from its values; problems are placed in the text that they came from. */
export function readRaw(raw: RawRecord, source: Source, file: string): Reading {
  const notes = new Notebook();
  const draft = buildDraft(raw, titleOf(file), notes);
  check(draft, raw);
  if (!hasErrors(notes)) warn(draft);
  const scenario = hasErrors(notes) ? undefined : resolved(draft, raw);
  return { scenario, problems: problemsOf(notes, source) };
}

function check(draft: Draft, raw: RawRecord): void {
  checkReferences(draft);
  checkDistinctNames(draft);
  checkRoutes(draft);
  checkReplication(draft);
  checkAppliances(draft);
  checkChannels(draft);
  checkPlans(draft);
  checkImages(draft);
  checkObjectives(draft, new Set(isRawMap(raw.workloads) ? Object.keys(raw.workloads).sort(byCodeUnit) : []));
}

/** Where only the schedule breaks anything, nothing else does. */
function resolved({ scenario, notes }: Draft, { catalogue }: RawRecord): Scenario {
  const designed = { ...scenario, assumptions: sortedAssumptions(notes) };
  const whole = { ...designed, served: successions(designed) };
  return catalogue === 'scheduled' ? { ...calm(whole), schedule: whole.schedule } : whole;
}

const hasErrors = ({ findings }: Notebook): boolean => findings.some(({ severity }) => severity === 'error');

const titleOf = (file: string): string => file.replace(/^.*[/\\]/, '').replace(/\.ya?ml$/i, '') || 'scenario';

const sortedAssumptions = ({ assumptions }: Notebook): Scenario['assumptions'] =>
  [...assumptions].sort((a, b) => byCodeUnit(a.path, b.path));
