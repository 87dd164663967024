import { readScenario, renderProblems, type Scenario } from '../scenario/index.ts';

/**
 * Reads a scenario to test it.
 * @param text YAML
 * @param file names it in messages
 * @throws Error with every problem, its place and a caret, where it is none
 */
export function scenarioOf(text: string, file = 'scenario.yaml'): Scenario {
  const { scenario, problems } = readScenario(text, file);
  if (scenario === undefined) throw new Error(renderProblems(problems, text, file));
  return scenario;
}
