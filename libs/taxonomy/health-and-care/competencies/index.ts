import type { Competency } from '../../catalogue';
import { deliveringAcrossHealthAndCare } from './delivering-across-health-and-care';
import { managingPeopleAndResources } from './managing-people-and-resources';
import { selfEffectiveness } from './self-effectiveness';

export { areas, standards } from './areas-and-standards';

/** The 27 competencies of the framework, three to a standard, in the framework's order. */
export const competencies: readonly Competency[] = [
  ...selfEffectiveness,
  ...managingPeopleAndResources,
  ...deliveringAcrossHealthAndCare,
];
