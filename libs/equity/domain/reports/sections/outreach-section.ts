import type { ReportSection } from '../equity-report';
import type { Measure } from '../measures';
import type { Share } from '../released-look';
import type { PersonDimension } from '../report-dimensions';
import { type ReportMaterial, titleOf } from '../report-material';
import { trueVerdicts, VERDICT_WORDS } from '../true-verdicts';
import { count, labels, percent, text } from './columns';

const ASKED: Share<Measure> = ['asked', 'eligible'];

/**
 * Whom to invite: groups of whom fewer ask than of everybody, the lowest ask rate first. It names no person, and is in an
 * order that released rates alone decide.
 */
export function outreachSection(material: ReportMaterial, code: PersonDimension): ReportSection {
  const { people, dimensions, truth } = material;
  const dimension = dimensions[code];
  const overall = people.rate([], [], ASKED);
  const verdicts = trueVerdicts(truth.people, code, ASKED);
  const rates = dimension.categories.map((category) => ({
    category,
    rate: people.rate([code], [category], ASKED),
  }));
  const behind = rates
    .filter(({ rate }) => rate !== null && overall !== null && rate < overall)
    .sort((a, b) => a.rate! - b.rate!);
  return {
    code: `outreach-by-${code.replaceAll('_', '-')}`,
    title: `Whom to invite, by ${dimension.title.toLowerCase()}`,
    sentence:
      overall === null
        ? 'Too few people asked to say of whom fewer ask.'
        : `Of everybody eligible ${overall}% asked for a mentor. Of those listed here fewer did, the fewest first.`,
    table: {
      columns: [
        ...[labels(dimension.title), count('eligible', 'Eligible'), count('asked', 'Asked')],
        ...[percent('ask_rate', 'Ask rate'), text('verdict', 'Verdict on asking')],
      ],
      rows: behind.map(({ category, rate }) => [
        titleOf(dimension, category),
        ...ASKED.map((measure) => people.count([code], [category], measure)).reverse(),
        ...[rate, VERDICT_WORDS[verdicts.get(category)!]],
      ]),
    },
    chart: { kind: 'bars', labels: 'label', series: ['ask_rate'] },
  };
}
