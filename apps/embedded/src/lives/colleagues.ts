import type { Organisation, PersonInput, Registration, Table, MeetingMode } from '@evenhand/people';

/** Reads `colleagues.csv`, which this demonstration wrote itself. @throws Error where it names an organisation that is not there */
export function readColleagues(
  { columns, rows }: Table,
  organisations: readonly Organisation[],
): readonly PersonInput[] {
  const ids = new Map(organisations.map(({ id, name }) => [name, id]));
  return rows.map((row): PersonInput => {
    const cell = (column: string): string => row[columns.indexOf(column)]!;
    const organisationId = ids.get(cell('organisation'));
    if (organisationId === undefined) throw new Error(`There is no organisation ${cell('organisation')}.`);
    const manager = cell('line_manager');
    return {
      reference: cell('id'),
      name: cell('name'),
      email: cell('email'),
      background: {
        profession: cell('profession'),
        registration: cell('registration') as Registration,
      },
      posts: [
        {
          organisationId,
          region: cell('region'),
          grade: cell('grade'),
          stage: cell('stage'),
          ...(manager === '' ? {} : { lineManager: manager }),
        },
      ],
      languages: cell('languages').split(';'),
      mode: cell('mode') as MeetingMode,
      consent: cell('consent') === 'yes',
      active: cell('active') === 'yes',
    };
  });
}
