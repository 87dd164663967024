import { DEFAULT_EDITION, type StandardResult, sectorProfile } from '../../standards/index.ts';
import { fileArgument, quoted } from '../replay.ts';

/** The options by which the same edition judges, and the same profile: by the name that hasim knows, or the file it was read from. */
export const judgedBy = ({ edition, profile }: StandardResult): string =>
  [
    ...(edition === DEFAULT_EDITION ? [] : [` --edition ${edition}`]),
    ...(profile === null ? [] : profileArgument(profile)),
  ].join('');

function profileArgument({ name, file }: NonNullable<StandardResult['profile']>): string[] {
  if (file !== undefined) return [` --profile ${fileArgument(file)}`];
  return sectorProfile(name) === undefined ? [] : [` --profile ${quoted(name)}`];
}
