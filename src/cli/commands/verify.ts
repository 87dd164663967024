import { join } from 'node:path';
import { documentText, type Language, VERSION, wordsOf } from '../../index.ts';
import { makeAgain } from '../bundle/again.ts';
import { contentOf, type Finding, lookThrough, openBundle, wrongManifest } from '../bundle/look.ts';
import { MANIFEST, type Manifest, sha256 } from '../bundle/manifest.ts';
import { EXIT, type ExitCode } from '../exits.ts';
import { shown } from '../input.ts';
import { print } from '../terminal.ts';

export interface VerifyFlags {
  readonly filesOnly?: boolean;
  readonly json?: boolean;
  readonly quiet?: boolean;
  readonly lang: Language;
}

/** What `hasim verify --json` prints. */
interface Verification {
  readonly hasim: string;
  readonly node: string;
  readonly bundle: string;
  /** Of the manifest, which has those of all other files. */
  readonly sha256: string;
  /** What made it, where that is another version or another major version of Node than this one. */
  readonly madeBy: { readonly hasim: string; readonly node: string } | null;
  readonly files: number;
  /** It holds what was finished of a command that was interrupted, which is not made again. */
  readonly partial?: true;
  /** Files were made again, not only compared with their hashes. */
  readonly again: boolean;
  readonly identical: boolean;
  readonly findings: readonly Finding[];
}

/** `hasim verify`: is a bundle as it was written, and does its scenario give the same again? */
export async function verify(folder: string, flags: VerifyFlags): Promise<ExitCode> {
  const manifest = openBundle(folder);
  const seen = manifest === undefined ? [wrongManifest(folder)] : lookThrough(folder, manifest);
  const again = manifest !== undefined && seen.length === 0 && flags.filesOnly !== true && manifest.partial !== true;
  const findings = again ? await makeAgain(folder, manifest) : seen;
  const verification: Verification = {
    hasim: VERSION,
    node: process.version,
    bundle: folder,
    sha256: sha256(contentOf(folder, MANIFEST) ?? ''),
    madeBy: manifest === undefined || isOurs(manifest) ? null : { hasim: manifest.hasim, node: manifest.node },
    files: manifest?.files.length ?? 0,
    ...(manifest?.partial && { partial: true }),
    again,
    identical: findings.length === 0,
    findings,
  };
  print(flags.json === true ? documentText(verification) : text(verification, flags.lang));
  return verification.identical ? EXIT.done : EXIT.missed;
}

const major = (version: string): string => version.replace(/\..*$/, '');
const isOurs = ({ hasim, node }: Manifest): boolean => hasim === VERSION && major(node) === major(process.version);

function text({ bundle, madeBy, files, again, findings, partial, ...about }: Verification, lang: Language): string {
  const say = wordsOf(lang).evidence;
  const origin =
    madeBy === null
      ? []
      : [say.madeBy(shown(`hasim ${madeBy.hasim}, Node ${madeBy.node}`), `hasim ${about.hasim}, Node ${about.node}`)];
  const told = findings.map(
    ({ file, what, where = '' }) => `${join(shown(bundle), shown(file))}: ${say.findings[what]}${shown(where)}`,
  );
  const end = findings.length > 0 ? say.not : again ? say.identical(String(files)) : say.intact(String(files));
  return `${[...origin, ...told, end, ...(partial ? [say.partial] : []), `sha256 ${about.sha256}  ${MANIFEST}`].join('\n')}\n`;
}
