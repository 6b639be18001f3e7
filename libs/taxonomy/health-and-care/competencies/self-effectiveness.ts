import type { Competency } from '../../catalogue';

/** The nine competencies of the area self effectiveness, in the framework's order, each at the five stages. */
export const selfEffectiveness: readonly Competency[] = [
  {
    code: 'SE-1.1',
    title: 'Prioritise for productivity',
    standard: 'SE-1',
    descriptors: {
      F: 'I put first the work that counts most for the organisation, watch its cost, use digital tools that help and clear obstacles in time.',
      1: "I plan my own time and my team's, with digital tools where they help, so that what we promised is delivered on the agreed day.",
      2: 'I plan ahead for cost and risk across my teams, and when demands shift I delegate, reorder the work or alert senior colleagues before deadlines slip.',
      3: 'I keep several services productive while their priorities compete and change, making careful spending and new digital ways of working routine, without missing deadlines.',
      4: 'I choose the few tasks that move our strategy most, and make savings and digital change count whenever the organisation allocates its resources.',
    },
  },
  {
    code: 'SE-1.2',
    title: 'Keep safe and develop wellbeing strategies',
    standard: 'SE-1',
    descriptors: {
      F: 'I look after my energy, my body and my mind, notice when strain affects my work, and use the support on offer.',
      1: 'I set goals that can be reached, ask for help early and keep clear boundaries, even when work changes fast and asks a lot.',
      2: 'I show by my own habits that safety and health come first, talk openly about both at work, and encourage others to protect their energy.',
      3: 'I carry out plans that keep the workplace safe for body and mind, remove what upsets the balance and foresee the support that staff will need.',
      4: 'I work with colleagues and outside partners until safety, health and sustainable workloads are built into our culture, our policies and the way everyone here leads.',
    },
  },
  {
    code: 'SE-1.3',
    title: 'Commit to continuing professional development',
    standard: 'SE-1',
    descriptors: {
      F: 'I keep learning how to manage and lead: I ask for feedback, think about what I did and why, and try to do it better.',
      1: 'I learn together with my team, comparing our service with others, swapping what works and finding out what good care at fair cost looks like.',
      2: 'I regularly ask how my way of leading comes across, take part in coaching and mentoring, and stay curious about what works elsewhere in the system.',
      3: 'I make time for reflection normal across my services, and steer what people learn towards proven practice, new ideas and the aims of our organisation.',
      4: 'I question my own assumptions, test whether our investment in learning changes anything, compare us with others and keep the whole organisation learning for life.',
    },
  },
  {
    code: 'SE-2.1',
    title: 'Communicate with clarity and purpose',
    standard: 'SE-2',
    descriptors: {
      F: 'I say and write what I mean briefly, clearly and with respect, so that nobody is left guessing or misinformed.',
      1: 'I choose words and channel to suit the people I am talking to, and check that everybody had the same chance to understand.',
      2: 'I think beforehand about how my words and actions may land with different people, and put right any bias or exclusion that I did not intend.',
      3: 'I give feedback that is honest, fair and useful, and listen to views unlike mine, so that my services keep talking and working together.',
      4: 'I set the example for the whole organisation by speaking thoughtfully and fairly, so that people of every background trust us and feel they belong.',
    },
  },
  {
    code: 'SE-2.2',
    title: 'Encourage open dialogue and feedback',
    standard: 'SE-2',
    descriptors: {
      F: 'I make it safe for colleagues and patients to tell me things, listen with attention, and raise concerns or challenge people senior to me.',
      1: 'I invite colleagues and patients to speak up, act on what they raise, and go back to tell them what came of it.',
      2: 'I make speaking up an ordinary part of how my teams work, so that every concern gets an answer or goes to someone who can give one.',
      3: 'I give honest feedback and ask for it, so that staff and patients in all my services can regularly tell me without fear how I come across.',
      4: 'I hold leaders at every level to account for openness and speaking up, and see that what people say is used to solve problems.',
    },
  },
  {
    code: 'SE-2.3',
    title: 'Influence, negotiate and manage upwards',
    standard: 'SE-2',
    descriptors: {
      F: 'I know that a story, my expertise or lived experience can win people over, and how to bring my own manager on board.',
      1: 'I listen to what my team needs, negotiate for it, and take a concern higher when I cannot settle it myself.',
      2: 'I argue for my teams with the help of their expertise, look for a deal that serves both sides, and go higher only when needed.',
      3: 'I draw on clinical and other expertise to negotiate for better performance, and speak across the organisation for what improves care and working life.',
      4: 'I make the case for my organisation with evidence and experts to local, national and political decision makers when outside policy needs to change.',
    },
  },
  {
    code: 'SE-3.1',
    title: 'Take accountability for my actions',
    standard: 'SE-3',
    descriptors: {
      F: 'I think about how I acted and reacted, and about biases I may not notice, to understand how they affect me and others.',
      1: 'I own what I do, ask others how it came across, and change my behaviour because of what they and my own reflection tell me.',
      2: "I check that others see me much as I see myself, read people's feelings with care, and answer for what I did where the two differ.",
      3: 'I answer for what everybody in my services does, expect it to be fair and inclusive, and challenge poor behaviour or a failure to act.',
      4: 'I answer for the tone of the whole organisation, write fairness and ethics into how it works, and keep my knowledge up to date for ambitious decisions.',
    },
  },
  {
    code: 'SE-3.2',
    title: 'Be visible, transparent and present',
    standard: 'SE-3',
    descriptors: {
      F: 'I am easy to approach, share what I know, value what people offer and welcome their honest feedback, so that they come to trust me.',
      1: 'I seek out colleagues and patients, keep them up to date so that nobody feels left out, and show empathy when they see things differently.',
      2: 'I give whoever is with me, patient or colleague, my whole attention, without screens or hurry, and acknowledge what they feel and how they see it.',
      3: 'I plan my weeks so that people in every service can reach me: regular visits, team meetings, open hours, and frequent news through several channels.',
      4: 'I set the example of presence for the organisation: staff can reach me, partners hear from me regularly, and I explain why decisions were taken.',
    },
  },
  {
    code: 'SE-3.3',
    title: 'Manage with civility and compassion',
    standard: 'SE-3',
    descriptors: {
      F: 'I treat everybody at work with courtesy and kindness, and show by my own conduct what these mean in a place of care.',
      1: 'I take a real interest in the people in my team and our patients, respond when something worries them, and stay professional whatever the day brings.',
      2: 'I praise respect and kindness where I see them, am open yet tactful in difficult situations, and treat weak performance as something to develop.',
      3: 'I notice rude or unacceptable behaviour anywhere in my services and confront it at once, before it harms inclusion, morale, reputation or performance.',
      4: 'I build an organisation known for kindness, because civil workplaces keep their teams together, run with less disruption, give better care and let careers flourish.',
    },
  },
];
