import type { Stage } from '../catalogue';

/** The five stages of the NHS Management and Leadership Framework (draft, September 2025), lowest first. */
export const stages: readonly Stage[] = [
  {
    code: 'F',
    title: 'Fundamental',
    description:
      'What is asked of everyone who manages, however senior, and what people who want to manage can prepare with. As a rung of the ladder it means: not yet in a first post.',
    source: 'framework-2025',
  },
  {
    code: '1',
    title: 'New and first-line managers and leaders',
    description:
      "A first post that answers for what other people do, usually a single team, besides doing work of one's own.",
    source: 'framework-2025',
  },
  {
    code: '2',
    title: 'Mid-level managers and leaders',
    description:
      'Some years of answering for others: between senior leaders and the front line, with teams to bring into line with what the whole organisation wants.',
    source: 'framework-2025',
  },
  {
    code: '3',
    title: 'Senior managers and leaders',
    description:
      'Answers for large or complicated services, makes strategy happen in them, and carries weight in other functions and organisations.',
    source: 'framework-2025',
  },
  {
    code: '4',
    title: 'Executive managers and leaders',
    description:
      'The top of an organisation: executive and non-executive directors and board members, who decide where it goes, form its culture, and work with peers on what the nation asks.',
    source: 'framework-2025',
  },
];
