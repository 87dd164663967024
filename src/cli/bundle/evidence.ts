import type { Change, CheckResult, DrillResult, FalsifyResult, Language, Result, Scenario, Us } from '../../index.ts';
import type { ScenarioText } from '../input.ts';

/** What a command has measured, by the command. Another command that keeps evidence is one more line. */
export type Measured =
  | { readonly command: 'run'; readonly result: Result }
  | { readonly command: 'drill'; readonly result: DrillResult }
  | ({ readonly command: 'check'; readonly result: CheckResult; readonly since?: Since | undefined } & CheckDrills)
  | { readonly command: 'falsify'; readonly result: FalsifyResult };

/** What a check knows of drills beyond their verdict. */
interface CheckDrills {
  readonly lostFor: Us;
  /** Those that the verdict rests on, with timelines; undefined where it has not drilled every fault. */
  readonly drilled: DrillResult | undefined;
}

/** What ends a command before all is done that it was asked for, and leaves what is done. */
export const ENDED = ['max-time', 'interrupted'] as const;
export type Ended = (typeof ENDED)[number];

/** What stands in place of what was asked for: so many runs were done, and no more. */
export interface Asked {
  readonly runs: number;
  readonly ended: Ended;
}

/** What a check was compared with. */
export interface Since {
  /** The bytes of the earlier result, as they were read. */
  readonly baseline: Uint8Array;
  readonly change: Change;
}

/** All that the files of a bundle are made from. */
export type Evidence = Measured & {
  readonly scenario: Scenario;
  readonly source: ScenarioText;
  /** The file that the profile came from; undefined: none did. */
  readonly profile?: ScenarioText | undefined;
  readonly lang: Language;
  /** Where the time was up, or somebody pressed Ctrl-C, before all was done that the command asked for: what has been. */
  readonly asked?: Asked;
  /** Somebody pressed Ctrl-C: what was finished, which is just what no command asks for. */
  readonly partial?: true;
  /** How many work at once on what is measured for the bundle alone; as many as there are cores unless said. */
  readonly workers?: number | undefined;
};

/** One file of a bundle. */
export interface BundleFile {
  /** Within the bundle, with `/` between folders: `result.json`, `charts/rto.png`. */
  readonly name: string;
  readonly content: string | Uint8Array;
  /** Its bytes depend on more than scenario, seed and version (fonts, say): a verification checks its hash and does not expect it again. */
  readonly once?: true;
}

/** The drills that stand behind a bundle whose command has not drilled step by step; carried out once, when they are first asked for. */
export type Drills = () => Promise<DrillResult>;

/** Makes files from what was measured; none where it has nothing to say. */
export type Part = (evidence: Evidence, drills: Drills) => readonly BundleFile[] | Promise<readonly BundleFile[]>;
