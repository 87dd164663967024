import {
  documentText,
  fieldReference,
  readScenario,
  SPECIMEN,
  scenarioForms,
  scenarioJsonSchema,
} from '../../index.ts';
import { EXIT, type ExitCode } from '../exits.ts';
import { print } from '../terminal.ts';

export interface SchemaFlags {
  readonly markdown?: boolean;
}

/** `hasim schema`: the JSON Schema of scenarios, for editors; or every key and default as a page for people. */
export async function schema({ markdown }: SchemaFlags): Promise<ExitCode> {
  if (markdown) print(fieldReference(scenarioForms(), readScenario(SPECIMEN, 'specimen').scenario?.assumptions ?? []));
  else print(documentText(scenarioJsonSchema()));
  return EXIT.done;
}
