import {
  inChinese,
  type Language,
  type Problem,
  readScenario,
  renderProblems,
  type Scenario,
  withFaultsOnly,
} from '../index.ts';
import { Refusal } from './exits.ts';
import { hashOf, readScenarioText, type ScenarioText, shown } from './input.ts';
import { problemPaint, tell } from './terminal.ts';
import { roomFor } from './v8.ts';

export interface OpenedScenario {
  readonly scenario: Scenario;
  readonly source: ScenarioText;
}

export interface Reading {
  /** Warnings are not told. */
  readonly quiet: boolean;
  readonly lang: Language;
  /** The faults on schedule of that file strike, and nothing else does. */
  readonly faults?: string | undefined;
}

/** Reads a scenario to simulate it. Errors end the command; warnings are told in a line each. */
export async function openScenario(file: string, { quiet, lang, faults }: Reading): Promise<OpenedScenario> {
  const own = await readScenarioText(file);
  const source = faults === undefined ? own : await withFaults(own, faults);
  const { scenario, problems } = readScenario(source.text, source.name);
  if (scenario === undefined) throw new Refusal(errorsText(problems, source, lang));
  roomFor(scenario.components.length);
  if (!quiet) tellWarnings(problems, source, lang);
  return { scenario, source };
}

async function withFaults(own: ScenarioText, faults: string): Promise<ScenarioText> {
  const other = await readScenarioText(faults);
  const text = withFaultsOnly(own.text, other.text);
  if (text !== undefined) return { ...own, text, faults, sha256: hashOf(text) };
  // A scenario that is none says so itself.
  if (readScenario(own.text, own.name).scenario === undefined) return own;
  throw new Refusal(
    `${shown(faults)}: expected \`faults:\` and a list such as [{at: 3d, lose: cn-beijing/a, for: 6h}]`,
  );
}

/** Where a result says that it came from. */
export const originOf = ({ file, sha256, faults }: ScenarioText) => ({
  file,
  sha256,
  ...(faults === undefined ? {} : { faults }),
});

/** Reads several scenarios; the errors of every one are told at once. */
export async function openScenarios(files: readonly string[], reading: Reading): Promise<readonly OpenedScenario[]> {
  const opened: OpenedScenario[] = [];
  const refusals: string[] = [];
  for (const file of files) {
    try {
      opened.push(await openScenario(file, reading));
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      refusals.push(error.message);
    }
  }
  if (refusals.length > 0) throw new Refusal(refusals.join('\n'));
  return opened;
}

/** Every problem with its place in the text, and how many there are. */
export function errorsText(problems: readonly Problem[], { text, name }: ScenarioText, lang: Language = 'en'): string {
  return `${renderProblems(problems, text, name, { paint: problemPaint(), language: lang })}\n${counted(problems, lang)}`;
}

/** `2 errors, 1 warning`. */
export function counted(problems: readonly Problem[], lang: Language = 'en'): string {
  const of = (severity: Problem['severity']): string => {
    const count = problems.filter((problem) => problem.severity === severity).length;
    if (count === 0) return '';
    return lang === 'en' ? `${count} ${severity}${count === 1 ? '' : 's'}` : `${count} 个${SEVERITIES_ZH[severity]}`;
  };
  return [of('error'), of('warning')].filter((part) => part !== '').join(lang === 'en' ? ', ' : '，');
}

const SEVERITIES_ZH = { error: '错误', warning: '警告' } as const;
const WARNINGS_TOLD = 5;

function tellWarnings(problems: readonly Problem[], { name, file }: ScenarioText, lang: Language): void {
  const paint = problemPaint();
  const isEnglish = lang === 'en';
  for (const problem of problems.slice(0, WARNINGS_TOLD)) {
    const { message, range } = isEnglish ? problem : inChinese(problem);
    const place = range === undefined ? name : `${name}:${range.start.line}:${range.start.column}`;
    tell(`${place}: ${paint.warning(isEnglish ? 'warning:' : '警告：')}${isEnglish ? ' ' : ''}${message}`);
  }
  const more = problems.length - WARNINGS_TOLD;
  if (more <= 0) return;
  tell(
    isEnglish
      ? `${more} more ${more === 1 ? 'warning' : 'warnings'}: hasim validate ${file}`
      : `另有 ${more} 条警告：hasim validate ${file} --lang zh`,
  );
}
