import { DEFAULT_EDITION, type StandardResult, sectorProfile } from '../../standards/index.ts';
import { quoted } from '../replay.ts';

/** The options by which the same edition judges, and the same rules of a sector; a profile of one's own has no name that a command takes. */
export function judgedBy({ edition, profile }: StandardResult): string {
  const known = profile !== null && sectorProfile(profile.name) !== undefined;
  return [
    ...(edition === DEFAULT_EDITION ? [] : [` --edition ${edition}`]),
    ...(known ? [` --profile ${quoted(profile.name)}`] : []),
  ].join('');
}
