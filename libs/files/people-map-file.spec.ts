import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { InputRefused } from '@evenhand/kernel';
import { readPeopleMapFile } from './people-map-file';

const FORMAT = 'evenhand.people-map/1';

let folder: string;
let file: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'evenhand-map-'));
  file = join(folder, 'map.json');
});

afterEach(() => {
  rmSync(folder, { recursive: true });
});

function refused(content: unknown): readonly string[] {
  writeFileSync(file, JSON.stringify(content));
  try {
    readPeopleMapFile(file);
  } catch (error) {
    if (error instanceof InputRefused) {
      return error.problems.map((line) => line.replace(`${file}: `, ''));
    }
    throw error;
  }
  return [];
}

describe('a file that maps columns', () => {
  it('is read with every kind of rule', () => {
    const mentees = {
      id: { from: 'e-mail', derive: 'id' },
      name: { from: ['first', 'last'], with: ' ' },
      region: { constant: 'London' },
      stage: { from: 'level', values: { Lead: '2' }, before: '', after: '' },
      waiting_since: { from: 'asked on', derive: 'day' },
    };
    writeFileSync(file, JSON.stringify({ format: FORMAT, mentees }));
    expect(readPeopleMapFile(file)).toMatchObject({ mentees });
  });

  it.each<[string, unknown, string]>([
    ['another format', { format: 'evenhand.rules/1' }, 'format'],
    ['a member that it does not know', { format: FORMAT, people: {} }, 'the file'],
    ['a column that is not ours', { format: FORMAT, mentees: { religion: { from: 'x' } } }, 'mentees'],
    [
      "a mentor's column for mentees",
      { format: FORMAT, mentees: { capacity: { constant: '1' } } },
      'mentees',
    ],
    [
      'a member of a rule that it does not know',
      { format: FORMAT, mentors: { id: { from: 'x', to: 'y' } } },
      'mentors.id',
    ],
    ['an empty heading', { format: FORMAT, mentors: { id: { from: ' ' } } }, 'mentors.id.from'],
    ['no heading', { format: FORMAT, mentors: { id: { from: [] } } }, 'mentors.id.from'],
    [
      'another derivation',
      { format: FORMAT, mentors: { id: { from: 'x', derive: 'age' } } },
      'mentors.id.derive',
    ],
    [
      'a value twice',
      { format: FORMAT, mentors: { stage: { from: 'x', values: { A: '1', 'a ': '2' } } } },
      'mentors.stage.values',
    ],
  ])('is refused for %s, naming the member', (_, content, member) => {
    const told = refused(content);
    expect(told).toHaveLength(1);
    expect(told[0]).toMatch(new RegExp(`^${member}[^:]*: .`));
  });

  it('may list values that differ in a hyphen: only headings are compared without', () => {
    const stage = { from: 'level', values: { 'A-1': '1', 'A 1': '2' } };
    expect(refused({ format: FORMAT, mentors: { stage } })).toEqual([]);
  });

  it.each<[string, unknown]>([
    ['neither a source nor a constant', {}],
    ['both', { from: 'x', constant: 'y' }],
    ['a constant that is shaped', { constant: 'y', before: 'z' }],
  ])('is refused for a rule with %s', (_, rule) => {
    expect(refused({ format: FORMAT, mentees: { id: rule } })).toEqual([
      'mentees.id: expected either "from", with what shapes it, or "constant" alone',
    ]);
  });
});
