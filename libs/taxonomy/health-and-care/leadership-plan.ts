import type { EscalationLevel, PlanBehaviour, PlanChapter, ReadinessStatement } from '../catalogue';

const source = 'inspiring-leaders-2009';

/** Seven conditions to establish before a plan is made, then the five learnings that keep it going. */
export const readinessStatements: readonly ReadinessStatement[] = [
  {
    code: 'shared_ambition',
    purpose: 'conditions',
    title: 'Ambition that organisations share',
    description:
      'The organisations of the region want better leadership enough, and want it together, to work on it across their borders.',
    source,
  },
  {
    code: 'action_plans',
    purpose: 'conditions',
    title: 'Plans for working together',
    description:
      'It is planned how collaboration will come about: data, culture and machinery for it, made with those it is for, as close to patients as can be, with clinicians and in step with the rest of the system.',
    source,
  },
  {
    code: 'led_from_the_top',
    purpose: 'conditions',
    title: 'Chair and chief executive lead it themselves',
    description:
      'Chair and chief executive are seen to lead on leadership, inside and across organisations; for the chief executive the source reckons with more than a fifth of their time.',
    source,
  },
  {
    code: 'named_director',
    purpose: 'conditions',
    title: 'A director answers for it, with means',
    description:
      'One named director of the board has the lead, and money and people to go with it. Board members teach and mentor too.',
    source,
  },
  {
    code: 'equal_focus',
    purpose: 'conditions',
    title: 'As much attention as to services and money',
    description:
      'The board can show that growing leaders has as firm a place in its work as delivering services and balancing the books.',
    source,
  },
  {
    code: 'staff_engaged',
    purpose: 'conditions',
    title: 'Staff know how it works',
    description:
      'Staff have been listened to and told, so that whoever builds skills and a career can see how talent is found and developed.',
    source,
  },
  {
    code: 'measures_owned',
    purpose: 'conditions',
    title: 'The board knows how its measures will improve',
    description:
      'The board is satisfied with how its measures of talent are to get better, above all for clinicians, people from ethnic minorities, women and disabled people.',
    source,
  },
  {
    code: 'serves_plans',
    purpose: 'lasting_success',
    title: 'It carries strategy and operations',
    description: 'What is done for leaders makes the strategic and the operational plans possible.',
    source,
  },
  {
    code: 'pathways_aligned',
    purpose: 'lasting_success',
    title: 'Careers follow the paths of care',
    description:
      'The board is satisfied that pathways for talent, those there are and those to come, fit models of care and the ways of patients; where they do not, it is planned how they will.',
    source,
  },
  {
    code: 'partners_met',
    purpose: 'lasting_success',
    title: 'Partners meet at least twice a year',
    description: 'The board brings its main partners together, twice a year or more, on what to improve.',
    source,
  },
  {
    code: 'pools_transparent',
    purpose: 'lasting_success',
    title: 'Talent pools in the open',
    description:
      'Everybody can see how talent pools are made up, and how they are used so that appointments are the better for it.',
    source,
  },
  {
    code: 'evidence_available',
    purpose: 'lasting_success',
    title: 'Evidence that holds',
    description:
      'Data are sound enough for the region to talk about, to be sure of what has improved, and to learn from.',
    source,
  },
];

/** What a region's plan is made of, in its order. */
export const planChapters: readonly PlanChapter[] = [
  {
    code: 'vision_and_behaviour',
    title: 'Vision and behaviour',
    description:
      'What will be different about leadership in three and in five years, who answers for it, and the behaviour that it takes.',
    source,
  },
  {
    code: 'diagnosis',
    title: 'Diagnosis: demand, supply and gaps',
    description:
      'The leaders there are and the leaders needed, who they are by background, what is missing, and how that must change.',
    source,
  },
  {
    code: 'closing_gaps',
    title: 'Plans to close the gaps',
    description: 'What organisations do together so that supply meets demand.',
    source,
  },
  {
    code: 'pathways_and_investment',
    title: 'Pathways and investment',
    description: 'What is spent on developing leaders, and how it fits models of care and priorities.',
    source,
  },
  {
    code: 'system_links',
    title: 'Links to system-wide work',
    description: 'How work on talent here and in the region serves the priorities of the whole system.',
    source,
  },
  {
    code: 'barriers_and_risks',
    title: 'Barriers and risks',
    description: 'What stands in the way, what can be settled here, and what must be settled higher up.',
    source,
  },
];

/** Where behaviour may have to change. */
export const planBehaviours: readonly PlanBehaviour[] = [
  {
    code: 'takes_succession_seriously',
    title: 'Takes succession seriously',
    description: 'Spotting and developing talent counts when managers are judged, at every level.',
    showsReleases: false,
    source,
  },
  {
    code: 'consistent_and_open',
    title: 'Works consistently and in the open',
    description: 'Whoever might lead can understand which ways are open, in this region and the next.',
    showsReleases: false,
    source,
  },
  {
    code: 'bold_and_respectful',
    title: 'Is bold, and respectful with it',
    description:
      'Talks on development are held with respect, people may speak up, and appointments show that everybody counts.',
    showsReleases: false,
    source,
  },
  {
    code: 'values_diversity',
    title: 'Values diversity across the system',
    description: 'Those who lead, and those coming after them, are as varied as staff and communities.',
    showsReleases: false,
    source,
  },
  {
    code: 'stewards_talent',
    title: 'Stewards talent, and does not hoard it',
    description:
      'People are let go to posts elsewhere that need them; an organisation that keeps its talent to itself is asked why.',
    showsReleases: true,
    source,
  },
];

/** How far up a barrier or a risk is taken, from where it can be settled on. */
export const escalationLevels: readonly EscalationLevel[] = [
  { code: 'local', title: 'Local', description: 'One organisation can settle it.', source },
  {
    code: 'regional',
    title: 'Regional',
    description: 'It takes the organisations of the region together.',
    source,
  },
  {
    code: 'national',
    title: 'National',
    description: 'Nobody below the national bodies can settle it.',
    source,
  },
];
