import { type Content, type Markup, markup } from './markup';

/** A column: its heading, and whether it holds numbers. */
export interface ReportColumn {
  readonly heading: string;
  readonly numeric?: boolean;
}

/**
 * A table whose first column is the heading of its row. On a narrow screen every cell stands on a line of its own with
 * its column's heading before it; roles keep it a table for those who hear it, whatever its looks.
 */
export function reportTable(
  caption: string,
  columns: readonly ReportColumn[],
  rows: readonly (readonly Content[])[],
): Markup {
  const looks = (at: number): string => (columns[at]!.numeric === true ? 'number' : 'words');
  return markup`<table role="table"><caption>${caption}</caption>
<thead role="rowgroup"><tr role="row">${columns.map(
    ({ heading }, at) => markup`<th role="columnheader" scope="col" class="${looks(at)}">${heading}</th>`,
  )}</tr></thead>
<tbody role="rowgroup">${rows.map(
    ([first = '', ...cells]) =>
      markup`<tr role="row"><th role="rowheader" scope="row">${first}</th>${cells.map(
        (cell, at) =>
          markup`<td role="cell" class="${looks(at + 1)}"><span class="heading" aria-hidden="true">${columns[at + 1]!.heading}</span> ${cell}</td>`,
      )}</tr>
`,
  )}</tbody></table>
`;
}

/** Names and what they are, one below the other. */
export function reportList(entries: readonly (readonly [name: string, value: Content])[]): Markup {
  return markup`<dl>${entries.map(([name, value]) => markup`<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl>
`;
}
