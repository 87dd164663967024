import {
  EDITIONS,
  type EditionName,
  type Language,
  readProfile,
  SECTORS,
  type Standards,
  sectorProfile,
} from '../index.ts';
import { Refusal } from './exits.ts';
import { isDirectory, readScenarioText, type ScenarioText, shown } from './input.ts';
import { errorsText } from './scenario.ts';

/** By what a verdict is wanted. */
export interface StandardFlags {
  readonly edition?: string;
  readonly profile?: string;
  /** In which problems of a profile are told. */
  readonly lang?: Language;
}

export interface OpenedStandards {
  readonly standards: Standards;
  /** The file that the profile came from; undefined: none did. */
  readonly profile: ScenarioText | undefined;
}

/** The edition and the profile of the flags; a profile is a name that hasim knows, or a file. */
export async function openStandards({ edition, profile, lang = 'en' }: StandardFlags): Promise<OpenedStandards> {
  const chosen: Standards = edition === undefined ? {} : { edition: editionOf(edition) };
  if (profile === undefined) return { standards: chosen, profile: undefined };
  const known = sectorProfile(profile);
  if (known !== undefined) return { standards: { ...chosen, profile: known }, profile: undefined };
  const file = await profileFile(profile);
  const read = readProfile(file.text);
  if (read.profile === undefined) throw new Refusal(errorsText(read.problems, file, lang));
  return { standards: { ...chosen, profile: read.profile, profileFile: profile }, profile: file };
}

function editionOf(name: string): EditionName {
  const edition = EDITIONS.find((one) => one === name);
  if (edition === undefined) throw new Refusal(`--edition ${shown(name)}: there are ${EDITIONS.join(', ')}`);
  return edition;
}

async function profileFile(path: string): Promise<ScenarioText> {
  try {
    return await readScenarioText(path);
  } catch (error) {
    if (error instanceof Refusal && isDirectory(path))
      throw new Refusal(`${shown(path)}: this is a directory; a profile is a file of YAML`);
    if (!(error instanceof Refusal) || /[./\\]/.test(path)) throw error;
    throw new Refusal(
      `--profile ${shown(path)}: no such file, and none of ${SECTORS.map(({ name }) => name).join(', ')}`,
    );
  }
}
