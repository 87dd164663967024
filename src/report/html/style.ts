import { PHONE } from './phone.ts';
import { PAGE_WIDTH, WIDE_SCREENS } from './wide.ts';

/**
 * How a page looks. Colours of data are those of M. Okabe and K. Ito, "Color Universal Design" (2008); those of text are
 * darkened or lightened until they stand out 4.5 to 1 (WCAG 2.2, 1.4.3).
 */
const COLOURS = {
  light: `--bg:#f7f8fa;--card:#fff;--ink:#16202c;--dim:#566273;--line:#dde2e9;--soft:#eef1f5;--accent:#005a91;
--good:#006b4e;--good-bg:#e2f4ee;--bad:#a63f00;--bad-bg:#fdeadf;--doubt:#775500;--doubt-bg:#fbf1d3;
--c-orange:#e69f00;--c-sky:#56b4e9;--c-green:#009e73;--c-yellow:#f0e442;--c-blue:#0072b2;--c-red:#d55e00;--c-purple:#cc79a7;--c-black:#3d4653;--c-grey:#9aa5b1`,
  dark: `--bg:#10151c;--card:#18202a;--ink:#e8edf3;--dim:#a3b0bf;--line:#2d3846;--soft:#222c38;--accent:#7cc4f2;
--good:#4fd1a5;--good-bg:#12352b;--bad:#ff9a5c;--bad-bg:#40230f;--doubt:#f2c84b;--doubt-bg:#3a300f;
--c-orange:#e69f00;--c-sky:#56b4e9;--c-green:#1fb588;--c-yellow:#f0e442;--c-blue:#2b7fbf;--c-red:#e8722a;--c-purple:#d68fb8;--c-black:#c3ccd6;--c-grey:#7c8997`,
};

const FRAME = `
*{box-sizing:border-box}html{scroll-padding-top:4rem;-webkit-text-size-adjust:100%}
body{margin:0;background:var(--bg);color:var(--ink);font:16px/1.55 system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,"PingFang SC","Hiragino Sans GB","Microsoft YaHei","Noto Sans CJK SC","Noto Sans SC",sans-serif;overflow-wrap:anywhere}
.shows-en .l-zh,.shows-zh .l-en{display:none}
a{color:var(--accent)}h1{font-size:1.65rem;line-height:1.25;margin:0}h2{font-size:1.3rem;margin:0 0 .2rem}h3{font-size:1.02rem;margin:1.4rem 0 .5rem}p{margin:.3rem 0}
:focus-visible{outline:3px solid var(--accent);outline-offset:2px;border-radius:4px}
.skip{position:absolute;left:-999rem;z-index:9;background:var(--card);padding:.5rem 1rem}.skip:focus{left:.5rem;top:.5rem}
.unseen{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.bar{position:sticky;top:0;z-index:5;display:flex;align-items:center;gap:1rem;background:var(--card);border-bottom:1px solid var(--line)}
.brand{font-weight:700;letter-spacing:.02em}.bar nav{flex:1;min-width:0;overflow-x:auto;scrollbar-width:none}.bar ul{display:flex;gap:.1rem;list-style:none;margin:0;padding:0}
.bar nav a{display:block;padding:.3rem .42rem;border-radius:6px;color:var(--dim);text-decoration:none;white-space:nowrap;font-size:.84rem}.bar nav a:hover{background:var(--soft);color:var(--ink)}
.switches{display:flex;gap:.5rem}.switches>div{display:flex;border:1px solid var(--line);border-radius:8px;overflow:hidden}
.switches button{border:0;background:none;color:var(--dim);font:inherit;font-size:.85rem;min-width:2.1rem;padding:.25rem .5rem;cursor:pointer}.switches button[aria-pressed=true]{background:var(--soft);color:var(--ink);font-weight:600}
main,footer{margin:0 auto;padding:0 1rem}main:focus{outline:0}
section{margin:2.6rem 0;break-inside:auto}.about{color:var(--dim);max-width:52rem;margin:0 0 .9rem}
footer{color:var(--dim);font-size:.88rem;padding-bottom:3rem;border-top:1px solid var(--line);margin-top:3rem;padding-top:1.2rem}
footer dl{display:grid;grid-template-columns:max-content 1fr;gap:.15rem 1rem;margin:0 0 1rem}footer dt{color:var(--dim)}footer dd{margin:0;font-family:var(--mono);font-size:.82rem}
:root{--mono:ui-monospace,SFMono-Regular,Menlo,Consolas,"Liberation Mono",monospace}code,.code{font-family:var(--mono);font-size:.85rem}
.command{margin:.4rem 0;display:flex;gap:.6rem;align-items:start;background:var(--soft);border-radius:8px;padding:.6rem .8rem;color:var(--ink)}.command code{flex:1;white-space:pre-wrap}
.no-script{margin:1rem auto;padding:0 1rem;color:var(--doubt)}`;

/** On a phone what broke stands under the time, so that times and points of recovery are seen beside each other. */
const POCKET = `#worst tr{display:grid;grid-template-columns:1fr 1fr;grid-template-areas:"who who" "rto rpo" "lost left";border-top:1px solid var(--line);padding:.3rem 0}#worst thead tr{border-top:0;grid-template-areas:"who who" "rto rpo"}#worst th,#worst td{border:0;padding:.02rem .5rem;text-align:left;min-width:0;white-space:normal}#worst thead th:nth-child(3),#worst thead th:nth-child(5){display:none}
#worst tr>:nth-child(1){grid-area:who}#worst tr>:nth-child(2){grid-area:rto}#worst tr>:nth-child(3){grid-area:lost}#worst tr>:nth-child(4){grid-area:rpo}#worst tr>:nth-child(5){grid-area:left}#worst .chip{padding:0 .4rem;font-size:.8rem;white-space:normal}#worst td::before{content:none}#worst td:nth-child(3),#worst td:nth-child(5){font-size:.84rem;overflow-wrap:anywhere}`;

/** On a laptop all of the first screen is seen at once. */
const SCREENFUL = `.lead.first{margin-top:.9rem}.first h1{font-size:1.45rem}.first .facts{font-size:.86rem;margin:.1rem 0 .6rem}.first .cards{gap:.65rem;grid-template-columns:repeat(24,1fr)}.first .card{padding:.6rem .95rem}.first .card.all{grid-column:1/-1}.first .card:not(.all){grid-column:span 6}.first .card.tells{grid-column:span 7}.first .card.asks{grid-column:span 11}.first .card.asks:first-child{grid-column:span 18}.first .card.asks:has(+.all){grid-column:span 17}.first .card.asks:first-child:has(+.all){grid-column:1/-1}.first .asks p{font-size:.8rem;line-height:1.35;margin:.35rem 0 0}
.first .asks h2{float:left;margin:.1rem .9rem .35rem 0}.first .verdicts{margin:0}.first .goals{clear:left;font-size:.85rem;line-height:1.42;margin:.3rem 0 0}.first .goals li{padding:.07rem 0}.first .big{font-size:1.75rem}.first .tier{font-size:2.1rem}.first .under{font-size:.86rem}
.first .fix{display:flex;gap:.2rem 1rem;align-items:baseline}.first .fix h2{white-space:nowrap;margin:0}.first .fix p{font-size:1rem}
.first .scroll{margin:.65rem 0 0}.first table{font-size:.87rem;line-height:1.42}.first caption{padding:.45rem .95rem .1rem}.first td,.first th{padding:.12rem .95rem}.first thead th{padding-top:0;padding-bottom:.05rem}.first thead button{padding:.05rem 0}.first .chip{font-size:.8rem;padding:0 .55rem}`;

const TOP = `
.lead{margin:1.6rem 0 0}.lead .verdict{font-weight:600;margin:.4rem 0 .5rem;max-width:60rem}.lead .facts{color:var(--dim);font-size:.92rem;margin:.25rem 0 1rem}
.cards{display:grid;grid-template-columns:repeat(12,1fr);gap:.9rem}.card{background:var(--card);border:1px solid var(--line);border-radius:12px;padding:1rem 1.15rem;grid-column:span 4;min-width:0}
.card.half{grid-column:span 6}.card.most{grid-column:span 8}.card.all{grid-column:span 12}
.card h2{font-size:.82rem;font-weight:600;letter-spacing:.02em;color:var(--dim);margin:0 0 .35rem}
.big{font-size:2.05rem;font-weight:700;line-height:1.15;font-variant-numeric:tabular-nums;letter-spacing:-.01em}.big small{font-size:1rem;font-weight:600;letter-spacing:0}
.under{color:var(--dim);font-size:.92rem}.fix{border-left:5px solid var(--c-red)}.fix p{font-size:1.08rem;margin:0}.fix.calm{border-left-color:var(--c-green)}
.graded{display:flex;gap:.2rem .9rem;align-items:center;margin:.1rem 0 .35rem}.graded strong{line-height:1.35}.verdicts{display:flex;flex-wrap:wrap;gap:.4rem;margin:.45rem 0 .1rem;padding:0;list-style:none}
.goals{list-style:none;margin:.5rem 0 0;padding:0;font-size:.92rem}.goals li{display:flex;flex-wrap:wrap;gap:0 .6rem;align-items:baseline;padding:.16rem 0;border-top:1px solid var(--line)}.goals .what{flex:1;min-width:7.5rem}.goals .how{text-align:right;font-variant-numeric:tabular-nums}.goals .how .whole{font-size:.9em;color:var(--dim)}@media(min-width:641px){.goals li{flex-wrap:nowrap}}
.chip{display:inline-block;border-radius:999px;padding:.05rem .6rem;font-size:.86rem;font-weight:600;white-space:nowrap}
.chip.met{color:var(--good);background:var(--good-bg)}.chip.missed{color:var(--bad);background:var(--bad-bg)}.chip.undecided,.chip.needs-drill{color:var(--doubt);background:var(--doubt-bg)}.chip.plain{color:var(--dim);background:var(--soft)}
.warn{color:var(--doubt);background:var(--doubt-bg);border-radius:8px;padding:.5rem .8rem}
@media(max-width:900px){.card,.card.half,.card.most{grid-column:span 12}}
@media screen and (min-width:901px){${SCREENFUL}}
@media screen and (max-width:640px){${POCKET}}`;

const TABLES = `
.scroll{overflow-x:auto;margin:.7rem 0 1.3rem;background:var(--card);border:1px solid var(--line);border-radius:12px}
table{border-collapse:collapse;width:100%;font-size:.92rem;font-variant-numeric:tabular-nums}caption{text-align:left;font-weight:600;padding:.7rem .9rem .4rem}
th,td{padding:.38rem .9rem;text-align:left;vertical-align:top;border-top:1px solid var(--line)}tbody th{font-weight:500}thead td{border:0}thead th{border-top:0;border-bottom:1px solid var(--line);color:var(--dim);font-weight:600;font-size:.84rem;padding-top:.2rem;padding-bottom:.2rem;vertical-align:bottom}
.n{text-align:right}.n,.whole{white-space:nowrap}.scroll table{overflow-wrap:normal}.scroll tbody th{min-width:4.5rem;word-break:keep-all}thead th.n{white-space:normal}.w{min-width:16rem}.line{white-space:nowrap}.beside{table-layout:fixed}.beside thead td{width:22%}.names{min-width:8.75rem}tbody tr:hover{background:var(--soft)}td .dim,.dim{color:var(--dim)}
thead button{border:0;background:none;font:inherit;color:inherit;cursor:pointer;padding:.2rem 0;text-align:inherit}th[aria-sort] button{color:var(--ink)}th[aria-sort=ascending] button::after{content:" ↑"}th[aria-sort=descending] button::after{content:" ↓"}
.sorts.folds tbody tr.late{display:none}.unfold{font:inherit;font-size:.9rem;border:0;border-top:1px solid var(--line);background:none;color:var(--accent);padding:.5rem .9rem;width:100%;text-align:left;cursor:pointer}
.bit{float:left;height:.62rem;border-radius:2px;background:var(--c-blue);margin:.42rem .5rem 0 0}.wraps{white-space:normal;min-width:8.4rem}#availability-t .w{min-width:11rem}
.heat td,.heat thead th+th{text-align:right;word-break:keep-all}.heat .h0{background:none}
.heat .h1{background:color-mix(in srgb,var(--c-sky) 14%,var(--card))}.heat .h2{background:color-mix(in srgb,var(--c-sky) 34%,var(--card))}.heat .h3{background:color-mix(in srgb,var(--c-yellow) 38%,var(--card))}.heat .h4{background:color-mix(in srgb,var(--c-orange) 46%,var(--card))}.heat .h5{background:color-mix(in srgb,var(--c-red) 38%,var(--card))}.heat .h6{background:#a63f00;color:#fff}.heat .h6 .dim{color:inherit}
.inset{margin:.7rem 0 1.1rem}.inset h3{margin-top:0}.told{display:grid;grid-template-columns:minmax(8rem,14rem) 1fr;gap:.2rem 1rem;margin:.3rem 0;font-size:.95rem}.told dt{color:var(--dim)}.told dd{margin:0}@media(max-width:640px){.told{grid-template-columns:1fr}.told dd{margin:0 0 .4rem}}
td.good{color:var(--good)}td.bad{color:var(--bad)}td.doubtful{color:var(--doubt)}td.strong{font-weight:600}td.strong .dim{font-weight:400}@media print,(min-width:641px){.beneath td .dim{display:block}}
button.plain{font:inherit;font-size:.85rem;border:1px solid var(--line);background:var(--card);color:var(--ink);border-radius:6px;padding:.2rem .6rem;cursor:pointer}`;

const DRAWING = `
.drawing{margin:0;background:var(--card);border:1px solid var(--line);border-radius:12px}.drawing,.staged{position:relative}.zoom{position:absolute;right:.8rem;top:.6rem;z-index:2;display:flex;gap:.25rem}.zoom .plain{min-width:2rem;padding:.15rem .4rem;font-size:.9rem}@media(max-width:640px){.zoom{position:static;justify-content:flex-end;padding:.5rem .6rem 0}}.canvas,#stage{cursor:grab}.grabbed{cursor:grabbing!important;user-select:none}.canvas{overflow:auto;padding:.6rem;max-height:min(86vh,60rem);--room:calc(min(86vh,60rem) - 1.3rem)}.canvas>svg,#stage svg{display:block;margin:0 auto;max-width:100%;height:auto;max-height:max(var(--room),(var(--least) - var(--room))*999)}
.topology text{font-size:12.5px;fill:var(--ink)}.topology .pname{font-size:12px;font-weight:600;fill:var(--dim)}.topology .name{font-weight:600;font-size:13px}.topology .sub{font-size:11.5px;fill:var(--dim)}.topology .now{font-size:11.5px;font-weight:600;fill:var(--bad)}
.place>rect{fill:var(--soft);stroke:var(--line)}.place.d1>rect{fill:var(--bg);stroke:var(--c-grey);stroke-dasharray:5 4}.place.d2>rect{fill:var(--soft);stroke:var(--line)}
.node>rect{fill:var(--card);stroke:var(--c-grey)}.node .strip{fill:var(--c-grey)}.s-way .strip{fill:var(--c-sky)}.s-work .strip{fill:var(--c-blue)}.s-store .strip{fill:var(--c-green)}.s-cache .strip{fill:var(--c-orange)}.s-keep .strip{fill:var(--c-purple)}
.node.idle>rect{stroke-dasharray:4 3}.topology .star{display:none;fill:var(--doubt);font-size:13px}.topology .node[data-primary="1"] .star{display:inline}
.users rect{fill:var(--ink)}.users text{fill:var(--card);font-weight:600}
.edge path{fill:none;stroke:var(--dim);stroke-width:1.5}.edge.traffic path{stroke:var(--accent)}.edge.store path{stroke:var(--c-green)}.edge.copy path{stroke:var(--c-purple);stroke-dasharray:7 4}.edge.mention path{stroke:var(--c-grey);stroke-dasharray:2 4}.edge.still path{opacity:.45;stroke-dasharray:3 3}
marker path{fill:var(--dim)!important;stroke:none!important}
.topology .figure,.topology .pname{paint-order:stroke;stroke:var(--card);stroke-width:8px;stroke-linejoin:round}.topology .d0 .pname,.topology .d2 .pname{stroke:var(--soft)}.topology .d1 .pname{stroke:var(--bg)}.topology .figure{font-size:11px;fill:var(--ink)}.many .figure{display:none}.many .hot .figure,.many .moved .figure{display:inline}.edge.moved path{opacity:1}.moved .figure{font-weight:700}.many .edge path{opacity:.5}.many .edge.hot path,.edge.hot path{opacity:1;stroke-width:3.5!important}
.spof rect{fill:var(--c-red)}.topology .spof text{fill:#fff;font-weight:700;font-size:10.5px}
.node[data-truth=down]>rect,.place[data-truth=down]>rect{fill:var(--bad-bg);stroke:var(--c-red);stroke-width:2.5;stroke-dasharray:none}.node[data-truth=part]>rect{stroke:var(--c-red);stroke-width:2}.node[data-belief=bad]>rect{stroke-dasharray:6 3;stroke:var(--c-orange);stroke-width:3}.node[data-truth=down][data-belief=bad]>rect{stroke:var(--c-red)}.node[data-now] .sub{display:none}
.edge.dry path{stroke-width:1.3!important;stroke-dasharray:3 3;opacity:.6}.topology .later{display:none}.topology .later.moved:not(.dry){display:inline}
.edge[data-truth=down] path{stroke:var(--c-red)!important;stroke-dasharray:2 5!important}
.legend{display:flex;flex-wrap:wrap;gap:.35rem 1.2rem;padding:.6rem .9rem;border-top:1px solid var(--line);font-size:.85rem;color:var(--dim)}.legend span{display:inline-flex;align-items:center;gap:.4rem}.legend i{flex:none;width:1.2rem;height:.8rem;border:1.5px solid var(--c-grey);border-radius:3px}.legend .k-idle{border-style:dashed}.legend .k-broken{background:var(--bad-bg);border-color:var(--c-red);border-width:2.5px}.legend .k-believed{border:2.5px dashed var(--c-orange)}.k-star{color:var(--doubt)}.k-spof{background:#b34700;color:#fff;border-radius:9px;padding:0 .5rem;font-size:.75rem;white-space:nowrap}
.chart{position:relative}.tier{color:var(--accent);font-size:2.6rem}.findings{list-style:none;padding:0}.findings li{padding:.15rem 0}
details{margin:.7rem 0}summary{cursor:pointer;color:var(--accent)}`;

const REPLAY = `
.controls{display:grid;grid-template-columns:1fr auto;gap:.5rem .8rem;align-items:center;background:var(--card);border:1px solid var(--line);border-radius:12px 12px 0 0;padding:.8rem 1rem;position:sticky;top:2.9rem;z-index:3}
.pick{display:flex;gap:.6rem;align-items:center;min-width:0}.pick span{color:var(--dim);white-space:nowrap;font-size:.9rem}select{font:inherit;font-size:.95rem;min-width:0;width:100%;padding:.3rem .4rem;border:1px solid var(--line);border-radius:6px;background:var(--bg);color:var(--ink)}
.keys{display:flex;gap:.35rem}.keys .plain{font-size:.95rem;padding:.3rem .7rem}.play{min-width:6.2rem;background:var(--accent)!important;color:var(--card)!important;border-color:var(--accent)!important;font-weight:600}
.scrub input{width:100%;accent-color:var(--accent)}#clock{font-weight:700;font-size:1rem;min-width:7.2rem;text-align:right;color:var(--ink)}#told{grid-column:1/-1;min-height:1.6em;margin:0;font-weight:600}
#stage{overflow:auto;max-height:max(56vh,calc(100vh - 200px));--room:calc(max(56vh,100vh - 200px) - 1.1rem);background:var(--card);border:1px solid var(--line);border-top:0;border-radius:0 0 12px 12px;padding:.5rem}#stage:empty{display:none}.edge.off:not(.moved) path,.edge.off.dry path{opacity:.2}.off:not(.moved) .figure,.off.dry .figure{display:none}@media(max-width:640px){#stage{max-height:56vh;--room:calc(56vh - 1.1rem)}}
.plot{margin:1rem 0 0;background:var(--card);border:1px solid var(--line);border-radius:12px;padding:.6rem .8rem}.plot figcaption{font-weight:600;font-size:.92rem;margin-bottom:.3rem}.plot figcaption .dim{font-weight:400}.svg svg{display:block;max-width:100%}
.svg .grid{stroke:var(--line)}.svg .tick{font-size:11px;fill:var(--dim)}.svg .tick.name{fill:var(--ink);font-size:12px}.svg .in{font-size:11px;fill:#10151c}.svg .in.light{fill:#fff}.svg .curve{fill:none;stroke-width:2.2;stroke-linecap:round}.svg .cursor{stroke:var(--c-red);stroke-width:2}
.runbook td,.runbook th{padding:.25rem .8rem}.node.pointed>rect{stroke:var(--accent);stroke-width:3}@media(min-width:641px){.runbook button,.runbook .scroll,#stage,.staged .zoom button{scroll-margin-top:13rem}.scroll{scroll-margin-top:4rem}}.runbook th button{border:0;background:none;color:var(--accent);cursor:pointer;padding:0;white-space:nowrap}.runbook tr.here{background:var(--doubt-bg)}.runbook tr.past{color:var(--dim)}.runbook tr.k-service td:last-child{font-weight:600}
@media(max-width:640px){.controls{grid-template-columns:1fr;position:static}.pick{flex-direction:column;align-items:stretch;gap:.1rem}#clock{text-align:left}}
@media screen{.on-paper{display:none}}
@media print{.controls .keys,.scrub,#clock,#told,#stage{display:none!important}.controls{position:static}.runbook{display:none}.runbook.paper{display:block!important}.runbook .unprinted{display:none}.runbook tr.past{color:inherit}.runbook tr.here{background:none}}`;

const PRINT = `
@media(max-width:640px){body{font-size:15px}.bar{flex-wrap:wrap;gap:.3rem .8rem}.bar nav{order:3;flex-basis:100%}.switches{margin-left:auto}.bar{position:static}html{scroll-padding-top:0}h1{font-size:1.35rem}.card{padding:.85rem .95rem}.big{font-size:1.7rem}th,td{padding:.34rem .6rem}section{margin:2rem 0}footer dl{grid-template-columns:1fr}footer dt{margin-top:.4rem}}
@media print{@page{margin:14mm}:root,:root:not([data-theme=light]),:root[data-theme=dark]{${COLOURS.light};color-scheme:light}html{font-size:12px}body{background:#fff;font-size:9pt}.bar,.skip,.unfold,.command button,.no-print{display:none!important}main,footer{max-width:none;padding:0}.card,.scroll{break-inside:avoid}.card:not(.fix),.scroll{border-color:#bbb}.card{grid-column:span 4;padding:.7rem .8rem}.card.half,.first .card.tells{grid-column:span 4}.first .card.asks{grid-column:span 5}.first .card.tells,.first .card.asks+.card:not(.fix){grid-column:span 3}.card.most{grid-column:span 8}.first .card.asks:first-child,.first .card.asks:has(+.fix){grid-column:span 9}.card.all,.card.fix,.first .card.asks:first-child:has(+.fix){grid-column:span 12}.big{font-size:1.45rem}table{font-size:7.5pt;line-height:1.4}table code,thead th,table .chip{font-size:inherit}table .chip{padding:0 .45em}thead button{display:contents}.scroll thead th{overflow-wrap:normal;word-break:keep-all}th,td,.n,.heat td{padding:.2rem .4rem;white-space:normal}.scroll table{overflow-wrap:anywhere}.scroll th,.scroll td{min-width:5.2em}.scroll th.n,.scroll td.n{min-width:4.4em;overflow-wrap:normal}.scroll td.n .dim{white-space:nowrap}.scroll tbody th{min-width:8em}.w{min-width:14em}.runbook th,.runbook td{min-width:6.5em}.about{break-after:avoid;max-width:none}p{break-inside:avoid}#assumptions-t{table-layout:fixed}#assumptions-t th:nth-child(1){width:19%}#assumptions-t th:nth-child(2){width:20%}#assumptions-t th:nth-child(3){width:25%}.chart{max-width:100%;overflow:hidden}.controls .pick span{display:none}select{border:0;background:none;appearance:none;font-weight:600}.canvas{overflow:visible;max-height:none}.canvas>svg{min-width:0!important;max-height:20.5cm!important}details:not([open]){display:none}.scroll{overflow:visible;break-inside:auto}.sorts.folds tbody tr.late{display:table-row}tr,figure{break-inside:avoid}thead,thead tr{break-after:avoid;break-inside:avoid}tbody tr:nth-child(-n+2){break-before:avoid}h2,h3,caption{break-after:avoid}section{margin:1.4rem 0}.cards{gap:.5rem}thead{display:table-header-group}*{-webkit-print-color-adjust:exact;print-color-adjust:exact}}
@media(prefers-reduced-motion:no-preference){html{scroll-behavior:smooth}}`;

export const STYLE = `:root{${COLOURS.light};color-scheme:light}
@media(prefers-color-scheme:dark){:root:not([data-theme=light]){${COLOURS.dark};color-scheme:dark}}
:root[data-theme=dark]{${COLOURS.dark};color-scheme:dark}${FRAME}${PAGE_WIDTH}${TOP}${TABLES}${PHONE}${DRAWING}${REPLAY}${WIDE_SCREENS}${PRINT}`;
