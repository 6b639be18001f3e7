import type { DevelopmentStream, Experience, Transition } from '../catalogue';

const source = 'high-potential-scheme';

export const streams: readonly DevelopmentStream[] = [
  {
    code: 'S1',
    title: 'Development stream 1',
    description:
      'For people early in middle leadership, and for experts in a clinical or technical field who have had little room so far for general leadership.',
    transition: 'T1',
    grades: ['afc_8a', 'afc_8b', 'consultant'],
    towards: 'The upper part of band 8, lead consultant, or a post of similar weight',
    exampleRoles: [
      'Deputy to the head of a service, clinical or not',
      'Manager of a service such as a general practice',
      'Professional lead',
    ],
    source,
  },
  {
    code: 'S2',
    title: 'Development stream 2',
    description:
      'For people with wide middle-level experience who want a larger remit, in one organisation or across several, with a directorship as a later aim.',
    transition: 'T2',
    grades: ['afc_8c', 'afc_8d', 'lead_consultant'],
    towards: 'Band 9, clinical lead, or a post of similar weight',
    exampleRoles: [
      'Head of a service, clinical or not',
      'Assistant or associate director',
      'Consultant with a leading role',
    ],
    source,
  },
];

/** The scheme names no stages: 2 and 3 are the framework's stages that the two transitions read like. */
export const transitions: readonly Transition[] = [
  {
    code: 'T1',
    title: 'Career Transition 1',
    description:
      'From running one team to running a service or programme within a department, through managers who report to you, or as the senior voice of a technical or medical field.',
    toStage: '2',
    presumes: [],
    dimensions: [
      {
        code: 'leading_people',
        title: 'Leading people inclusively and compassionately',
        shift:
          'From one team or specialist centre to a whole service or programme, in which several teams work as one and keep getting better.',
        expectations: [
          'Answers for how a service or programme performs, and for its steady improvement',
          'Leads several teams and helps them to work closely together',
          'Creates a setting in which including others comes naturally',
          'Coaches and mentors the managers of teams, so that their teams do better and are led with care',
        ],
      },
      {
        code: 'vision_and_strategy',
        title: 'Vision / Strategy',
        shift:
          'From turning given plans into work for one team to making or adapting the plans of a service or programme, in step with wider goals.',
        expectations: [
          'Leads as an expert, technical or medical, and helps to write policy in that field',
          'Takes charge of medium-term planning and sound delivery in one defined area',
          'Explains strategy so that every team sees its own part in it and wants to play it',
          'Turns what the whole organisation has decided into local policy',
          'Helps to develop processes and service standards',
          'Supports leaders who take brave decisions for a shared purpose',
        ],
      },
      {
        code: 'system_working',
        title: 'System working and collaboration',
        shift:
          'From seeing how teams fit together to building the relationships with neighbouring teams and partners that bring patients, staff and communities better results.',
        expectations: [
          'Looks beyond their own field for new practice and lessons, and brings them back',
          'Acts as a partner to other teams and services, so that patients get the best of all of them',
        ],
      },
      {
        code: 'resource_management',
        title: 'Resource management',
        shift:
          'From sharing out work and resources well to planning them for a service or programme, so that nothing is wasted.',
        expectations: [
          'Answers for planning the resources of a service or programme, and for using them well within budget',
          'Offers help and resources to other teams, unasked, where the wider organisation gains from it',
        ],
      },
    ],
    source,
  },
  {
    code: 'T2',
    title: 'Career Transition 2',
    description:
      'From a service to a function: a part of something complex, a small system of its own, or the clinical lead for a defined population. Success now depends on work that crosses services.',
    toStage: '3',
    presumes: ['T1'],
    dimensions: [
      {
        code: 'leading_people',
        title: 'Leading people inclusively and compassionately',
        shift:
          'From reaching goals that were set for one service to leading a function with differing services, whose competing priorities have to be balanced.',
        expectations: [
          'Answers for how a demanding programme, or a self-contained service or system, performs and improves',
          'Coaches and mentors their own team, finding and developing talent from every background',
          'Manages talent in all teams, for the needs of today and tomorrow',
          'Visibly lives the culture and values: people keep learning, exclusion is challenged, and service users come first',
        ],
      },
      {
        code: 'vision_and_strategy',
        title: 'Vision / Strategy',
        shift:
          'From planning towards given goals to deciding the goals, usually a year ahead, as part of a larger strategy.',
        expectations: [
          'Puts results in the medium and long term first',
          'Takes part in strategic decisions of the organisation or system',
          'Sets direction and policy for a function in the light of what happens inside and outside it, and questions the way things are',
          'Helps to write policy for the organisation or the system',
          'Wins teams over to the course ahead',
        ],
      },
      {
        code: 'system_working',
        title: 'System working and collaboration',
        shift:
          'From good relationships with other teams to acting across a whole organisation, aware of its place in the system and part of its decisions.',
        expectations: [
          'Spots where collaboration and partnership would help',
          'Makes it possible for others to work well across the system',
          'Has a part in decisions taken for the system or organisation as a whole',
          'Increasingly looks after relationships with outside parties, such as public bodies and regulators, and chooses how to influence them',
          'Has influence outside, for example on regional policy in a field of expertise',
        ],
      },
      {
        code: 'resource_management',
        title: 'Resource management',
        shift:
          'From making the most of resources for the moment to planning for something larger, and saying what it will need to last.',
        expectations: [
          'Answers for planning the resources of an area, with today and tomorrow in balance',
          'Builds the business case for change, soon or later, that serves patients better',
          'Contributes to planning resources beyond their own area',
        ],
      },
    ],
    source,
  },
];

export const experiences: readonly Experience[] = [
  {
    code: 'T1.1',
    title: 'Continuous improvement',
    description:
      'Has looked at what others do, adapted it and improved their own service measurably and for good; has turned round weak performance or put right what predecessors left.',
    transition: 'T1',
  },
  {
    code: 'T1.2',
    title: 'Technical leadership',
    description:
      'Has led others as a technical or medical expert, for example by writing procedures for an organisation or bringing a new technique into use.',
    transition: 'T1',
  },
  {
    code: 'T1.3',
    title: 'People leadership',
    description:
      'Has carried teams through change, kept up their morale and support, and dealt with difficult situations between people.',
    transition: 'T1',
  },
  {
    code: 'T1.4',
    title: 'Developing great managers',
    description:
      'Has coached or mentored managers, given them room to reflect, and seen both them and their teams do better.',
    transition: 'T1',
  },
  {
    code: 'T1.5',
    title: 'Enabling collaboration',
    description:
      'Has led an initiative or project shared by several teams, and worked well with all of them.',
    transition: 'T1',
  },
  {
    code: 'T1.6',
    title: 'Resource management',
    description:
      'Has run a budget or planned staffing, found savings, and given up something of their own for a larger good.',
    transition: 'T1',
  },
  {
    code: 'T1.7',
    title: 'Building a more inclusive and compassionate culture',
    description:
      'Has built a team of people from many backgrounds and been seen to back action on diversity.',
    transition: 'T1',
  },
  {
    code: 'T2.1',
    title: 'Delivering better results',
    description:
      'Has found and brought in better and leaner ways of working for an area, or rescued a service that was falling short.',
    transition: 'T2',
  },
  {
    code: 'T2.2',
    title: 'Breadth of experience',
    description:
      'Has worked in several functions, on both the commissioning and the providing side, or for much of the time across the system.',
    transition: 'T2',
  },
  {
    code: 'T2.3',
    title: 'Strategy development',
    description: 'Has written the strategy of a function, looking a year ahead or further.',
    transition: 'T2',
  },
  {
    code: 'T2.4',
    title: 'Developing great leaders',
    description:
      'Has coached or mentored leaders in practices that engage people and raise results; has planned succession and development for a broad area.',
    transition: 'T2',
  },
  {
    code: 'T2.5',
    title: 'System working',
    description:
      'Has worked with leaders elsewhere in the system to put shared goals into effect, weighing up what an initiative does to other parts.',
    transition: 'T2',
  },
  {
    code: 'T2.6',
    title: 'Proactive role model',
    description:
      'Has stood for the values of organisation and service, invited challenge, and had service users in mind in every decision.',
    transition: 'T2',
  },
  {
    code: 'T2.7',
    title: 'External relationships',
    description:
      'Has led work with public partners or regulators, and influenced them without having authority over them.',
    transition: 'T2',
  },
  {
    code: 'T2.8',
    title: 'Resource management',
    description:
      'Has run a complicated budget or plan in which priorities of different areas had to be reconciled.',
    transition: 'T2',
  },
  {
    code: 'T2.9',
    title: 'Building a more inclusive and compassionate culture',
    description: 'Has helped the whole organisation to become more diverse, more inclusive and kinder.',
    transition: 'T2',
  },
];
