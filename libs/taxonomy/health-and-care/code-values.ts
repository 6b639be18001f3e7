import type { CodeValue } from '../catalogue';

/** The six values of the draft code for managers and leaders in health and social care. */
export const codeValues: readonly CodeValue[] = [
  {
    code: 'accountability',
    title: 'Accountability',
    description:
      'Answer for what you decide and do, and for how well the service runs; hold others to account as fairly as you judge yourself.',
    source: 'framework-2025',
  },
  {
    code: 'collaboration',
    title: 'Collaboration',
    description:
      'Earn trust inside the team and well beyond it, listen to everybody, credit what each person brings, and see people through change together.',
    source: 'framework-2025',
  },
  {
    code: 'compassion',
    title: 'Compassion',
    description:
      'Be kind to yourself and brave for others, so that people are heard, feel safe, belong and grow, and care is better for it.',
    source: 'framework-2025',
  },
  {
    code: 'curiosity',
    title: 'Curiosity',
    description:
      'Keep learning and asking why, weigh the evidence and the views of others, and welcome new ideas that make things better.',
    source: 'framework-2025',
  },
  {
    code: 'inclusion',
    title: 'Inclusion',
    description:
      'Stand up visibly for fairness, so that people can be who they are, and bullying, harassment and discrimination are challenged.',
    source: 'framework-2025',
  },
  {
    code: 'integrity',
    title: 'Integrity',
    description:
      'Be honest and open, keep to high ethical standards, and live by the other five values even when that is hard.',
    source: 'framework-2025',
  },
];
