import { documentText, type Language, readScenario } from '../../index.ts';
import { EXIT, type ExitCode } from '../exits.ts';
import { readScenarioText } from '../input.ts';
import { counted, errorsText } from '../scenario.ts';
import { print, tell } from '../terminal.ts';

export interface ValidateFlags {
  readonly json?: boolean;
  readonly lang: Language;
}

/** `hasim validate`: every problem of a scenario at once. Warnings leave it valid. */
export async function validate(file: string, { json = false, lang }: ValidateFlags): Promise<ExitCode> {
  const source = await readScenarioText(file);
  const { scenario, problems } = readScenario(source.text, source.name);
  const valid = scenario !== undefined;
  if (json) print(documentText({ file: source.file, sha256: source.sha256, valid, problems }));
  else if (problems.length > 0) tell(errorsText(problems, source, lang));
  if (!valid) return EXIT.usage;
  const about = problems.length > 0 ? ` (${counted(problems, lang)})` : '';
  if (!json) print(`${source.name}: ${lang === 'en' ? 'valid' : '有效'}${about}\n`);
  return EXIT.done;
}
