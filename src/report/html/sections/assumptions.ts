import type { Assumption, Result } from '../../../experiment/index.ts';
import { count } from '../../figures.ts';
import { type Group, gathered, isUnsourced, isWeighed, weightiest } from '../../sections/assumptions.ts';
import { unweighed, weightsOf } from '../../sections/weights.ts';
import { wordsOf } from '../../words/index.ts';
import { FRAME } from '../../words/page/frame.ts';
import { PARTS } from '../../words/page/parts.ts';
import { html } from '../html.ts';
import type { Section } from '../parts.ts';
import { htmlTable } from '../table.ts';
import { both } from '../voices.ts';

/** Every default that was filled in, with its source: those that most of the downtime of a run hangs on first. */
export function assumptionsSection(all: readonly Assumption[], run?: Result): Section {
  const rows = gathered(all, wordsOf('en'), run === undefined ? unweighed : weightsOf(run)).sort(weightiest);
  const unsourced = rows.filter(isUnsourced).length;
  return {
    id: 'assumptions',
    title: FRAME.nav.assumptions,
    about: PARTS.assumptions.about,
    body: htmlTable<Group>({
      id: 'assumptions-t',
      caption: ({ words: { assumptions: say } }) =>
        `${say.about(count(unsourced), count(rows.length))} · ${say[isWeighed(rows) ? 'byDowntime' : 'bySource']}`,
      rows,
      shown: 20,
      fields: [
        { title: PARTS.setting, cell: ({ key }) => html`<code>${key}</code>` },
        { title: PARTS.value, cell: ({ value }) => html`<code>${value}</code>` },
        { title: PARTS.of, cell: ({ owners }) => owners.join(', '), room: 'text' },
        { title: PARTS.source, cell: ({ source }) => both(({ words }) => words.names.source(source)), room: 'text' },
      ],
    }),
  };
}
