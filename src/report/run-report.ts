import type { Result } from '../experiment/index.ts';
import { type Ink, PLAIN } from './ink.ts';
import type { Lines, Page } from './page.ts';
import { assumptions } from './sections/assumptions.ts';
import { availability } from './sections/availability.ts';
import { causes } from './sections/causes.ts';
import { cost } from './sections/cost.ts';
import { counts } from './sections/counts.ts';
import { foot } from './sections/foot.ts';
import { header } from './sections/header.ts';
import { headroom } from './sections/headroom.ts';
import { lead } from './sections/lead.ts';
import { objectives } from './sections/objectives.ts';
import { phases } from './sections/phases.ts';
import { recovery } from './sections/recovery.ts';
import { sla } from './sections/sla.ts';
import { stores } from './sections/stores.ts';
import { use } from './sections/use.ts';
import { type Language, wordsOf } from './words/index.ts';

export interface ReportOptions {
  /** Default: English. */
  readonly language?: Language;
  /** Leaves the assumptions out. */
  readonly quiet?: boolean;
  /** Default: no colours. */
  readonly ink?: Ink;
}

type Section = (result: Result, page: Page) => Lines;

/** What a busy reader needs comes first. */
const SECTIONS: readonly Section[] = [
  header,
  availability,
  objectives,
  recovery,
  phases,
  causes,
  stores,
  counts,
  headroom,
  use,
  cost,
  sla,
  assumptions,
  foot,
];

/** The report of a run for a terminal: lines of at most 80 cells, ended by a line break. */
export function runReport(result: Result, { language = 'en', quiet = false, ink = PLAIN }: ReportOptions = {}): string {
  const page: Page = { words: wordsOf(language), ink };
  const sections = SECTIONS.filter((section) => !quiet || section !== assumptions);
  const [top, ...rest] = sections.map((section) => section(result, page));
  const written = [top!, lead({ run: result }, page, language), ...rest].filter((lines) => lines.length > 0);
  return `${written.map((lines) => lines.join('\n')).join('\n\n')}\n`;
}
