import type { Competency } from '../../catalogue';

/** The nine competencies of the area managing people and resources, in the framework's order, each at the five stages. */
export const managingPeopleAndResources: readonly Competency[] = [
  {
    code: 'MP-1.1',
    title: 'Create a sense of engagement',
    standard: 'MP-1',
    descriptors: {
      F: 'I make clear who does what, notice good work, help people develop, and treat both our successes and our setbacks as something to learn from.',
      1: 'I know what each person in my team is good at, hear everyone, find them chances to grow, and celebrate together what we achieve.',
      2: 'I make it safe for my teams to try new things, honour what they achieve, and pass their successes and lessons on to other departments.',
      3: 'I find and remove what dampens motivation and ideas, and establish respect throughout the organisation so that mistakes teach us as much as successes.',
      4: 'I offer an inclusive picture of our future, built on varied views, expertise and past successes, that inspires our people and draws talent to us.',
    },
  },
  {
    code: 'MP-1.2',
    title: 'Support people to feel safe in the workplace',
    standard: 'MP-1',
    descriptors: {
      F: 'I spot what could harm body or mind, judge whether I can act safely, remove the danger, and promptly report incidents and near misses.',
      1: 'I see to it that my team works safely, dares to speak up, recognises risks to body and mind, and has protected hours for safety training.',
      2: 'I keep our risk register current, follow up every report of physical or psychological harm until it is resolved, look for patterns and spread the lessons.',
      3: 'I make sure policies protect body and mind across the organisation, with money to put things right, time for training and a clear role for everyone.',
      4: 'I set the tone for safety of body and mind in the organisation, even in a crisis, by taking whistleblowers seriously and learning openly from them.',
    },
  },
  {
    code: 'MP-1.3',
    title: 'Manage challenging circumstances',
    standard: 'MP-1',
    descriptors: {
      F: 'I stay calm when things get difficult, listen until I understand, and act promptly, with help or advice if I need it.',
      1: 'I steady my team through change or crisis by supporting each person and turning our attention to what is in our own hands.',
      2: 'I deal with difficulties that hit my teams by asking those affected, working out what would help, and escalating when that is not enough.',
      3: 'I foresee what could go wrong for the organisation, say what is expected, and trust my services to build, run and evaluate their own solutions.',
      4: "I see the organisation through its own and the nation's difficulties, facing risks early, speaking openly and building everyone's confidence that we learn and cope.",
    },
  },
  {
    code: 'MP-2.1',
    title: 'Provide clear purpose, vision and deliverables',
    standard: 'MP-2',
    descriptors: {
      F: "I look ahead to what is coming, explain our purpose and what we can realistically deliver, and show how each role serves team, organisation and tomorrow's NHS.",
      1: 'I talk through local and national plans with each member of my team, and we write their objectives together so that the purpose is clear.',
      2: "I work with senior leaders to explain the organisation's plan, targets and indicators, and check that each person in my teams knows their part.",
      3: "I help shape the organisation's vision and, together with its executives, turn national aims into plans that can be carried out and measured.",
      4: "I join leaders across the sector in designing a fair, resilient and inventive NHS for the future, and keep our organisation's purpose true to it.",
    },
  },
  {
    code: 'MP-2.2',
    title: 'Manage and measure performance',
    standard: 'MP-2',
    descriptors: {
      F: 'I keep track of how my colleagues are doing, give them feedback they can use, celebrate what goes well, and address what does not, promptly and kindly.',
      1: 'I give everyone in my team clear objectives and the help to reach them, and raise a drop in performance before it becomes a risk.',
      2: 'I set the example in managing performance: recognise results, learn from feedback, deal with or escalate weak performance, and hold one another to shared objectives.',
      3: 'I set strategic targets that match national standards, track them with data, judge whether our improvements work, and escalate serious long-term risks without delay.',
      4: 'I establish one approach to performance for the whole organisation, ambitious and shared, with processes that are fair, open, consistently used and without bias.',
    },
  },
  {
    code: 'MP-2.3',
    title: 'Manage conflict and sensitive conversations',
    standard: 'MP-2',
    descriptors: {
      F: 'I go into sensitive conversations composed, hear all sides, and know which steps and which experts can help to calm a conflict.',
      1: 'I hold difficult conversations in my team calmly and with respect, both honest and tactful, and take expert advice to reach the best result.',
      2: 'I calm a conflict before it damages safety or performance, find what lies beneath it, and settle it fairly for the people and for our purpose.',
      3: 'I oversee how conflict is handled in all my services, open channels for concerns after announcements, and guide the hardest cases with expert advice.',
      4: 'I make honest and respectful conversation the norm in my organisation and beyond, so that every conflict is met with professionalism, tact and good employment practice.',
    },
  },
  {
    code: 'MP-3.1',
    title: 'Allocate and optimise resources',
    standard: 'MP-3',
    descriptors: {
      F: 'I understand why resources must serve us now and later, and look with colleagues for greener, digital or better-value ways to help patients.',
      1: 'I use what my team has been given so that targets, budget and deadlines are met, and report early any risk that they will not be.',
      2: "I get the most from the money, people and technology of all my teams, act on risks before they grow, and serve the organisation's aims.",
      3: 'I forecast and plan what my services will need within our governance rules, weighing risk, strategy, sustainability and what is best for the whole system.',
      4: 'I make sure our governance controls risk yet can adapt, join up separate pots of money, and put resources where the whole system gains for the long term.',
    },
  },
  {
    code: 'MP-3.2',
    title: 'Manage public money effectively',
    standard: 'MP-3',
    descriptors: {
      F: 'I remember that the public pays for what we do, account for what I spend, cut waste and look for savings that help the whole system.',
      1: "I keep my team's spending within budget, and use digital tools to find waste and savings so that the public gets good value.",
      2: 'I oversee budgets for several teams, raise funding worries early, and judge value by waste avoided and quality of care as well as by price.',
      3: 'I lead financial planning for my services, manage its risks and its effects on the wider system, and invest in health equity for lasting value.',
      4: 'I set the direction for how the organisation controls and accounts for public money, and use informatics and digital change to keep it solvent for the future.',
    },
  },
  {
    code: 'MP-3.3',
    title: 'Use data, evidence and critical thinking',
    standard: 'MP-3',
    descriptors: {
      F: 'I use suitable digital tools and ask experts to learn what data and evidence say, and act on it to prepare our service for the future.',
      1: 'I encourage my team to think critically and to base decisions on data and expert knowledge, in ways that include everyone and make care safer.',
      2: 'I equip my teams to analyse data themselves, question it, and work with clinical and other experts on solutions that are efficient and lasting.',
      3: 'I champion digital and clinical evidence in the organisation, and use it to design inclusive services that narrow health inequalities and use resources better.',
      4: 'I make sure that informatics and wider evidence guide decisions at every level, on health inequalities and our environmental impact as much as on productivity.',
    },
  },
];
