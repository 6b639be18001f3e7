import { runEvenhand, runHere } from './evenhand-command';
import { aMenteeRow, aMentorRow } from './people-rows';
import { WorkingFolder } from './working-folder';

const PEOPLE = ['--mentees', 'mentees.csv', '--mentors', 'mentors.csv'];

describe('wrong use', () => {
  it.each<[what: string, args: string[], line: string]>([
    ['a command that is none', ['marry'], "error: unknown command 'marry'"],
    ['a command that is nearly one', ['mach'], "error: unknown command 'mach'\n(Did you mean match?)"],
    ['an option that is none', ['solve', '--fast'], "error: unknown option '--fast'"],
    ['no mentees', ['match', '--out', 'out'], "error: required option '--mentees <file>' not specified"],
    [
      'no folder for what comes of it',
      ['match', ...PEOPLE],
      "error: required option '--out <folder>' not specified",
    ],
    [
      'an option without its value',
      ['match', ...PEOPLE, '--out', 'out', '--seed'],
      "error: option '--seed <text>' argument missing",
    ],
    [
      'one word too many',
      ['match', ...PEOPLE, '--out', 'out', 'today'],
      "error: too many arguments for 'match'. Expected 0 arguments but got 1.",
    ],
  ])('%s: exit code 2, and the line that says so', async (_, args, line) => {
    const folder = new WorkingFolder();
    folder.writePeople([aMenteeRow()], [aMentorRow()]);
    const before = folder.contents();
    expect(await folder.runHere(args)).toEqual({ code: 2, out: '', err: `${line}\n` });
    expect(folder.contents()).toEqual(before);
    folder.remove();
  });

  it('no command at all: exit code 2, and how it is used', () => {
    const { code, out, err } = runEvenhand([]);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toMatch(/^Usage: evenhand /);
  });

  it('is one JSON document where that is asked for', async () => {
    const { code, out } = await runHere(['match', '--json'], '.');
    expect(code).toBe(2);
    expect(JSON.parse(out)).toMatchObject({
      error: { problems: [expect.stringContaining("required option '--mentees <file>' not specified")] },
    });
  });
});

describe('help that is asked for', () => {
  it.each([[['--help']], [['help']], [['match', '--help']], [['help', 'solve']], [['solve', '-h']]])(
    'evenhand %j: exit code 0, on standard output',
    async (args) => {
      const { code, out, err } = await runHere(args, '.');
      expect({ code, err }).toEqual({ code: 0, err: '' });
      expect(out).toMatch(/^Usage: evenhand /);
    },
  );

  it('names every option of match', () => {
    const { code, out, err } = runEvenhand(['match', '--help']);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    const options = Array.from(out.matchAll(/^ {2}(?:-h, )?(--[a-z]+)/gm), ([, option]) => option);
    expect(options).toEqual([
      ...['--mentees', '--mentors', '--out', '--rules', '--map', '--catalogue', '--baseline'],
      ...['--earlier', '--date', '--seed', '--json', '--help'],
    ]);
  });
});
