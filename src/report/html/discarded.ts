import type { JudgedObjective } from '../../experiment/index.ts';
import { discardedNotes } from '../judged-table.ts';
import { type Html, html } from './html.ts';
import { both } from './voices.ts';

/** What the recovery points of damaged data do not count. */
export const discardedHtml = (rows: readonly Pick<JudgedObjective, 'domain' | 'discarded'>[]): Html[] =>
  rows
    .filter(({ discarded }) => discarded !== undefined)
    .map((row) => html`<p class="under">${both(({ words }) => discardedNotes([row], words).join(''))}</p>`);
