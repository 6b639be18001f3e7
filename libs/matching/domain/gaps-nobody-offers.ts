import type { Mentee, Mentor } from '@evenhand/people';
import type { Catalogue } from '@evenhand/taxonomy';

/** Something that people ask help with and nobody offers: whom to recruit next. */
export interface GapNobodyOffers {
  /** Code and title of the topic. */
  readonly topic: string;
  readonly title: string;
  /** Code of the target stage at which, or above which, it would have to have been practised. */
  readonly stage: string;
  /** How many mentees ask for it at this stage. */
  readonly mentees: number;
}

/**
 * The gaps that no mentor with a place has practised at the target stage or above, by topic and stage in the
 * catalogue's order.
 */
export function gapsNobodyOffers(
  mentees: readonly Mentee[],
  mentors: readonly Mentor[],
  catalogue: Catalogue,
): GapNobodyOffers[] {
  const { stages } = catalogue.content;
  const highest = new Map<string, number>();
  for (const { topic, stage } of mentors
    .filter(({ capacity }) => capacity > 0)
    .flatMap(({ strengths }) => strengths)) {
    highest.set(topic, Math.max(highest.get(topic) ?? -1, catalogue.stageRank(stage)));
  }
  return catalogue.topics.flatMap(({ code: topic, title }) =>
    stages.slice((highest.get(topic) ?? -1) + 1).flatMap(({ code: stage }) => {
      const asking = mentees.filter(
        ({ targetStage, gaps }) => targetStage === stage && gaps.some((gap) => gap.topic === topic),
      );
      return asking.length === 0 ? [] : [{ topic, title, stage, mentees: asking.length }];
    }),
  );
}
