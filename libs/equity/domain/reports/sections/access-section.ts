import { impactRatio } from '@evenhand/statistics';
import type { ReportSection } from '../equity-report';
import type { Measure } from '../measures';
import type { Characteristic, PersonDimension } from '../report-dimensions';
import { type ReportMaterial, titleOf } from '../report-material';
import { areGroup } from '../told-verdicts';
import { ACCESS } from './access-shares';
import { type AccessRows, accessTable } from './access-table';
import type { JudgedShare } from './verdict-cells';
import { groupsListed } from './words';

/** The funnel of mentors by one dimension. */
export function accessSection(
  material: ReportMaterial,
  code: PersonDimension | Characteristic,
): ReportSection {
  const dimension = material.dimensions[code];
  return section(material, `access-by-${code.replaceAll('_', '-')}`, {
    dimensions: [code],
    heading: dimension.title,
    rows: dimension.categories.map((category) => ({
      categories: [category],
      title: titleOf(dimension, category),
    })),
  });
}

/** The same by professional group and grade together. */
export function accessByGroupAndGrade(material: ReportMaterial): ReportSection {
  const { professional_group: group, grade } = material.dimensions;
  return section(material, 'access-by-group-and-grade', {
    dimensions: [group.code, grade.code],
    heading: `${group.title} and ${grade.title.toLowerCase()}`,
    rows: group.categories.flatMap((one) =>
      grade.categories.map((other) => ({
        categories: [one, other],
        title: `${titleOf(group, one)}, ${titleOf(grade, other)}`,
      })),
    ),
  });
}

function section(material: ReportMaterial, code: string, rows: AccessRows): ReportSection {
  const { table, access } = accessTable(material, rows);
  return {
    ...{ code, title: `Access to mentors by ${rows.heading.toLowerCase()}` },
    ...{ sentence: sentenceOf(material, rows, access), table },
    chart: { kind: 'bars', labels: 'label', series: ['ask_rate', 'access_rate', 'reach'] },
  };
}

function sentenceOf(
  { people }: ReportMaterial,
  { dimensions, rows }: AccessRows,
  { verdicts }: JudgedShare<Measure>,
): string {
  const counted = rows
    .filter(({ categories }) => areGroup(dimensions, categories))
    .map((row) => ({ ...row, told: people.counted(dimensions, row.categories, ACCESS) }));
  const told = counted.flatMap((row) => (row.told === undefined ? [] : [{ ...row, ...row.told }]));
  const disparate = rows.filter(({ categories }) => verdicts.of(...categories) === 'disparity');
  const found =
    disparate.length === 0
      ? 'No disparity in access is found that can be told, which is no proof that there is none.'
      : `A disparity in access is found for ${groupsListed(disparate.map(({ title }) => title))}.`;
  const { estimate, lowestAt, highestAt, isBelowScreen } = impactRatio(told);
  if (estimate === null) {
    return `Too few groups are large enough for their access rates to be compared. ${found}`;
  }
  const named = (at: number) => {
    const { title, successes, n } = told[at]!;
    return `${Math.round((100 * successes) / n)}% (${title})`;
  };
  return (
    `Access rates that can be told run from ${named(lowestAt!)} to ${named(highestAt!)}, a ratio of ` +
    `${estimate.toFixed(2)}${isBelowScreen ? ', below four fifths, which is a reason to look closer' : ''}. ` +
    `${leftOut(counted.filter((row) => row.told === undefined).map(({ title }) => title))}${found}`
  );
}

/** More names than anybody reads. */
const MANY = 60;

/** Whom a comparison leaves out is named, or nobody would miss them. */
function leftOut(titles: readonly string[]): string {
  if (titles.length === 0) return '';
  const names =
    titles.length > MANY ? `${titles.length} groups, each with its row below` : groupsListed(titles);
  return `Left out, since their rates are withheld: ${names}. `;
}
