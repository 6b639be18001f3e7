import { releaseTables } from '@evenhand/disclosure';
import type { Catalogue } from '@evenhand/taxonomy';
import { buildReport } from '../../domain/reports/build-report';
import { withCharacteristics } from '../../domain/reports/characteristic-counts';
import { countPeople } from '../../domain/reports/count-people';
import type { EquityReport, ReleasedCounts, ReportWindow } from '../../domain/reports/equity-report';
import { type ReportDimensions, reportDimensions } from '../../domain/reports/report-dimensions';
import { PEOPLE_SETS, withWhatIsTold } from '../../domain/reports/report-lattice';
import { ReportMaterial } from '../../domain/reports/report-material';
import { countMentors } from '../../domain/reports/supply-counts';
import { countWorkforce } from '../../domain/reports/workforce-counts';
import type { FactsLook } from '../ports/equity-facts';
import type { TrueCounts } from '../ports/equity-report.repository';

/** What was counted, and by which dimensions. */
export interface Counted {
  readonly dimensions: ReportDimensions;
  readonly counts: TrueCounts;
}

/** Counts everything that a report tells, in one pass over everybody. */
export async function countEverything(look: FactsLook, catalogue: Catalogue): Promise<Counted> {
  const dimensions = reportDimensions(catalogue.content, await look.parts());
  const people = countPeople(await look.people(dimensions), dimensions, PEOPLE_SETS);
  const characteristics = await look.characteristics();
  const baseline = await look.baseline();
  return {
    dimensions,
    counts: {
      people: withWhatIsTold(
        characteristics === undefined ? people : withCharacteristics(people, characteristics, dimensions),
      ),
      supply: countMentors(await look.mentors(), dimensions, catalogue.topStage),
      ...(baseline === undefined ? {} : { workforce: countWorkforce(baseline, dimensions) }),
    },
  };
}

/** Lets through the gate what may be told, and makes the report of that. */
export async function tellCounted(
  { dimensions, counts }: Counted,
  window: ReportWindow,
  catalogue: Catalogue,
): Promise<EquityReport> {
  const released: ReleasedCounts = {
    people: await releaseTables(counts.people),
    supply: await releaseTables(counts.supply),
    ...(counts.workforce === undefined ? {} : { workforce: await releaseTables(counts.workforce) }),
  };
  const material = new ReportMaterial(dimensions, catalogue.content.stages, released);
  return buildReport(material, window);
}
