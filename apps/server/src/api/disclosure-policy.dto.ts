import type { DisclosurePolicy } from '@evenhand/disclosure';
import { MapField, ObjectField, WholeNumberField } from '../http/fields/fields';

/** How coarse counts are told. */
export class DisclosurePolicyAnswer implements DisclosurePolicy {
  @WholeNumberField({
    description: 'Counts are rounded to the nearest multiple of it; by default 5.',
    min: 1,
    max: 1000,
  })
  base!: number;

  @WholeNumberField({
    description:
      'Smaller counts are withheld, zero too, and a figure is told anew only once so many people changed; by default 10.',
    min: 1,
    max: 1000,
  })
  smallest!: number;

  @WholeNumberField({
    description: 'A share of none or of all is told only of groups of so many people or more; by default 20.',
    min: 1,
    max: 1000,
  })
  smallestForExtremes!: number;
}

/** By which policy figures are told that each stand until they are told anew. */
export class ToldByAnswer {
  @ObjectField(() => DisclosurePolicyAnswer, {
    description: 'By which all is rounded or withheld but for the figures below.',
  })
  policy!: DisclosurePolicyAnswer;

  @MapField(DisclosurePolicyAnswer, {
    description:
      'Figures that stand as they were told before, by the policy of then; absent where there are none.',
    ...{ max: 20, keys: /^[a-zA-Z]{1,64}$/, keysLookLike: 'a figure, such as takenIn', optional: true },
  })
  earlier?: Record<string, DisclosurePolicyAnswer>;
}

/** Said of whatever is told by a policy: it is no national standard. */
export const BY_POLICY =
  'By which policy its counts are rounded and withheld: a choice of whoever publishes them, and no national standard.';
