/** How wide a page gets: as on a laptop, where there is more room, and where there is much of it. */
const PAGE = { usual: '76rem', wide: '98rem', widest: '118rem' } as const;

/** Wherever the width of the page matters. */
export const PAGE_WIDTH = `:root{--page:${PAGE.usual}}
.bar{padding:.45rem max(1rem,calc((100vw - var(--page))/2 + 1rem))}main,footer,.no-script{max-width:var(--page)}`;

/** Charts stand in two columns; what is played and its curves stand beside each other, so do a drawing and its signs. */
const WIDE = `:root{--page:${PAGE.wide}}
.plots{columns:2;column-gap:1.1rem}.plots .plot{break-inside:avoid;margin:0 0 1.1rem}.plots .plot:only-child{column-span:all}
.controls{border-radius:12px}.theatre{display:grid;grid-template-columns:minmax(0,9fr) minmax(0,7fr);gap:1.1rem;margin-top:1.1rem}.theatre #stage{height:100%;border-top:1px solid var(--line);border-radius:12px}.theatre #stage svg{min-width:0!important}.theatre .plot{margin:0 0 1.1rem}.theatre .plot:last-child{margin:0}
.drawing:has(.legend){display:grid;grid-template-columns:minmax(0,1fr) 14rem}.legend{flex-direction:column;justify-content:center;gap:.7rem;border-top:0;border-left:1px solid var(--line);padding:1rem}.drawing:has(.legend) .zoom{right:14.8rem}
.about,.lead .verdict{max-width:60rem}`;

/** More room than a laptop has. */
export const WIDE_SCREENS = `
@media screen and (min-width:1680px){${WIDE}}
@media screen and (min-width:2300px){:root{--page:${PAGE.widest}}.plots{columns:3}.plots:not(:has(>:nth-child(3))){columns:2}}`;
