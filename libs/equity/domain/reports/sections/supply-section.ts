import type { ReportSection } from '../equity-report';
import type { ReportDimension } from '../report-dimensions';
import { type ReportMaterial, titleOf } from '../report-material';
import type { SupplyDimension } from '../supply-counts';
import { count, labels, percent } from './columns';

/** Mentors and their places, by one dimension. */
export function supplySection({ supply, dimensions }: ReportMaterial, code: SupplyDimension): ReportSection {
  const dimension: ReportDimension = dimensions[code];
  return {
    code: `supply-by-${code.replaceAll('_', '-')}`,
    title: `Mentors by ${dimension.title.toLowerCase()}`,
    sentence:
      'Mentors who take part, the places that they offer, those still free and the share that is used, places with mentors of the highest ' +
      'stage, and how many of the proposals made to them they answered in time.',
    table: {
      columns: [
        ...[labels(dimension.title), count('mentors', 'Mentors'), count('places', 'Places')],
        ...[count('places_free', 'Free'), percent('used_rate', 'Used of all places')],
        count('places_top_stage', 'Places at the highest stage'),
        percent('answered_rate', 'Proposals answered in time'),
      ],
      rows: dimension.categories.map((category) => {
        const at = [[code], [category]] as const;
        return [
          ...[titleOf(dimension, category), supply.count(...at, 'mentors'), supply.count(...at, 'places')],
          ...[supply.count(...at, 'places_free'), shareUsed(supply.rate(...at, ['places_free', 'places']))],
          supply.count(...at, 'places_top_stage'),
          supply.rate(...at, ['answered_in_time', 'offers']),
        ];
      }),
    },
    chart: { kind: 'bars', labels: 'label', series: ['places', 'places_free'] },
  };
}

function shareUsed(free: number | null): number | null {
  return free === null ? null : 100 - free;
}
