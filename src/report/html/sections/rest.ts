import { sortedEntries } from '../../../base/index.ts';
import type { Headroom, Result, Utilisation } from '../../../experiment/index.ts';
import { count, percent } from '../../figures.ts';
import { costFacts } from '../../sections/cost.ts';
import { alike, ratio, remark, wholePercent } from '../../sections/headroom.ts';
import { infrastructureText, measuredText, multiplied, productText, reasons, type SlaRow } from '../../sections/sla.ts';
import { storeFacts } from '../../sections/stores.ts';
import { useFacts } from '../../sections/use.ts';
import { FRAME } from '../../words/page/frame.ts';
import { PARTS } from '../../words/page/parts.ts';
import { factsHtml, paragraphsHtml } from '../facts.ts';
import { html, NOTHING } from '../html.ts';
import type { Section } from '../parts.ts';
import { type Field, htmlTable } from '../table.ts';
import { both } from '../voices.ts';

/** What each store lost, and how long it stood unprotected. */
export function dataSection({ stores, runs, yearsPerRun }: Result): Section {
  const years = runs * yearsPerRun;
  return {
    id: 'data',
    title: FRAME.nav.data,
    about: PARTS.data.about,
    body: html`${sortedEntries(stores).map(([name, store]) => html`<div class="card inset"><h3>${name}</h3>${factsHtml((words) => storeFacts(store, years, words))}</div>`)}`,
  };
}

/** Headroom after each single loss, and what is used while all is well. */
export function capacitySection(result: Result): Section {
  const groups = alike(sortedEntries(result.workloads).map(([name, { headroom }]) => [name, headroom]));
  const tables = groups.map(({ names, rows }, i) =>
    htmlTable<Headroom>({
      id: `headroom-${i}`,
      caption: ({ words }) => names.join(words.listSeparator),
      rows,
      fields: [
        { title: ({ words }) => words.headroom.loss, cell: ({ loss }) => loss },
        {
          title: ({ words }) => words.headroom.atOnce,
          cell: ({ served }) => wholePercent(served.atOnce),
        },
        {
          title: ({ words }) => words.headroom.settled,
          cell: ({ served }) => wholePercent(served.settled),
        },
        { title: ({ words }) => words.headroom.component, cell: ({ component }) => component ?? '' },
        { title: ({ words }) => words.headroom.share, cell: ({ share }) => ratio(share), figure: ({ share }) => share },
        { title: PARTS.remark, cell: ({ share }) => chip(share) },
      ],
    }),
  );
  return {
    id: 'capacity',
    title: FRAME.nav.capacity,
    about: PARTS.capacity.about,
    body: html`${tables}${pools(result.utilisation)}${factsHtml((words) => useFacts(result, words))}`,
  };
}

function chip(share: number) {
  const text = both(({ words }) => remark(share, words));
  if (text.markup === '') return NOTHING;
  return html`<span class="chip ${share < 1 ? 'missed' : share < 1.1 ? 'undecided' : 'plain'}">${text}</span>`;
}

const pools = ({ pools: rows }: Utilisation) =>
  htmlTable({
    id: 'pools',
    caption: ({ words }) => words.use.utilisation,
    rows,
    fields: [
      { title: PARTS.pool, cell: ({ pool }) => pool },
      { title: PARTS.place, cell: ({ place }) => place },
      { title: PARTS.servers, cell: ({ servers }) => count(servers), figure: ({ servers }) => servers },
      { title: PARTS.serves, cell: ({ serves }) => (serves ? '✓' : '–') },
      { title: PARTS.load, cell: ({ load }) => (load === null ? '–' : percent(load)), figure: ({ load }) => load },
    ],
  });

export function costSection({ cost }: Result): Section {
  const currency = cost?.currency ?? '';
  return {
    id: 'cost',
    title: ({ language }) => `${FRAME.nav.cost[language]}${currency === '' ? '' : ` (${currency})`}`,
    about: PARTS.cost.about,
    body: cost === null ? NOTHING : html`<div class="card inset">${factsHtml((words) => costFacts(cost, words))}</div>`,
  };
}

const INFRASTRUCTURE: Field<SlaRow> = {
  title: ({ words }) => words.sla.infrastructure,
  cell: ([, one]) => both(({ words }) => infrastructureText(one, words)),
  figure: ([, one]) => one.availability.withoutChanges,
};

/** The vendors' figures multiplied, beside what was measured, and why they differ. */
export function slaSection({ workloads }: Result): Section {
  const rows: readonly SlaRow[] = sortedEntries(workloads);
  return {
    id: 'sla',
    title: FRAME.nav.sla,
    about: PARTS.sla.about,
    body: html`${htmlTable<SlaRow>({
      id: 'sla-t',
      caption: FRAME.nav.sla,
      rows,
      fields: [
        { title: ({ words }) => words.sla.workload, cell: ([name]) => name },
        {
          title: ({ words }) => words.sla.product,
          cell: ([, one]) => both(({ words }) => productText(one, words)),
          figure: ([, one]) => one.slaProduct,
        },
        ...(rows.some(([, one]) => one.availability.withoutChanges !== null) ? [INFRASTRUCTURE] : []),
        {
          title: ({ words }) => words.sla.measured,
          cell: ([, one]) => both(({ words }) => measuredText(one, words)),
          figure: ([, one]) => one.availability.time.mean,
        },
      ],
    })}${paragraphsHtml((words) => [...multiplied(rows, words), ...reasons(rows, words)])}`,
  };
}
