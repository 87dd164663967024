/** Columns that a table has at the most. */
const COLUMNS = 12;

/** The page's program has put into the style of a table what its heads say. */
const HEADS = Array.from(
  { length: COLUMNS },
  (_, i) => `.cards-on-phones td:nth-child(${i + 1})::before{content:var(--head-${i + 1}) " "}`,
);

/**
 * On a phone no column of a table lies beyond the edge: every row stands as a card, its name above and its figures below
 * with what each of them is. Without the page's program a table is moved sideways as ever.
 */
export const PHONE = `
@media screen and (max-width:640px){.cards-on-phones,.cards-on-phones :is(caption,thead,tbody){display:block}
.cards-on-phones tr{display:flex;flex-wrap:wrap;gap:.05rem .9rem;padding:.45rem .75rem;border-top:1px solid var(--line)}.cards-on-phones thead tr{padding:0 .75rem .25rem;border-top:0}.cards-on-phones :is(th,td){border:0;padding:0;min-width:0;max-width:100%;text-align:left;white-space:normal;overflow-wrap:anywhere}
.cards-on-phones tbody th{flex:0 0 100%;font-weight:600}.cards-on-phones td.w{flex-basis:100%}.cards-on-phones td:empty,.cards-on-phones :is(.bit,br){display:none}.cards-on-phones br+.dim{margin-left:.5em}
.cards-on-phones td::before{color:var(--dim);font-size:.86em}${HEADS.join('')}
.runbook td:nth-child(2){white-space:nowrap}.heat :is(th,td){padding:.3rem .5rem}}`;
