import { ROLES } from '@evenhand/identity';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DEMONSTRATION_PEOPLE } from './demonstration-people';

const FOLDER = join(__dirname, '..', '..', 'demonstration');
const rowsOf = (file: string) => readFileSync(join(FOLDER, file), 'utf8').split('\n');

describe('the people of the demonstration', () => {
  it('are one for each role, each with a name of their own at the provider', () => {
    expect(DEMONSTRATION_PEOPLE.map(({ role }) => role)).toEqual(ROLES);
    for (const name of ['subject', 'email', 'staffId', 'name'] as const) {
      expect(new Set(DEMONSTRATION_PEOPLE.map((person) => person[name])).size).toBe(ROLES.length);
    }
  });

  it('stand in the programme where their role comes from being in it, and nowhere else', () => {
    const files = { mentees: rowsOf('mentees.csv'), mentors: rowsOf('mentors.csv') };
    const found = DEMONSTRATION_PEOPLE.map(({ name, email, role }) => [
      role,
      ...(['mentees', 'mentors'] as const).filter((file) =>
        files[file].some((row) => row.includes(`,${name},${email},`)),
      ),
    ]);
    expect(found).toEqual([
      ['aspiring_leader', 'mentees'],
      ['mentor', 'mentors'],
      ...[['coordinator'], ['hr_auditor'], ['talent_board'], ['platform_admin']],
    ]);
  });

  it('audit an organisation that stands in the programme', () => {
    const audited = DEMONSTRATION_PEOPLE.filter(({ organisation }) => organisation !== undefined);
    expect(audited.map(({ role }) => role)).toEqual(['hr_auditor']);
    expect(rowsOf('mentees.csv').some((row) => row.includes(`,${audited[0]!.organisation!},`))).toBe(true);
  });

  it('have addresses to which no mail can arrive', () => {
    expect(DEMONSTRATION_PEOPLE.filter(({ email }) => !/^[a-z.]+@example\.nhs\.test$/.test(email))).toEqual(
      [],
    );
  });
});
