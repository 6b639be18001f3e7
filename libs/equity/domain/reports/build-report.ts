import type { EquityReport, ReportSection, ReportWindow } from './equity-report';
import { CHARACTERISTICS, type PersonDimension } from './report-dimensions';
import type { ReportMaterial } from './report-material';
import { accessSection } from './sections/access-section';
import { ceilingsSection } from './sections/ceilings-section';
import { funnelSections } from './sections/funnel-sections';
import { outreachSection } from './sections/outreach-section';
import { qualitySection } from './sections/quality-section';
import { representationSection } from './sections/representation-section';
import { stratifiedSection } from './sections/stratified-section';
import { supplySection } from './sections/supply-section';
import { trendSection } from './sections/trend-section';
import { waitingSection } from './sections/waiting-section';
import { SUPPLY_DIMENSIONS } from './supply-counts';

const ACCESS: readonly PersonDimension[] = [
  'professional_group',
  'profession',
  'stage',
  'grade',
  'region',
  'organisation',
];
const REPRESENTED: readonly PersonDimension[] = [
  'professional_group',
  'profession',
  'stage',
  'grade',
  'organisation',
];
/** Champions and pools are told by background alone. */
const FUNNELLED: readonly PersonDimension[] = ['professional_group', 'profession'];

const NOTES = [
  'Every count is rounded, and withheld where it is small or would give another one away; a blank is a figure that is ' +
    'withheld, and no zero. Rates, ratios and intervals are worked out from these counts, so that they are as coarse.',
  'Verdicts come from true counts, each group beside everyone else, and there are three: a disparity, not enough data, no ' +
    'evidence of a disparity. None of them says that something is fair.',
  'A background counts, not the post that somebody holds today. Who asked more than once counts once, with the request ' +
    'that led furthest.',
];
const NO_CHARACTERISTICS =
  'Characteristics that the law protects are not counted: this installation has no database user who may count them.';

/** Every section of a report, in the order in which they are read. */
export function buildReport(material: ReportMaterial, window: ReportWindow): EquityReport {
  const counted = CHARACTERISTICS.filter((code) => material.counts(code));
  return {
    window,
    notes: [...NOTES, ...(counted.length === 0 ? [NO_CHARACTERISTICS] : [])],
    sections: sectionsOf(material, counted),
    counts: material.released,
  };
}

function sectionsOf(
  material: ReportMaterial,
  characteristics: readonly (typeof CHARACTERISTICS)[number][],
): readonly ReportSection[] {
  return [
    ...[...ACCESS, ...characteristics].map((code) => accessSection(material, code)),
    ...[outreachSection(material, 'professional_group'), outreachSection(material, 'profession')],
    ...REPRESENTED.map((code) => representationSection(material, code)),
    ...[stratifiedSection(material, 'stage'), stratifiedSection(material, 'grade')],
    ...[
      waitingSection(material),
      qualitySection(material),
      ceilingsSection(material),
      trendSection(material),
    ],
    ...SUPPLY_DIMENSIONS.map((code) => supplySection(material, code)),
    ...FUNNELLED.flatMap((code) => funnelSections(material, code)),
  ];
}
