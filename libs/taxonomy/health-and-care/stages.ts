import type { Stage } from '../catalogue';

/** The five stages of the NHS Management and Leadership Framework (draft, September 2025), lowest first. */
export const stages: readonly Stage[] = [
  {
    code: 'F',
    title: 'Fundamental',
    description:
      'What is asked of everyone who manages, however senior, and what people who hope to manage can use to prepare. As a rung of the ladder it means: not yet in a first management post.',
    source: 'framework-2025',
  },
  {
    code: '1',
    title: 'New and first-line managers and leaders',
    description:
      "A first post with responsibility for other people's work, usually that of a single team, alongside one's own.",
    source: 'framework-2025',
  },
  {
    code: '2',
    title: 'Mid-level managers and leaders',
    description:
      'Some years of responsibility for others: between senior leaders and the front line, keeping teams in step with what the whole organisation wants to achieve.',
    source: 'framework-2025',
  },
  {
    code: '3',
    title: 'Senior managers and leaders',
    description:
      'Answers for large or complicated services, puts strategy into practice in them, and has influence in other functions and organisations.',
    source: 'framework-2025',
  },
  {
    code: '4',
    title: 'Executive managers and leaders',
    description:
      'The top of an organisation: executive and non-executive directors and other board members, who decide where it goes, shape its culture, and work with peers on national priorities.',
    source: 'framework-2025',
  },
];
