import type { DisclosurePolicy } from '@evenhand/disclosure';
import type { Catalogue } from '@evenhand/taxonomy';
import { buildReport } from '../../domain/reports/build-report';
import { withCharacteristics } from '../../domain/reports/characteristic-counts';
import { countPeople } from '../../domain/reports/count-people';
import type {
  EquityReport,
  ReleasedCounts,
  RepeatedTable,
  ReportWindow,
} from '../../domain/reports/equity-report';
import { repeatedInWords } from '../../domain/reports/repeated-in-words';
import { type ReportDimensions, reportDimensions } from '../../domain/reports/report-dimensions';
import { PEOPLE_SETS, withWhatIsTold } from '../../domain/reports/report-lattice';
import { ReportMaterial } from '../../domain/reports/report-material';
import { countMentors } from '../../domain/reports/supply-counts';
import type { TrueCounts } from '../../domain/reports/true-counts';
import { countWorkforce } from '../../domain/reports/workforce-counts';
import type { FactsLook } from '../ports/equity-facts';

/** What was counted, and by which dimensions. */
export interface Counted {
  readonly dimensions: ReportDimensions;
  readonly counts: TrueCounts;
}

/** What may be told, and what it was told by. */
export interface Told {
  readonly released: ReleasedCounts;
  readonly repeated: readonly RepeatedTable[];
  readonly policy: DisclosurePolicy;
}

/** Counts everything that a report tells, in one pass over everybody. @param policy with which it will be told */
export async function countEverything(
  look: FactsLook,
  catalogue: Catalogue,
  policy: DisclosurePolicy,
): Promise<Counted> {
  const dimensions = reportDimensions(catalogue.content, await look.parts());
  // Characteristics are counted by another database user, on a connection of their own: both are at work at once.
  const [facts, characteristics] = await Promise.all([look.people(dimensions), look.characteristics()]);
  const people = countPeople(facts, dimensions, PEOPLE_SETS);
  const baseline = await look.baseline();
  return {
    dimensions,
    counts: {
      people: withWhatIsTold(
        characteristics === undefined ? people : withCharacteristics(people, characteristics, dimensions),
        policy,
      ),
      supply: countMentors(await look.mentors(), dimensions, catalogue.topStage),
      ...(baseline === undefined ? {} : { workforce: countWorkforce(baseline, dimensions) }),
    },
  };
}

/** Makes the report of what passed the gate. */
export function tellCounted(
  dimensions: ReportDimensions,
  { released, repeated, policy }: Told,
  window: ReportWindow,
  catalogue: Catalogue,
): EquityReport {
  const material = new ReportMaterial(dimensions, catalogue.content.stages, released, policy);
  const report = buildReport(material, window);
  return {
    ...report,
    notes: [...report.notes, ...repeatedInWords(repeated, dimensions, window.months)],
    repeated,
  };
}
