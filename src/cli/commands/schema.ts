import { documentText, scenarioJsonSchema } from '../../index.ts';
import { EXIT, type ExitCode } from '../exits.ts';
import { print } from '../terminal.ts';

/** `hasim schema`: the JSON Schema of scenarios, for editors. */
export async function schema(): Promise<ExitCode> {
  print(documentText(scenarioJsonSchema()));
  return EXIT.done;
}
