import type { CompetencyArea, CompetencyStandard } from '../../catalogue';

/**
 * The three areas of the framework. Its slides vary in their capitals; titles here have one at the start only, in
 * areas, standards and competencies alike.
 */
export const areas: readonly CompetencyArea[] = [
  {
    code: 'SE',
    title: 'Self effectiveness',
    description:
      'How I lead myself: using my time and energy well, speaking and listening so that people trust me, and answering for what I do.',
    source: 'framework-2025',
  },
  {
    code: 'MP',
    title: 'Managing people and resources',
    description:
      'How I lead a team: making it a safe and good place to work, helping people perform, and making the best use of money and evidence.',
    source: 'framework-2025',
  },
  {
    code: 'DA',
    title: 'Delivering across health and care',
    description:
      'How my work serves patients and the wider system: safe and fair care, improvement and new technology, and partners beyond my own team.',
    source: 'framework-2025',
  },
];

/** The nine standards, three to an area, in the order of the framework's list of competencies. */
export const standards: readonly CompetencyStandard[] = [
  { code: 'SE-1', title: 'Balancing safety, productivity and wellbeing', area: 'SE' },
  { code: 'SE-2', title: 'Communicating and listening effectively', area: 'SE' },
  { code: 'SE-3', title: 'Delivering with accountability and integrity', area: 'SE' },
  { code: 'MP-1', title: 'Creating a high-performing work environment', area: 'MP' },
  { code: 'MP-2', title: 'Improving performance and operational delivery', area: 'MP' },
  { code: 'MP-3', title: 'Maximising resources and financial value', area: 'MP' },
  { code: 'DA-1', title: 'Improving patient outcomes and experiences', area: 'DA' },
  { code: 'DA-2', title: 'Leading with a mindset of improvement and innovation', area: 'DA' },
  { code: 'DA-3', title: 'Working collaboratively to achieve successful outcomes', area: 'DA' },
];
