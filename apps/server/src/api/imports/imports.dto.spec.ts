import { importInput } from './imports.dto';

describe('What is imported', () => {
  const programmeId = '00000000-0000-4000-8000-000000000001';
  const TABLE = { columns: ['id'], rows: [['p1']] };

  it.each(['mentees', 'mentors'] as const)('is of %s alone where nothing else is handed in', (kind) => {
    expect(importInput({ programmeId, [kind]: 'id\np1\n' })).toEqual({
      programmeId,
      [kind]: { name: kind, ...TABLE },
    });
  });
});
