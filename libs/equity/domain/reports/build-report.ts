import { type DisclosurePolicy, roundingInWords } from '@evenhand/disclosure';
import type { EquityReport, ReportSection, ReportWindow } from './equity-report';
import { CHARACTERISTICS, type PersonDimension } from './report-dimensions';
import type { ReportMaterial } from './report-material';
import { accessByGroupAndGrade, accessSection } from './sections/access-section';
import { ceilingsSection } from './sections/ceilings-section';
import { funnelSections } from './sections/funnel-sections';
import { outreachSection } from './sections/outreach-section';
import { qualitySection } from './sections/quality-section';
import { representationSection } from './sections/representation-section';
import { STRATIFIED, stratifiedSection } from './sections/stratified-section';
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

const NOTES = [
  '“Eligible” are those who may ask for a mentor: active in the programme, with their consent, and not a mentor only; and ' +
    'whoever asked, had a champion or was in a talent pool in these months, also where they have left since. The ask rate ' +
    'and reach are shares of them; how many of the workforce they are is said where the programme has a baseline of it.',
  'There are three verdicts, on each group beside everyone else: a disparity, not enough data, no evidence of a disparity. ' +
    'None of them says that something is fair. A verdict is told where it is the same for every count that the released ' +
    'leave possible, and “Not told” otherwise, so that it gives nothing away that is withheld.',
  'A disparity is a rate below 0.8 or above 1.25 times that of everyone else, by more than chance explains. The more groups ' +
    'are compared, the more it takes (Holm); groups without enough data, in which nothing could be found, are not counted ' +
    'among them (Tarone). Where nobody else succeeded there is no ratio, and a group in which some did can be a disparity.',
  'A background counts, not the post that somebody holds today. Who asked more than once counts once, with the request ' +
    'that led furthest.',
];
const CHARACTERISTICS_COMPARED =
  'Whoever did not answer a question on a characteristic that the law protects, or prefers not to say, is counted and is no ' +
  'group: they are among everyone else, and compared with nobody.';
const toldBy = (policy: DisclosurePolicy) =>
  `Every count is ${roundingInWords(policy)}, and withheld where it is below ${policy.smallest} or would give another one ` +
  'away: “withheld” is no zero. Rates, ratios and intervals are worked out from these counts, so that they are as coarse. ' +
  'How coarse is a choice of whoever publishes this, and no national standard.';
const NO_CHARACTERISTICS =
  'Characteristics that the law protects are not counted: this installation has no database user who may count them.';

/** Every section of a report, in the order in which they are read. */
export function buildReport(material: ReportMaterial, window: ReportWindow): EquityReport {
  const counted = CHARACTERISTICS.filter((code) => material.counts(code));
  return {
    window,
    notes: [
      ...[toldBy(material.policy), ...NOTES],
      counted.length === 0 ? NO_CHARACTERISTICS : CHARACTERISTICS_COMPARED,
    ],
    sections: sectionsOf(material, counted),
    ...{ counts: material.released, policy: material.policy },
  };
}

function sectionsOf(
  material: ReportMaterial,
  characteristics: readonly (typeof CHARACTERISTICS)[number][],
): readonly ReportSection[] {
  return [
    ...[...ACCESS, ...characteristics].map((code) => accessSection(material, code)),
    accessByGroupAndGrade(material),
    ...[outreachSection(material, 'professional_group'), outreachSection(material, 'profession')],
    ...[...REPRESENTED, ...characteristics].map((code) => representationSection(material, code)),
    ...STRATIFIED.map((stratified) => stratifiedSection(material, stratified)),
    ...[
      waitingSection(material),
      qualitySection(material),
      ceilingsSection(material),
      trendSection(material),
    ],
    ...SUPPLY_DIMENSIONS.map((code) => supplySection(material, code)),
    ...[...ACCESS, ...characteristics].flatMap((code) => funnelSections(material, code)),
  ];
}
