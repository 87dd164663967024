import type { Phrase } from './phrase.ts';

export interface TimelineWords {
  readonly which: Readonly<Record<'typical' | 'worst', string>>;
  /** Which incident of which workload. */
  readonly title: Phrase<2>;
  /** How many incidents of a workload were seen. */
  readonly seen: Phrase<2>;
  /** Steps of one kind that are not told one by one. */
  readonly steps: Phrase;
  readonly moreTimelines: Phrase;
  /** In place of so many events out of the middle. */
  readonly moreLines: Phrase;
  /** The workload under which the same incident has been told. */
  readonly toldBefore: Phrase;
  readonly lasted: Phrase<2>;
  readonly open: string;
  readonly trigger: Phrase;
  /** Replication, and when in it. */
  readonly where: Phrase<2>;
  readonly none: Phrase;
  readonly actors: Readonly<
    Record<'truth' | 'belief' | 'role' | 'switching' | 'plan' | 'service' | 'recovery' | 'restored' | 'data', string>
  >;
  /** The thing and how it behaves. */
  readonly manners: Readonly<Record<'ok' | 'silent' | 'exit' | 'hang' | 'gray' | 'slow', Phrase>>;
  readonly otherManner: Phrase<2>;
  /** How many of how many of which sort. */
  readonly someOf: Phrase<3>;
  readonly because: Phrase;
  readonly believes: Readonly<Record<'good' | 'bad', Phrase<2>>>;
  readonly roles: Readonly<Record<string, Phrase<2>>>;
  readonly roleEnds: Readonly<Record<string, Phrase>>;
  readonly otherRole: Phrase<3>;
  /** What a product begins to do by itself, and that it has ended after so long. */
  readonly switching: Readonly<Record<'decide' | 'switch', { readonly begins: Phrase; readonly ends: Phrase<2> }>>;
  readonly planEvents: Readonly<Record<string, string>>;
  readonly served: Phrase<2>;
  readonly servedAll: Phrase;
  readonly servedNothing: Phrase;
  readonly diesOn: Phrase<2>;
  /** Store, seconds behind, writes behind. */
  readonly recovered: Phrase<3>;
  readonly recoveredClean: Phrase;
  /** Store, seconds before the damage or the loss, writes lost. */
  readonly restored: Phrase<3>;
  readonly data: Readonly<Record<string, Phrase>>;
}
