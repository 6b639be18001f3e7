import type { Source } from '../catalogue';

/** The documents behind this catalogue. Titles are theirs; every description elsewhere is ours. */
export const sources: readonly Source[] = [
  {
    code: 'framework-2025',
    title: 'Draft Management & Leadership Framework',
    publisher: 'NHS England',
    published: '4 September 2025',
  },
  {
    code: 'high-potential-scheme',
    title: 'NHS High Potential Scheme: choosing a development stream',
    publisher: 'NHS England',
    published: 'undated',
  },
  {
    code: 'inspiring-leaders-2009',
    title: 'Inspiring leaders: guidance for NHS talent and leadership plans',
    publisher: 'Department of Health',
    published: '2009',
  },
  {
    code: 'ahp-leaders-2019',
    title: 'Developing allied health professional leaders: a guide for trust boards and clinicians',
    publisher: 'NHS England and NHS Improvement',
    published: 'October 2019',
  },
  {
    code: 'clinical-leadership-2019',
    title: 'Clinical leadership – a framework for action',
    publisher: 'NHS Improvement',
    published: 'January 2019',
  },
  {
    code: 'esr',
    title: 'NHS Electronic Staff Record: staff groups and job roles',
    publisher: 'NHS Business Services Authority',
    published: 'undated',
  },
];
