import { aMenteeRow, aMentorRow, PROGRAMME } from './people-rows';
import { WorkingFolder } from './working-folder';

let folder: WorkingFolder;

beforeEach(() => {
  folder = new WorkingFolder();
});

afterEach(() => {
  folder.remove();
});

describe('what people wrote themselves', () => {
  it('is never a formula in a file that goes into a spreadsheet', () => {
    const name = `=cmd|' /C calc'!A0`;
    const organisation = '@SUM(1+1)*cmd|\nwhatever';
    folder.writePeople(
      [
        aMenteeRow({ id: 'ana', name, organisation, email: '-ana@example.org' }),
        aMenteeRow({ id: 'ben', name, organisation, email: '+44@example.org' }),
      ],
      [aMentorRow({ name, organisation, email: '=max@example.org' })],
    );
    expect(folder.match('out')).toMatchObject({ code: 0, err: '' });
    const cells = ['matches.csv', 'unmatched.csv', 'access.csv', 'places.csv'].flatMap((file) =>
      folder.table('out', file).flatMap((row) => Object.values(row)),
    );
    expect(cells.filter((cell) => /^[=+\-@\t\r\n]/.test(cell))).toEqual([]);
    const emails = ['-ana@example.org', '+44@example.org', '=max@example.org'];
    expect(cells).toEqual(
      // A name is one line, however it was typed.
      expect.arrayContaining([name, '@SUM(1+1)*cmd| whatever', ...emails].map((written) => `'${written}`)),
    );
  });

  it('is stored and shown nowhere where the column is not ours: no answer of identity', () => {
    const canary = { ethnicity: 'CANARY-ethnicity', 'Sexual orientation': 'CANARY-orientation' };
    const mentees = PROGRAMME.mentees.map((row) => ({ ...row, ...canary }));
    const mentors = PROGRAMME.mentors.map((row) => ({ ...row, religion: 'CANARY-religion' }));
    folder.writePeople(mentees, mentors);
    const { code, out, err } = folder.match('out');
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out.split('\n').filter((line) => line.startsWith('Note: '))).toEqual([
      'Note: mentees.csv: ignored columns: ethnicity, Sexual orientation',
      'Note: mentors.csv: ignored columns: religion',
    ]);
    const told = [out, folder.match('out', '--json').out, ...Object.values(folder.contents('out'))];
    expect(told).toHaveLength(2 + 8);
    expect(told.join()).not.toContain('CANARY');
  });

  it('is kept out of a refusal too', () => {
    const canary = { ethnicity: 'CANARY-ethnicity' };
    folder.writePeople([aMenteeRow({ ...canary, stage: '9' })], [aMentorRow()]);
    const { code, out, err } = folder.match('out', '--json');
    expect({ code, err }).toEqual({
      code: 2,
      err: 'mentees.csv: row 2, column stage: "9" is no stage: F, 1, 2, 3, 4 (evenhand catalogue lists all)\n',
    });
    expect(out).not.toContain('CANARY');
  });
});
