import type { Barrier, BarrierQuestion, BarrierTheme } from '../catalogue';

const source = 'clinical-leadership-2019';

export const barrierThemes: readonly BarrierTheme[] = [
  { code: 'building_confidence', title: 'Building confidence', source },
  { code: 'widening_perspectives', title: 'Widening perspectives', source },
  { code: 'talent_management', title: 'Talent management', source },
  { code: 'practical_levers', title: 'Practical levers', source },
  { code: 'organisational_culture', title: 'Organisational culture', source },
];

export const barriers: readonly Barrier[] = [
  {
    code: 'lack_of_competence',
    theme: 'building_confidence',
    title: 'Perceived and/or actual lack of competence for the role',
    description:
      'People doubt themselves when they apply for roles they never trained for, and part of the doubt may reflect a real gap in skill. Development closes it, including in the politics and power of senior posts.',
  },
  {
    code: 'fear_of_the_unknown',
    theme: 'building_confidence',
    title: 'Anxiety, uncertainty and fear of unknown',
    description:
      'What nobody has explained looks risky, and people pass up chances outside their present practice. Clear expectations, examples to follow and credit for the leading that they already do take the fear away.',
  },
  {
    code: 'professional_practice',
    theme: 'widening_perspectives',
    title: 'Meeting obligations for professional practice',
    description:
      'People who might lose their registration will not move. Time to keep it up, and knowledge of the several ways to do so, remove the obstacle.',
  },
  {
    code: 'role_assumptions',
    theme: 'widening_perspectives',
    title: 'Negative role assumptions',
    description:
      'Leading is taken to mean leaving the profession, its values and the respect of colleagues. It helps to offer leadership within a clinical career, not in place of one.',
  },
  {
    code: 'role_models',
    theme: 'widening_perspectives',
    title: 'Seeing role models from all clinical professions across all areas of the NHS',
    description:
      'A profession that is hardly seen at the top concludes that there is no way up. Those who have made it can show their work, and every senior leader can ask who is missing.',
  },
  {
    code: 'inclusive_talent_management',
    theme: 'talent_management',
    title: 'Inclusive talent management',
    description:
      'Clinicians are left out of talent schemes, because they rotate or are thought to have a career ladder of their own. Flexible schemes that look across organisations and systems let them use their strengths.',
  },
  {
    code: 'lack_of_training',
    theme: 'talent_management',
    title: 'Perceived and/or actual lack of training for the role',
    description:
      'Outside the talent scheme there is no coaching, no course and no safe place to practise, and so no convincing application.',
  },
  {
    code: 'lack_of_time',
    theme: 'talent_management',
    title: 'Lack of time for development in current role',
    description:
      'Under pressure, specialists are kept where they are, with no chance to learn anything else. Protecting development at such times keeps the pool of talent broad.',
  },
  {
    code: 'recognition_and_reward',
    theme: 'practical_levers',
    title: 'Recognition and reward',
    description:
      'Leading can mean less pay, and less status too. Inventive use of pay and awards protects income and shows that the responsibility counts.',
  },
  {
    code: 'structural_biases',
    theme: 'practical_levers',
    title: 'Structural biases',
    description:
      'Panels that avoid risk pass over people without the usual management record, often without realising. The process can be designed to correct for it.',
  },
  {
    code: 'lack_of_trust',
    theme: 'organisational_culture',
    title: 'Lack of trust/negative environment',
    description:
      'Where nobody says otherwise, clinicians assume that they are not wanted in management, and old expectations of professions go untested. Saying that they are wanted takes patience, and builds trust.',
  },
  {
    code: 'leading_from_the_top',
    theme: 'organisational_culture',
    title: 'Leading from the top',
    description:
      'Without an owner, data or a plan at the top, people conclude that a mix of professions is not a priority. Leaders who give it time can turn that round quickly.',
  },
];

export const barrierQuestions: readonly BarrierQuestion[] = [
  {
    code: 'confidence',
    theme: 'building_confidence',
    title: 'What makes clinicians here believe that they can manage and lead?',
    examples: [
      'Stories of how leaders got there',
      'Leaders who set an example',
      'Meeting experts, in finance or projects for instance',
      'Time with senior leaders',
    ],
  },
  {
    code: 'skills',
    theme: 'building_confidence',
    title: 'Where do clinicians learn to lead and to manage?',
    examples: [
      'Forums for development',
      'Places on local and national programmes, with encouragement to take them',
      'Invitations to speak to the board or a committee',
    ],
  },
  {
    code: 'experience',
    theme: 'building_confidence',
    title: 'Where can clinicians try out leading while little is at stake?',
    examples: [
      'Assignments that stretch',
      'Trial periods with support',
      'Shadowing, or learning in pairs',
      'Preceptorship',
      'A practice board that mirrors the real one',
    ],
  },
  {
    code: 'new_roles',
    theme: 'building_confidence',
    title: 'How is a clinician prepared for a new role before it starts?',
    examples: ['Expectations made plain', 'An eye on the workload', 'Good line management'],
  },
  {
    code: 'on_the_job',
    theme: 'building_confidence',
    title: 'How do clinicians keep growing once they lead?',
    examples: [
      'Networks of peers',
      'Action learning sets',
      'Coaching and mentoring',
      'Rounds in which staff reflect on the emotional side of care',
    ],
  },
  {
    code: 'career_options',
    theme: 'widening_perspectives',
    title: 'Who shows clinicians how many careers are open to them?',
    examples: [
      'Advice on careers',
      'Conversations about which clinical skills carry over',
      'Ways to keep up registration',
      'Myths about posts and remits put right',
    ],
  },
  {
    code: 'openings',
    theme: 'widening_perspectives',
    title: 'Which openings to lead does the top team find or create?',
    examples: [
      'Appointments out of the ordinary',
      'Mentoring',
      'Shadowing',
      'Progress that is monitored',
      'Professional leads who answer to a board member',
    ],
  },
  {
    code: 'networks',
    theme: 'widening_perspectives',
    title: 'What helps clinicians to make contacts beyond the organisation?',
    examples: [
      'Time released for strategic meetings, from local to national',
      'A part in the work of the system',
      'Support for fellowships',
    ],
  },
  {
    code: 'spotting_talent',
    theme: 'talent_management',
    title: 'How do senior leaders notice and nurture clinicians with an interest or a gift for leading?',
    examples: [
      'Mentoring',
      'Assignments that stretch',
      'Shadowing at work',
      'A priority for every senior leader',
    ],
  },
  {
    code: 'line_management',
    theme: 'talent_management',
    title: 'How does the organisation make sure that every clinician is well line-managed?',
    examples: [
      'Appraisal training for senior clinicians who supervise',
      'An example set at the very top',
      'Emphasis on building skills',
    ],
  },
  {
    code: 'succession',
    theme: 'talent_management',
    title: 'Where do clinicians appear in plans for talent and succession?',
    examples: ['Arrangements between organisations for people on rotation or placement'],
  },
  {
    code: 'reward',
    theme: 'practical_levers',
    title: 'What do clinicians gain from leading, and from leading well?',
    examples: ['Clinical excellence awards', 'Protected pay', 'A place in the staff awards'],
  },
  {
    code: 'clinical_practice',
    theme: 'practical_levers',
    title: 'How can a clinician who leads stay in practice?',
    examples: ['Flexible hours', 'Shared or part-time roles', 'Time set aside to keep up registration'],
  },
  {
    code: 'recruitment',
    theme: 'practical_levers',
    title: 'How is recruitment kept free of bias against clinicians?',
    examples: [
      'Work on unconscious bias and on aversion to risk',
      'Clinicians on selection panels',
      'Positive action, where it is justified',
    ],
  },
  {
    code: 'culture',
    theme: 'organisational_culture',
    title: 'What makes this a place of trust, support and give and take?',
    examples: [
      'Inclusive and caring leadership',
      'Attention to the health of staff, in body and mind',
      'Roles that can flex',
      'Room for development',
    ],
  },
  {
    code: 'champions',
    theme: 'organisational_culture',
    title: 'Who speaks up for clinicians in the running of the organisation?',
    examples: [
      'Clinicians invited into strategic work',
      'People on rotation included in surveys and initiatives',
    ],
  },
  {
    code: 'professional_diversity',
    theme: 'organisational_culture',
    title: 'How do teams learn to value a mix of professions?',
    examples: ['Difference treated as an asset', 'Team development', 'A senior team that leads by example'],
  },
];
