import type { Catalogue } from '@evenhand/taxonomy';
import type { Condition } from './condition';

/** A condition as a reader without a catalogue at hand understands it, without a full stop. Which organisations are in scope it does not name. */
export function conditionInWords(condition: Condition, { content, topics }: Catalogue): string {
  const titleOf = (entries: readonly { readonly code: string; readonly title: string }[], code: string) =>
    entries.find((entry) => entry.code === code)?.title ?? code;
  switch (condition.asks) {
    case 'stage':
      return `holds a post at stage ${condition.stage} (${titleOf(content.stages, condition.stage)}) or above`;
    case 'region':
      return `holds a post in ${condition.regions.map((code) => titleOf(content.regions, code)).join(' or ')}`;
    case 'organisation':
      return condition.organisationIds.length === 1
        ? 'holds a post in the organisation that the pool is for'
        : `holds a post in one of the ${condition.organisationIds.length} organisations that the pool is for`;
    case 'in_post':
      return `has held a present post for ${condition.months} ${condition.months === 1 ? 'month' : 'months'}`;
    case 'practised':
      return `has practised “${titleOf(topics, condition.topic)}” at stage ${condition.stage} or above`;
    case 'readiness':
      return `was found ready by “${titleOf(content.horizons, condition.horizon)}” or sooner`;
    case 'assessment':
      return `was found at level ${condition.level} of 4 or above in ${condition.dimension}`;
  }
}
