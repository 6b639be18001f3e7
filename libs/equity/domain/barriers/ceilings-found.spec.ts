import { DEFAULT_DISCLOSURE_POLICY } from '@evenhand/disclosure';
import type { EquityReport } from '../reports/equity-report';
import { ceilingsFound } from './ceilings-found';

const column = (code: string, title: string, kind: 'text' | 'count' | 'ratio') => ({ code, title, kind });
const REPORT: EquityReport = {
  window: { months: 24, firstDay: '2024-10-02', lastDay: '2026-10-01' },
  notes: [],
  sections: [
    { code: 'access-by-stage', title: 'Access', sentence: 'Other.', table: { columns: [], rows: [] } },
    {
      ...{ code: 'ceilings-by-profession', title: 'Where each profession stops', sentence: 'A ceiling.' },
      table: {
        columns: [
          ...[column('label', 'Profession', 'text'), column('at_1', 'First', 'count')],
          ...[column('at_2', 'Second', 'count'), column('beyond_1', 'Beyond First', 'ratio')],
          column('stops_at', 'Stops at', 'text'),
        ],
        rows: [
          ['Midwives', 300, 10, 0.4, 'First'],
          ['Dietitians', 40, null, null, 'None found'],
          ['Paramedics', 50, null, null, 'Not told'],
        ],
      },
    },
  ],
  counts: {
    people: { dimensions: [], measures: [], parts: [], tables: [] },
    supply: { dimensions: [], measures: [], parts: [], tables: [] },
  },
  policy: DEFAULT_DISCLOSURE_POLICY,
};

describe('Ceilings found in a report', () => {
  it('say of each group where it stops, with the figures that were released', () => {
    expect(ceilingsFound(REPORT)).toEqual({
      sentence: 'A ceiling.',
      groups: [
        {
          ...{ group: 'Midwives', found: 'stops', stopsAt: 'First' },
          steps: [
            { stage: 'First', headcount: 300, beyond: 0.4 },
            { stage: 'Second', headcount: 10, beyond: null },
          ],
        },
        {
          ...{ group: 'Dietitians', found: 'none' },
          steps: [
            { stage: 'First', headcount: 40, beyond: null },
            { stage: 'Second', headcount: null, beyond: null },
          ],
        },
        {
          ...{ group: 'Paramedics', found: 'not_told' },
          steps: [
            { stage: 'First', headcount: 50, beyond: null },
            { stage: 'Second', headcount: null, beyond: null },
          ],
        },
      ],
    });
  });
});
