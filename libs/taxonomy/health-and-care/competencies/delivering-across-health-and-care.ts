import type { Competency } from '../../catalogue';

/** The nine competencies of the area delivering across health and care, in the framework's order, each at the five stages. */
export const deliveringAcrossHealthAndCare: readonly Competency[] = [
  {
    code: 'DA-1.1',
    title: 'Respond to patient safety, needs and preferences',
    standard: 'DA-1',
    descriptors: {
      F: 'I see each patient as a person with needs and wishes of their own, adapt to them, and report any safety concern or incident.',
      1: 'I ask patients for feedback and listen to it, and support my team in raising safety concerns that then receive a proper response.',
      2: "I involve patients and families, above all when services change, keep systems that limit risk and answer incidents quickly, and innovate for patients' benefit.",
      3: 'I turn patient feedback and safety data into continual changes to my services, and keep what patients need now and next at their centre.',
      4: "I lead an organisation where patient safety comes before all else and patients' needs drive decisions, in step with national strategy, so every group receives excellent care.",
    },
  },
  {
    code: 'DA-1.2',
    title: 'Prioritise people-centred care to deliver a quality service',
    standard: 'DA-1',
    descriptors: {
      F: 'I help to reduce health inequalities: I earn trust, value differences and fit care to each person, remembering that digital services can shut out patients and staff.',
      1: 'I make everyone in my team feel they belong and may voice concerns, so that our care, digital care included, is fair and safe for each patient.',
      2: 'I set up processes and technology that let every voice shape our care, so that it fits the individual and narrows differences in health.',
      3: 'I lead work against health inequalities for the organisation, sharing lessons with patients and partners so that the whole system becomes more inclusive.',
      4: 'I set our vision of people-centred care and hold leaders to account for quality, equity and safety, delivered at a cost we can sustain.',
    },
  },
  {
    code: 'DA-1.3',
    title: 'Apply compliance, governance and policy to improve patient outcomes',
    standard: 'DA-1',
    descriptors: {
      F: 'I know which policies and procedures apply to my work, and follow them to keep practice sound and results for patients improving.',
      1: 'I follow the policies that apply and make sure my team knows them, understands what they mean for patients, and can say where they fall short.',
      2: 'I bring changes in policy and governance to my teams, explain why they are made, and warn senior colleagues where patients could lose out.',
      3: 'I help write policies that put people first and satisfy law, regulators and national standards, so that services and results for patients get better.',
      4: "I set the organisation's direction for governance and compliance, and keep its policies under review so that each still serves its purpose: better results for patients.",
    },
  },
  {
    code: 'DA-2.1',
    title: 'Drive continuous improvement and innovation',
    standard: 'DA-2',
    descriptors: {
      F: 'I look for better ways to do our work, try them out, and help to solve the problems I meet from day to day.',
      1: "I encourage curiosity and draw on my team's different experience, so that we question habits and test ideas safely against our professional and quality standards.",
      2: 'I lead improvement and problem solving across my teams, collect data that shows what changed for the organisation, and celebrate what worked.',
      3: 'I inspire people in different services to develop ideas together and build them into daily practice, so that improvement continues and lasts.',
      4: 'I give new ideas throughout the organisation money, support and freedom from blame, and insist on honest learning and accountability as we transform.',
    },
  },
  {
    code: 'DA-2.2',
    title: 'Transform through technology and innovation',
    standard: 'DA-2',
    descriptors: {
      F: 'I keep my digital skills up to date and use new technology to work better for patients, weighing what it could harm as well.',
      1: 'I give everyone in my team time and support for digital skills, and encourage them to test innovations inside the limits our organisation sets.',
      2: 'I help my teams look into suitable technologies and introduce them across systems, within our governance, for a better service to patients and staff.',
      3: 'I make digital skills and emerging technology priorities in all my services, as national strategy asks, and see that benefits and savings follow and risks are contained.',
      4: 'I lead digital transformation in my organisation and lend support across the NHS, so that technology brings better results for patients and savings for the organisation.',
    },
  },
  {
    code: 'DA-2.3',
    title: 'Support others through change',
    standard: 'DA-2',
    descriptors: {
      F: 'I approach change with goodwill, talk about it constructively, support those who lead it, and point others to help when they need it.',
      1: 'I listen to what worries my team and our patients about a change, reassure them, and help them through it with practical support.',
      2: 'I plan change together with those it affects, carry it out, and answer worries quickly so that disruption is kept to a minimum.',
      3: 'I lead change across the organisation, involving everyone openly, so that obstacles and resistance are met with collaboration and the transition succeeds.',
      4: 'I set and explain the direction of transformation for the whole organisation, and make sure staff and patients are involved and supported until the change takes hold.',
    },
  },
  {
    code: 'DA-3.1',
    title: 'Build impactful relationships',
    standard: 'DA-3',
    descriptors: {
      F: 'I build good relationships with patients, citizens, partners and colleagues because I respect everybody and take their views seriously.',
      1: 'I seek out relationships with colleagues and outside partners, maintain them through trust, and draw on different views to improve performance and patient experience.',
      2: 'I connect my teams with others so that they help each other and share information, which saves effort and serves patients and staff better.',
      3: "I use wide networks and influence among departments, organisations and communities to reach shared goals, remove duplicated steps and speed up patients' care.",
      4: 'I lead partnerships across health and care that tackle complex problems in new ways, change how services are delivered and improve outcomes for good.',
    },
  },
  {
    code: 'DA-3.2',
    title: 'Lead a collaborative team',
    standard: 'DA-3',
    descriptors: {
      F: "I take part in work that crosses teams, and see that everyone's contribution is heard, so that we perform well and include everybody.",
      1: "I encourage my team to work with others in the organisation, take shared responsibility and bring in everybody's ideas and skills.",
      2: 'I build teams from across the organisation with clear roles, keep information flowing, and let members test and introduce their own improvements.',
      3: 'I set up joint working between many teams, founded on trust and shared accountability, in which different views are asked for and change the outcome.',
      4: 'I bring leaders of the health and care system and its communities together as one team, showing by example how partnership achieves lasting results.',
    },
  },
  {
    code: 'DA-3.3',
    title: 'Actively share good practice',
    standard: 'DA-3',
    descriptors: {
      F: 'I pass on what I learn, ask others for what they know, and use both to understand my work better and develop in it.',
      1: 'I regularly tell my team what experience has taught me and give practical advice, so that their skills and our work together improve.',
      2: 'I look for good practice and take it to other teams, colleagues and partners, so that learning and improvement do not stop with us.',
      3: 'I lead initiatives that spread good practice, lessons and innovations through my services and beyond, for higher quality, less waste and consistent care.',
      4: 'I build networks across the organisation and the NHS in which good and affordable ideas are celebrated, spread at scale and taken up everywhere.',
    },
  },
];
