/** The looks of a report: for screens from 320 pixels on and for paper. Nothing is fetched, not even a font. */
export const REPORT_STYLE = `
:root { color-scheme: light; }
* { box-sizing: border-box; }
body { margin: 0; background: #f0f4f5; color: #212b32; font: 1.0625rem/1.5 Arial, Helvetica, sans-serif; }
header { background: #003087; color: #fff; }
header > div, main, footer { max-width: 60rem; margin: 0 auto; padding: 1rem; }
header h1 { margin: .5rem 0; }
main { background: #fff; padding-bottom: 2rem; }
h1 { font-size: 2rem; line-height: 1.2; }
h2 { font-size: 1.5rem; line-height: 1.25; margin: 2.5rem 0 1rem; padding-top: 1rem; border-top: 4px solid #005eb8; }
h3 { font-size: 1.1875rem; line-height: 1.3; margin: 2rem 0 .5rem; }
p, li, dl { max-width: 44rem; }
h1, h2, h3, p, li, dd, th, td { overflow-wrap: anywhere; }
a { color: #005eb8; }
a:focus { outline: 4px solid #ffeb3b; background: #ffeb3b; color: #212b32; }
.note { border-left: 8px solid #005eb8; padding: .25rem 1rem; background: #f0f4f5; }
.figures { display: flex; flex-wrap: wrap; gap: 1rem; padding: 0; margin: 1.5rem 0; list-style: none; max-width: none; }
.figures li { flex: 1 1 8rem; padding: .75rem 1rem; border: 1px solid #aeb7bd; border-top: 4px solid #005eb8; }
.figures strong { display: block; font-size: 2rem; line-height: 1.1; }
.chart { max-width: 44rem; margin: 1.5rem 0; overflow: hidden; padding: 3px; }
.app-chart { display: block; font-family: Arial, Helvetica, sans-serif; }
table { border-collapse: collapse; width: 100%; margin: 1.5rem 0; font-size: 1rem; }
caption { text-align: left; font-weight: bold; padding-bottom: .5rem; }
th, td { text-align: left; vertical-align: top; padding: .5rem .75rem .5rem 0; border-bottom: 1px solid #aeb7bd; }
thead th { vertical-align: bottom; border-bottom: 2px solid #4c6272; overflow-wrap: normal; }
tbody th { font-weight: normal; }
.number { text-align: right; font-variant-numeric: tabular-nums; }
.heading { display: none; }
dl > div { display: flex; gap: 1rem; padding: .5rem 0; border-bottom: 1px solid #aeb7bd; }
dt { flex: 0 0 14rem; font-weight: bold; }
dd { margin: 0; flex: 1; min-width: 0; }
footer { color: #425563; font-size: .9375rem; }
@media screen and (max-width: 48rem) {
  h1 { font-size: 1.625rem; }
  h2 { font-size: 1.3125rem; }
  table, caption, tbody, tr, th, td { display: block; }
  thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
  tbody tr { padding: .5rem 0; border-bottom: 2px solid #aeb7bd; }
  tbody th { font-weight: bold; border: 0; padding: .25rem 0; }
  td { display: flex; justify-content: space-between; gap: 1rem; border: 0; padding: .125rem 0; }
  td.words { display: block; }
  .heading { display: inline; color: #425563; }
  td.words .heading { display: block; }
  dl > div { display: block; }
}
@media print {
  body { background: #fff; font-size: 10.5pt; }
  header { background: #fff; color: #212b32; border-bottom: 4px solid #005eb8; }
  header > div, main, footer { max-width: none; padding: 0; }
  nav { display: none; }
  h2, h3, caption { break-after: avoid; }
  tr, .chart g, .figures li, dl > div { break-inside: avoid; }
  .chart { break-inside: avoid; max-width: 16cm; }
}
`;
