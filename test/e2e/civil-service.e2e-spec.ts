import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { WorkingFolder } from './working-folder';

const REPOSITORY = join(__dirname, '..', '..');
const EXAMPLES = join(REPOSITORY, 'docs', 'examples');
/** The sample of the Civil Service's own matching program, beside the repository where somebody has put it. */
const SAMPLE = join(REPOSITORY, '..', 'shared', 'vectors', 'people', 'civil-service');

/** What nobody may find anywhere in what is written or told. */
const IDENTITY =
  /gay|lesbian|bisexual|pansexual|transgender|non-binary|asexual|aromantic|disabled|carer|muslim|ethnic|my name is|some role/i;
const PROFESSIONS = ['digital_and_data', 'human_resources', 'operational_delivery', 'policy', 'security'];

let folder: WorkingFolder;

beforeEach(() => {
  folder = new WorkingFolder();
});

afterEach(() => {
  folder.remove();
});

/** Matches a pair of files in the Civil Service's headings, and gives what is told. */
function match(people: { readonly mentees: string; readonly mentors: string }): string {
  const { code, out, err } = folder.run([
    'match',
    ...['--mentees', people.mentees, '--mentors', people.mentors, '--out', 'out', '--date', '2026-11-20'],
    ...['--map', join(EXAMPLES, 'civil-service-map.json')],
    ...['--catalogue', join(EXAMPLES, 'civil-service-catalogue.json')],
  ]);
  expect({ code, err }).toEqual({ code: 0, err: '' });
  return out;
}

/** Code, asked and matched of every profession that `access.csv` reports. */
function professions(): [code: string, asked: number, matched: number][] {
  return folder
    .table('out', 'access.csv')
    .filter((row) => row['level'] === 'profession')
    .map((row) => [row['code']!.split('/')[1]!, Number(row['asked']), Number(row['matched'])]);
}

function expectNoIdentity(told: string, ...sources: readonly string[]): void {
  for (const source of sources) {
    expect(readFileSync(source, 'utf8')).toMatch(IDENTITY);
  }
  for (const text of [told, ...Object.values(folder.contents('out'))]) {
    // The headings of columns that were not read are named; what stands below them is not.
    expect(text!.replace(/^Note: .*: ignored columns: .*$/gm, '')).not.toMatch(IDENTITY);
  }
}

describe('the example of a file in the Civil Service’s headings', () => {
  const people = {
    mentees: join(EXAMPLES, 'civil-service-mentees.csv'),
    mentors: join(EXAMPLES, 'civil-service-mentors.csv'),
  };

  it('is matched as far as its places reach, at the next grade up', () => {
    expect(match(people).split('\n')[0]).toBe(
      '12 people asked for a mentor: 10 matched. 10 mentors offered 10 places: 0 free.',
    );
    const grades = ['aa', 'ao', 'eo', 'heo', 'seo', 'g7', 'g6', 'scs1', 'scs2', 'scs3', 'scs4'];
    for (const row of folder.table('out', 'matches.csv')) {
      const [, asked = '', practised = ''] = /asked at stage (\w+), practised at stage (\w+)/.exec(
        row['helps_with']!,
      )!;
      expect(grades.indexOf(practised)).toBeGreaterThanOrEqual(grades.indexOf(asked));
    }
    expect(folder.table('out', 'unmatched.csv').map((row) => row['reason'])).toEqual([
      'places_taken',
      'places_taken',
    ]);
  });

  it('is reported by its own professions, evenly', () => {
    match(people);
    expect(professions()).toEqual([
      ['digital_and_data', 2, 2],
      ['human_resources', 2, 2],
      ['operational_delivery', 4, 2],
      ['policy', 2, 2],
      ['security', 2, 2],
    ]);
  });

  it('leaves no answer of identity anywhere', () => {
    const told = match(people);
    expect(told.match(/^Note: .*$/gm)).toEqual([
      `Note: ${people.mentees}: ignored columns: both mentor and mentee, job title, match with similar identity, identity to match, biography`,
      `Note: ${people.mentors}: ignored columns: both mentor and mentee, job title, characteristics, biography`,
    ]);
    expectNoIdentity(told, people.mentees, people.mentors);
  });
});

if (existsSync(SAMPLE)) {
  describe('the sample of the Civil Service’s own program', () => {
    it('is matched whole, reported by profession, and leaves no answer of identity anywhere', () => {
      const people = { mentees: join(SAMPLE, 'mentees.csv'), mentors: join(SAMPLE, 'mentors.csv') };
      const told = match(people);
      expect(folder.table('out', 'matches.csv')).toHaveLength(50);
      expect(folder.table('out', 'unmatched.csv')).toEqual([]);
      const asked = professions();
      expect(asked.map(([code]) => code)).toEqual(PROFESSIONS);
      expect(asked).toEqual(asked.map(([code, count]) => [code, count, count]));
      expectNoIdentity(told, people.mentees, people.mentors);
    });
  });
}
