import type { ReportSection } from '../equity-report';
import type { PersonDimension } from '../report-dimensions';
import { type ReportMaterial, titleOf } from '../report-material';
import { ASKED } from './access-shares';
import { count, labels, percent } from './columns';
import { JudgedShare } from './verdict-cells';

/** What stands in the place of an ask rate that is withheld. */
const TOO_FEW = 'Too few to tell';

/**
 * Whom to invite: groups of whom fewer ask than of everybody, the lowest ask rate first, and last those of whom too few can
 * be told to say. It names no person, and is in an order that released rates alone decide.
 */
export function outreachSection(material: ReportMaterial, code: PersonDimension): ReportSection {
  const { people, dimensions } = material;
  const dimension = dimensions[code];
  const overall = people.rate([], [], ASKED);
  const groups = dimension.categories.map((category) => [category]);
  const asking = new JudgedShare(people, [code], groups, ASKED);
  const rates = dimension.categories.map((category) => ({
    category,
    rate: people.rate([code], [category], ASKED),
  }));
  const behind = rates
    .filter(({ rate }) => rate !== null && overall !== null && rate < overall)
    .sort((a, b) => a.rate! - b.rate!);
  const untold = rates.filter(({ rate }) => rate === null);
  return {
    code: `outreach-by-${code.replaceAll('_', '-')}`,
    title: `Whom to invite, by ${dimension.title.toLowerCase()}`,
    sentence:
      overall === null
        ? 'Too few people asked to say of whom fewer ask.'
        : `Of everybody eligible ${overall}% asked for a mentor. Of those listed here fewer did, the fewest first; last ` +
          'stand those of whom too few can be told to say.',
    table: {
      columns: [
        ...[labels(dimension.title), count('eligible', 'Eligible'), count('asked', 'Asked')],
        ...[percent('ask_rate', 'Ask rate (asked of eligible)'), ...asking.columns('asking', 'Asking')],
      ],
      rows: [...behind, ...untold].map(({ category, rate }) => [
        titleOf(dimension, category),
        ...(['eligible', 'asked'] as const).map((measure) => people.count([code], [category], measure)),
        ...[rate ?? TOO_FEW, ...asking.cells(category)],
      ]),
    },
    chart: { kind: 'bars', labels: 'label', series: ['ask_rate'] },
  };
}
