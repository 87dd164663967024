import { type Problem, readScenario, renderProblems, type Scenario } from '../index.ts';
import { Refusal } from './exits.ts';
import { readScenarioText, type ScenarioText } from './input.ts';
import { problemPaint, tell } from './terminal.ts';

export interface OpenedScenario {
  readonly scenario: Scenario;
  readonly source: ScenarioText;
}

/** Reads a scenario to simulate it. Errors end the command; warnings are told in a line each unless `quiet`. */
export async function openScenario(file: string, quiet: boolean): Promise<OpenedScenario> {
  const source = await readScenarioText(file);
  const { scenario, problems } = readScenario(source.text, source.name);
  if (scenario === undefined) throw new Refusal(errorsText(problems, source));
  if (!quiet) tellWarnings(problems, source);
  return { scenario, source };
}

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
