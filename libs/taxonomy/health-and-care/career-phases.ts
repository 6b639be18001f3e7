import type { CareerPhase } from '../catalogue';

const source = 'ahp-leaders-2019';

/** Three phases that follow one another, and what people gain beside them. */
export const careerPhases: readonly CareerPhase[] = [
  {
    code: 'professional_foundations',
    title: 'Professional and clinical foundations',
    description:
      'The first years in the profession: rotations, a specialty that settles, credibility at the front line and a first taste of leading colleagues from the same training.',
    source,
  },
  {
    code: 'early_mid_career',
    title: 'Early mid-career',
    description:
      'Clinical expertise grows and is asked for beyond the own caseload. Leading stays close to the own registration and setting; all further paths, from specialist to researcher to leader, are still open.',
    source,
  },
  {
    code: 'later_mid_career',
    title: 'Later mid-career',
    description:
      'Leadership becomes the main direction. Work spans several professions and unfamiliar settings, reaches a whole trust or locality, and the original profession matters less than what it taught.',
    source,
  },
  {
    code: 'outside_nhs_practice',
    title: 'Gaining experience outside NHS practice',
    description:
      'Roles in civic life, charities, education or business, at any point of a career, which build leadership where the employer has no opening.',
    source,
  },
];
