import type { CareerPhase } from '../catalogue';

const source = 'ahp-leaders-2019';

/** Three phases that follow one another, and what people gain beside them. */
export const careerPhases: readonly CareerPhase[] = [
  {
    code: 'professional_foundations',
    title: 'Professional and clinical foundations',
    description:
      'The first years in the profession: rotations, settling on a specialty, earning credibility at the front line and a first taste of leading colleagues in the same profession.',
    source,
  },
  {
    code: 'early_mid_career',
    title: 'Early mid-career',
    description:
      "A clinician's expertise grows and is sought beyond their own caseload. Leading stays close to their own registration and setting; every further path, from specialist to researcher to leader, is still open.",
    source,
  },
  {
    code: 'later_mid_career',
    title: 'Later mid-career',
    description:
      'Leadership becomes the main direction. Work spans several professions and unfamiliar settings and reaches across a whole trust or locality; the original profession matters less than what it taught.',
    source,
  },
  {
    code: 'outside_nhs_practice',
    title: 'Gaining experience outside NHS practice',
    description:
      'Roles in civic life, charities, education or business, at any point in a career, which build leadership skills where the employer has no opening.',
    source,
  },
];
