/** The style sheet of a report in HTML: light and dark on screen, dark ink on white paper in print, A4 with running heads. */
import { fontFaces } from "./fonts.ts";

const colours = `:root{color-scheme:light dark;
--page:light-dark(#f9f5f3,#1d1319);--sunken:light-dark(#f2ecea,#150d12);--ink:light-dark(#281a20,#f3eaee);--ink-soft:light-dark(#544648,#c3b4bc);
--hair:light-dark(#e6dedb,#45353e);--link:light-dark(#632747,#ebcfdb);--sun:#f2b43c;--sun-edge:light-dark(#9a6500,#f2b43c);--sun-tint:light-dark(#fceed0,#3a2a0c);
--banner-ink:light-dark(#4a3200,#f8e3b8);--cover:light-dark(#471d33,#2c1522);--cover-ink:#fff;--cover-soft:#ebcfdb;
--sans:"Report Sans","Atkinson Hyperlegible Next","Atkinson Hyperlegible",Verdana,sans-serif;--stem:"Report Serif",Literata,Georgia,"Times New Roman",serif;
--gutter:clamp(1.25rem,.3rem + 3.6vw,3rem)}`;

const pattern = (size: string, drawing: string) =>
  `url("data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' ${size}%3E${drawing}%3C/svg%3E")`;

const themes = `[data-theme-id=development-present]{--c-ink:light-dark(#1a5929,#9fd4a5);--c-line:light-dark(#277539,#67b373);--c-tint:light-dark(#e2f3e3,#1b3520);--c-pattern:${pattern("width='12' height='6'", "%3Cpath d='M0 3h12' stroke='%23000' stroke-width='3.4' fill='none'/%3E")}}
[data-theme-id=what-helped]{--c-ink:light-dark(#00526e,#92cee9);--c-line:light-dark(#006d91,#50abd0);--c-tint:light-dark(#def1fa,#12303d);--c-pattern:${pattern("width='12' height='6'", "%3Cpath d='M0 3q3-4.4 6 0t6 0' stroke='%23000' stroke-width='2.2' fill='none'/%3E")}}
[data-theme-id=more-possible]{--c-ink:light-dark(#55387e,#ceb6fb);--c-line:light-dark(#704da5,#ac89e7);--c-tint:light-dark(#f0e9fd,#32264a);--c-pattern:${pattern("width='8' height='6'", "%3Ccircle cx='4' cy='3' r='2'/%3E")}}
[data-theme-id=barriers]{--c-ink:light-dark(#783315,#f6b197);--c-line:light-dark(#9c4621,#df825d);--c-tint:light-dark(#fde8df,#44241a);--c-pattern:${pattern("width='12' height='6'", "%3Cpath d='M1 3h7' stroke='%23000' stroke-width='3.4' fill='none'/%3E")}}`;

const base = `*,*::before,*::after{box-sizing:border-box}
html{background:var(--page);color:var(--ink);font:400 1.0625rem/1.55 var(--sans);-webkit-text-size-adjust:100%;scroll-padding-block:2rem}
body{margin:0}
h1,h2,h3,h4,p,ul,ol,dl,dd,figure,blockquote{margin:0;padding:0}
h1,h2,h3,h4{font-weight:680;line-height:1.24;letter-spacing:-.012em;text-wrap:balance;overflow-wrap:break-word}
p,dd,li,blockquote,td,th{overflow-wrap:break-word}
p{text-wrap:pretty}
svg{display:block;flex:none}
a{color:var(--link);text-decoration-thickness:1.5px;text-underline-offset:.22em;overflow-wrap:anywhere}
:focus-visible{outline:3px solid var(--ink);outline-offset:3px;box-shadow:0 0 0 3px var(--sun);border-radius:4px}
.vh{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.skip{position:absolute;left:1rem;top:-5rem;background:var(--cover);color:#fff;padding:.75rem 1rem;border-radius:10px;z-index:5}
.skip:focus{top:1rem}
.wrap{max-width:82rem;margin-inline:auto;padding-inline:var(--gutter)}
.soft{color:var(--ink-soft)}.small{font-size:.9375rem;line-height:1.45}
.icon{width:1.25em;height:1.25em;stroke-width:1.9}
.sign{position:relative;display:inline-grid;place-items:center;inline-size:2.25rem;block-size:2.5rem;padding-bottom:.4rem;flex:none;border-radius:9px;background:var(--c-tint);color:var(--c-ink)}
.sign .icon{width:1.25rem;height:1.25rem}
.sign::after{content:"";position:absolute;inset:auto .375rem .28rem;height:6px;background:var(--c-line);-webkit-mask:var(--c-pattern) center/auto 6px repeat-x;mask:var(--c-pattern) center/auto 6px repeat-x}
.sign.large{inline-size:3.25rem;block-size:3.5rem;border-radius:13px;padding-bottom:.6rem}.sign.large .icon{width:1.7rem;height:1.7rem}.sign.large::after{inset:auto .5rem .5rem}
.topic{display:inline-flex;align-items:center;gap:.65rem;font-weight:560;color:var(--c-ink);line-height:1.25}
.shape{width:1.125rem;height:1.125rem;fill:currentColor}
.persp{display:inline-flex;align-items:center;gap:.5rem;font-weight:560;line-height:1.2;vertical-align:bottom}`;

const page = `.practice{background:var(--sun-tint);color:var(--banner-ink);font-size:.9375rem;line-height:1.4}
.practice p{display:flex;gap:.75rem;align-items:center;padding-block:.55rem}
.practice .tape{width:2.25rem;height:.875rem;flex:none;border-radius:2px;background:repeating-linear-gradient(120deg,var(--sun) 0 7px,transparent 7px 12px);box-shadow:inset 0 0 0 1.5px var(--sun-edge)}
.status{border-bottom:1px solid var(--hair);background:var(--sunken);font-weight:560}
.status p{padding-block:.7rem}
.cover{position:relative;background:var(--cover);color:var(--cover-ink);overflow:hidden}
.cover .brand{display:inline-flex;align-items:center;gap:.65rem;font-weight:680;font-size:1.3125rem;letter-spacing:-.022em;min-height:2.75rem}
.mark-sign{width:2.25rem;height:2rem}
.cover .scene{overflow:visible;clip-path:inset(-100% 0 0 0);position:absolute;inset:auto 0 0 0;width:100%;height:clamp(9rem,22vw,18.75rem)}
.cover .in{position:relative;padding-block:1rem clamp(9.5rem,20vw,16rem)}
.cover h1{font-size:clamp(2.375rem,1.4rem + 4.2vw,4.25rem);line-height:1.03;letter-spacing:-.035em;max-width:15ch;margin-top:clamp(1.75rem,4vw,3.5rem)}
.cover .sub{font-size:1.1875rem;color:var(--cover-soft);margin-top:1.1rem;max-width:36rem}
.facts{display:flex;flex-wrap:wrap;gap:1rem 3.5rem;padding-block:1.5rem;border-bottom:1px solid var(--hair);font-size:.9375rem}
.facts dt{color:var(--ink-soft)}.facts dd{font-weight:560;font-size:1.0625rem}
.part{display:grid;grid-template-columns:15.5rem minmax(0,1fr);gap:2rem 3.5rem;padding-block:clamp(2.75rem,6vw,5rem);border-bottom:1px solid var(--hair)}
.part:last-of-type{border:0}
.part>header h2{font-size:1.6875rem;letter-spacing:-.02em;line-height:1.18}.part>header .sign+h2{margin-top:.9rem}
.part>header p{margin-top:.7rem;font-size:.9375rem;color:var(--ink-soft);max-width:26rem}
.body>*+*{margin-top:2.25rem}
.text{max-width:44rem;font-size:1.1875rem;line-height:1.5}
.text>*+*{margin-top:.85em}.text h3,.text h4{font-size:1.1875rem;margin-top:1.4em}
.text ul,.text ol{padding-left:1.4rem}.text li+li{margin-top:.3em}.text blockquote{border-left:3px solid var(--hair);padding-left:1rem}
.text code,.text pre{font-family:ui-monospace,"DejaVu Sans Mono",Consolas,monospace;font-size:.9em}.text pre{white-space:pre-wrap;background:var(--sunken);padding:1rem;border-radius:10px}
.empty{max-width:38rem;color:var(--ink-soft);border-left:3px dotted var(--sun-edge);padding-left:1.15rem}
footer{border-top:1px solid var(--hair);color:var(--ink-soft);font-size:.9375rem;padding-block:1.5rem 3rem}`;

const parts = `.five{display:grid;gap:1.35rem;list-style:none}
.five li{display:grid;grid-template-columns:2.25rem 1fr;gap:1.15rem;font-size:1.375rem;line-height:1.42;letter-spacing:-.008em;max-width:44rem}
.five .sign{margin-top:-.28rem}
.lines{max-width:52rem;columns:18rem;column-gap:3rem;padding-left:1.2rem;margin-top:.5rem}.lines li{break-inside:avoid;padding-bottom:.35rem}
.learning+.learning{margin-top:clamp(2.25rem,4vw,3.25rem);padding-top:clamp(2.25rem,4vw,3.25rem);border-top:1px solid var(--hair)}
.learning h3{font-size:1.6875rem;line-height:1.2;letter-spacing:-.024em;max-width:26ch;color:var(--c-ink)}
.cols{display:grid;grid-template-columns:minmax(0,1.05fr) minmax(0,1fr);gap:1.5rem 3rem;margin-top:1.1rem}
.why>*+*{margin-top:.85rem}.cols.alone{grid-template-columns:minmax(0,1fr);margin-top:.5rem}.cols.alone .why{display:grid;grid-template-columns:minmax(0,1.05fr) minmax(0,1fr);gap:.5rem 3rem;align-items:start}.cols.alone .why>*+*,.cols.alone .breadth{margin-top:0}
.breadth{display:flex;align-items:center;gap:.75rem;line-height:1.3;margin-top:1.3rem}
.rings{width:2.75rem;height:2.75rem}
.breadth b{font-weight:560;display:block}
.why>div>.small{margin-top:.85rem}
.seen{margin-top:.85rem;display:flex;flex-wrap:wrap;gap:.35rem 1.25rem;font-size:.9375rem;color:var(--ink-soft);list-style:none}
.said blockquote{font-family:var(--stem);font-size:1.375rem;line-height:1.45;letter-spacing:-.008em;text-indent:-.42em}
.said+.said{margin-top:1.75rem}.said figcaption{margin-top:.6rem;color:var(--ink-soft);font-size:.9375rem}
table{width:100%;border-collapse:collapse}
caption{text-align:left;font-size:.9375rem;color:var(--ink-soft);padding-bottom:.75rem}
th,td{text-align:left;vertical-align:top;padding:.85rem 1.25rem .85rem 0;border-bottom:1px solid var(--hair);font-weight:inherit}
thead th{border-bottom:2px solid var(--ink);padding-top:0;vertical-align:bottom;font-weight:560}
tbody th{font-weight:560}
td.num{font-variant-numeric:tabular-nums}
.matrix{table-layout:fixed}.matrix th:first-child{width:28%}.matrix td,.matrix th{padding-block:1.15rem}
.moon-cell{display:grid;grid-template-columns:2rem 1fr;gap:0 .75rem;align-items:start}
.moon{width:2rem;height:2rem;color:var(--c-line);margin-top:-.15rem}.moon-cell b{font-weight:560;line-height:1.65rem}
.ask{display:grid;grid-template-columns:auto 1fr;gap:1rem;max-width:42rem;font-size:1.1875rem}
.ask .icon{width:1.6rem;height:1.6rem;color:var(--sun-edge);margin-top:.1rem}
.held{list-style:none;max-width:48rem}
.held li{display:grid;grid-template-columns:2.25rem 1fr;gap:1rem;padding:1.15rem 0;border-bottom:1px solid var(--hair)}.held li:first-child{padding-top:0}.held li:last-child{border:0}
.held b{font-weight:560;display:block}.held .icon{width:1.5rem;height:1.5rem;color:var(--ink-soft);margin-top:.1rem}.held span{color:var(--ink-soft)}
.codes{columns:22rem;column-gap:3rem}.codes div{break-inside:avoid;padding-bottom:.9rem}.codes dt{font-weight:560}.codes dd{color:var(--ink-soft);font-size:.9375rem}
.questions{display:grid;gap:2rem}.questions h3{font-size:1.1875rem}.questions .lines{margin-top:.7rem}`;

const small = `@media screen and (max-width:68rem){.part{grid-template-columns:minmax(0,1fr);gap:1.75rem}}
@media screen and (max-width:48rem){.cols,.cols.alone .why{grid-template-columns:minmax(0,1fr)}.five li{font-size:1.1875rem}.learning h3{font-size:1.375rem}
.facts{display:grid;grid-template-columns:1fr 1fr;gap:1rem}
table,tbody,tr,tbody th,td{display:block;width:100%}thead{display:none}caption{display:block}
tr{border-top:2px solid var(--ink);padding:1rem 0 .75rem}tbody th,td,.matrix td,.matrix th,.matrix th:first-child{border:0;padding:.3rem 0;width:100%}
td::before{content:attr(data-label);display:block;font-size:.9375rem;color:var(--ink-soft)}}
@media (forced-colors:active){.sign{border:1.5px solid CanvasText}}`;

const paper = `@media print{
:root{color-scheme:light;--page:#fff;--cover:#fff;--cover-ink:#281a20;--cover-soft:#544648}
html{font-size:10.5pt;line-height:1.45}
.wrap{padding-inline:0;max-width:none}.skip{display:none}
.practice,.status,.sign,.scene,.tape,.moon,.rings,.shape{-webkit-print-color-adjust:exact;print-color-adjust:exact}
.practice .wrap,.status .wrap{padding-inline:.75rem}.status{border:0;margin-top:.4rem}
.cover{overflow:visible}.cover .in{padding-block:.6rem 0}.cover h1{font-size:30pt;margin-top:1.2rem}.cover .sub{margin-bottom:1.2rem}
.cover .scene{position:static;height:42mm}
.cover{display:flex;flex-direction:column}.cover .scene{order:2}.cover .in{width:100%}
.facts{padding-block:1rem;gap:.6rem 2.2rem}
.part{display:block;padding-block:1.7rem 1.5rem}.part>header{display:grid;grid-template-columns:auto 1fr;gap:0 .9rem;align-items:center;margin-bottom:1.1rem;break-inside:avoid;break-after:avoid}
.part>header h2{font-size:17pt}.part>header .sign+h2{margin-top:0}.part>header p{grid-column:1/-1;margin-top:.35rem;max-width:none}
.sign.large{inline-size:2.4rem;block-size:2.65rem;border-radius:9px;padding-bottom:.4rem}.sign.large .icon{width:1.3rem;height:1.3rem}.sign.large::after{inset:auto .375rem .28rem}
.body>*+*{margin-top:1.5rem}
h2,h3,h4,thead,caption{break-after:avoid}
.five,.said,.held li,.ask,tr,.breadth,.learning>.cols>.why,.titled,.part:has(>.body>:is(.empty,.five,.held):only-child){break-inside:avoid}
.empty,.five{break-before:avoid}
.five li{font-size:12.5pt}.five .sign{margin-top:0}.matrix{break-inside:avoid}.text{font-size:11.5pt;max-width:none}.learning h3{font-size:14pt;max-width:none}.said blockquote{font-size:13pt;text-indent:0}
.learning+.learning{margin-top:1.5rem;padding-top:1.5rem}
.cols{gap:1rem 2rem;margin-top:.7rem}.matrix td,.matrix th{padding-block:.7rem}th,td{padding-block:.5rem}.moon{width:1.6rem;height:1.6rem}.breadth{margin-top:.8rem}.rings{width:2.2rem;height:2.2rem}
p,li,dd{orphans:3;widows:3}
a{color:inherit}.text a::after{content:" (" attr(href) ")";font-size:.85em;overflow-wrap:anywhere}
footer{padding-block:1rem 0;break-before:avoid}.cols.alone .why{gap:.4rem 2rem}
}`;

/** Text as a CSS string: every character but plain letters and digits as a code point, so that none of it can end the string or the sheet. */
function cssString(text: string): string {
  const inside = [...text].map((character) =>
    /[a-zA-Z0-9]/.test(character) ? character : `\\${character.codePointAt(0)?.toString(16)} `,
  );
  return `"${inside.join("")}"`;
}

/**
 * The whole style sheet; `title` and `marks` (what may be done with the file) stand at the top of every printed page but the first, where
 * the cover says both; `ofPages` stands between page and total.
 */
export function styleSheet(title: string, marks: string, ofPages: string): string {
  const head = `font:8.5pt "Report Sans",sans-serif;color:#544648;vertical-align:bottom;padding-bottom:4mm`;
  const pages = `@page{size:A4;margin:20mm 17mm 20mm;@top-left{content:${cssString(title)};${head}}@top-right{content:${cssString(marks)};${head}}@bottom-right{content:counter(page) ${cssString(ofPages)} counter(pages);font:8.5pt "Report Sans",sans-serif;color:#544648;vertical-align:top;padding-top:5mm}}
@page:first{margin-top:14mm;@top-left{content:none}@top-right{content:none}}`;
  return [fontFaces, colours, themes, base, page, parts, small, paper, pages].join("\n");
}
