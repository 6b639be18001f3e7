import type { CountTables } from '@evenhand/disclosure';
import { SUPPLY_CARRIERS, SUPPLY_MEASURES, SUPPLY_PARTS, type SupplyMeasure } from './measures';
import type { MentorFact } from './people-facts';
import { NOT_STATED, type ReportDimensions } from './report-dimensions';
import { tablesOf } from './tables-of';

/** What mentors are counted by, each alone. */
export const SUPPLY_DIMENSIONS = ['professional_group', 'stage', 'region', 'organisation'] as const;
/** One of them. */
export type SupplyDimension = (typeof SUPPLY_DIMENSIONS)[number];

/** Counts mentors, their places and the offers made to them. @param topStage code of the highest stage */
export function countMentors(
  mentors: readonly MentorFact[],
  dimensions: ReportDimensions,
  topStage: string,
): CountTables<SupplyMeasure> {
  const { of } = dimensions.profession.within!;
  const tables = tablesOf({
    dimensions: SUPPLY_DIMENSIONS.map((code) => dimensions[code]),
    measures: SUPPLY_MEASURES,
    parts: SUPPLY_PARTS,
    sets: [[], ...SUPPLY_DIMENSIONS.map((code) => [code])],
    entries: mentors.map((mentor) => ({
      categories: { ...mentor, professional_group: of[mentor.profession] ?? NOT_STATED },
      counts: {
        mentors: 1,
        places: mentor.places,
        places_free: Math.max(0, mentor.places - mentor.placesInUse),
        places_top_stage: mentor.stage === topStage ? mentor.places : 0,
        offers: mentor.offers,
        answered_in_time: mentor.answeredInTime,
      },
    })),
  });
  return { ...tables, carriers: SUPPLY_CARRIERS };
}
