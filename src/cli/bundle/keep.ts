import { type Words, wordsOf } from '../../index.ts';
import { shown } from '../input.ts';
import { tell } from '../terminal.ts';
import type { Destination } from './destination.ts';
import type { Evidence } from './evidence.ts';
import { writeFolder } from './folder.ts';
import { listed, MANIFEST, manifestText } from './manifest.ts';
import { asArgument, BASELINE, filesOf, ownName, PROFILE } from './parts.ts';

/** Writes the bundle that `--out` asks for; nothing where it was not asked for. */
export async function keepEvidence(out: Destination | undefined, evidence: Evidence, quiet = false): Promise<void> {
  if (out === undefined) return;
  const files = await filesOf(evidence, quiet);
  const { source, result } = evidence;
  const file = ownName(source.file);
  const [command, ...options] = out.words(evidence.asked);
  const manifest = manifestText({
    hasim: result.hasim,
    node: process.version,
    command: [command!, asArgument(file), ...withOwnFiles(options, evidence)],
    ...(evidence.asked && { ended: evidence.asked.ended }),
    ...(evidence.partial && { ended: 'interrupted', partial: true }),
    scenario: { name: result.scenario.name, file, sha256: result.scenario.sha256 },
    seed: result.seed,
    traceHash: 'traceHash' in result ? result.traceHash : null,
    files: files.map(listed),
  });
  writeFolder(out.folder, [...files, { name: MANIFEST, content: manifest }]);
  if (!quiet) tell(wordsOf(evidence.lang).evidence.kept(String(files.length), shown(out.folder)));
}

/** The bundle of what was finished when somebody pressed Ctrl-C: a second one ends the program without it. */
export async function keepFinished(
  out: Destination | undefined,
  { work: say }: Words,
  finished: () => Evidence,
): Promise<void> {
  if (out === undefined) return;
  tell(say.keeping);
  await keepEvidence(out, { ...finished(), partial: true });
  tell(say.partlyKept);
}

/** The profile and the baseline that are meant are those in the bundle. */
function withOwnFiles(options: readonly string[], { profile }: Evidence): string[] {
  const own = new Map([['--baseline', BASELINE], ...(profile === undefined ? [] : [['--profile', PROFILE] as const])]);
  return options.map((word, i) => own.get(options[i - 1] ?? '') ?? word);
}
