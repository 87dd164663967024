import { type Noted, pointNotes } from '../judged-table.ts';
import { type Html, html } from './html.ts';
import { both } from './voices.ts';

/** What is to be said of recovery points beyond their figures. */
export const pointNotesHtml = (rows: readonly Noted[]): Html[] =>
  rows
    .filter(({ discarded, leftBehind }) => discarded !== undefined || leftBehind !== undefined)
    .map((row) => html`<p class="under">${both(({ words }) => pointNotes([row], words).join(' '))}</p>`);
