import { type Problem, readScenario, renderProblems, type Scenario, withFaultsOnly } from '../index.ts';
import { Refusal } from './exits.ts';
import { hashOf, readScenarioText, type ScenarioText, shown } from './input.ts';
import { problemPaint, tell } from './terminal.ts';

export interface OpenedScenario {
  readonly scenario: Scenario;
  readonly source: ScenarioText;
}

/**
 * Reads a scenario to simulate it. Errors end the command; warnings are told in a line each unless `quiet`. With `faults`,
 * the faults on schedule of that file strike, and nothing else does.
 */
export async function openScenario(file: string, quiet: boolean, faults?: string): Promise<OpenedScenario> {
  const own = await readScenarioText(file);
  const source = faults === undefined ? own : await withFaults(own, faults);
  const { scenario, problems } = readScenario(source.text, source.name);
  if (scenario === undefined) throw new Refusal(errorsText(problems, source));
  if (!quiet) tellWarnings(problems, source);
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
export async function openScenarios(files: readonly string[], quiet: boolean): Promise<readonly OpenedScenario[]> {
  const opened: OpenedScenario[] = [];
  const refusals: string[] = [];
  for (const file of files) {
    try {
      opened.push(await openScenario(file, quiet));
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      refusals.push(error.message);
    }
  }
  if (refusals.length > 0) throw new Refusal(refusals.join('\n'));
  return opened;
}

/** Every problem with its place in the text, and how many there are. */
export function errorsText(problems: readonly Problem[], { text, name }: ScenarioText): string {
  return `${renderProblems(problems, text, name, problemPaint())}\n${counted(problems)}`;
}

/** `2 errors, 1 warning`. */
export function counted(problems: readonly Problem[]): string {
  const of = (severity: Problem['severity']): string => {
    const count = problems.filter((problem) => problem.severity === severity).length;
    return count === 0 ? '' : `${count} ${severity}${count === 1 ? '' : 's'}`;
  };
  return [of('error'), of('warning')].filter((part) => part !== '').join(', ');
}

const WARNINGS_TOLD = 5;

function tellWarnings(problems: readonly Problem[], { name, file }: ScenarioText): void {
  const paint = problemPaint();
  for (const { message, range } of problems.slice(0, WARNINGS_TOLD)) {
    const place = range === undefined ? name : `${name}:${range.start.line}:${range.start.column}`;
    tell(`${place}: ${paint.warning('warning:')} ${message}`);
  }
  const more = problems.length - WARNINGS_TOLD;
  if (more > 0) tell(`${more} more warnings: hasim validate ${file}`);
}
