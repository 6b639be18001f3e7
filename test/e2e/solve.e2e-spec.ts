import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { shuffled } from './people-rows';
import { WorkingFolder } from './working-folder';

const VECTORS = join(__dirname, '..', 'vectors', 'allocation');

interface Problem {
  readonly mentees: readonly object[];
  readonly mentors: readonly object[];
  readonly edges: readonly (readonly [mentee: number, mentor: number, score: number])[];
  readonly equity: { readonly prior?: Readonly<Record<string, object>> };
}

interface Result {
  readonly assignments: unknown;
  readonly summary: Readonly<Record<'matched' | 'rates' | 'priority' | 'score' | 'tie', unknown>>;
}

function vector(file: string): unknown {
  return JSON.parse(readFileSync(join(VECTORS, file), 'utf8'));
}

/** The same problem, everything of it listed in another order. */
function mixed(problem: Problem, seed: string): Problem {
  const mentees = shuffled([...problem.mentees.keys()], `${seed} mentees`);
  const mentors = shuffled([...problem.mentors.keys()], `${seed} mentors`);
  const members = {
    ...problem,
    mentees: mentees.map((mentee) => reversed(problem.mentees[mentee]!)),
    mentors: mentors.map((mentor) => reversed(problem.mentors[mentor]!)),
    edges: shuffled(problem.edges, `${seed} edges`).map(
      ([mentee, mentor, score]) => [mentees.indexOf(mentee), mentors.indexOf(mentor), score] as const,
    ),
    equity: { ...problem.equity, ...(problem.equity.prior && { prior: reversed(problem.equity.prior) }) },
  };
  return reversed(members);
}

/** The same members, the last one first. */
function reversed<Value extends object>(value: Value): Value {
  return Object.fromEntries(Object.entries(value).reverse()) as Value;
}

let folder: WorkingFolder;

beforeEach(() => {
  folder = new WorkingFolder();
});

afterEach(() => {
  folder.remove();
});

describe('the public cases, solved from the command line', () => {
  const expected = Object.entries(vector('expected.json') as Readonly<Record<string, object>>);

  it('are all known', () => {
    const problems = readdirSync(VECTORS).filter((file) => file.endsWith('.problem.json'));
    expect(expected.map(([name]) => `${name}.problem.json`).sort()).toEqual(problems.sort());
  });

  it.each(expected)(
    '%s has the expected result in every field, also in another order',
    async (name, answer) => {
      const asGiven = await folder.runHere(['solve', join(VECTORS, `${name}.problem.json`)]);
      expect(asGiven).toMatchObject({ code: 0, err: '' });
      const { assignments, summary } = JSON.parse(asGiven.out) as Result;
      const { matched, priority, score, tie } = summary;
      const rates = 'rates' in summary ? { rates: summary.rates } : {};
      // Where the answer names no priority, every priority of the problem is 0.
      expect({ matched, ...rates, priority, score, tie, assignments }).toEqual({ priority: 0, ...answer });

      const problem = vector(`${name}.problem.json`) as Problem;
      for (const seed of ['first', 'second']) {
        folder.write({ 'mixed.json': JSON.stringify(mixed(problem, seed), null, 2) });
        expect(await folder.runHere(['solve', 'mixed.json'])).toEqual(asGiven);
      }
    },
  );
});

describe('one problem', () => {
  const tiny = join(VECTORS, 'tiny.problem.json');

  it('comes from a file or from standard input, and its result goes to standard output or to a file', async () => {
    const fromFile = folder.run(['solve', tiny]);
    expect(fromFile.code).toBe(0);
    expect(await folder.runHere(['solve', tiny])).toEqual(fromFile);
    const input = readFileSync(tiny);
    expect(folder.run(['solve'], input)).toEqual(fromFile);
    expect(folder.run(['solve', '-'], input)).toEqual(fromFile);
    expect(folder.run(['solve', '--out', 'result.json'], input)).toEqual({
      code: 0,
      out: 'Matched 4 of 9. The result is in result.json.\n',
      err: '',
    });
    expect(folder.contents()).toEqual({ 'result.json': fromFile.out });
  });

  it('may start with a byte order mark, as some editors write it', () => {
    const marked = Buffer.concat([Buffer.from('\uFEFF'), readFileSync(tiny)]);
    expect(folder.run(['solve'], marked)).toEqual(folder.run(['solve', tiny]));
  });

  it('may have nobody in it', () => {
    const nobody = { format: 'evenhand.problem/1', seed: 's', mentees: [], mentors: [], edges: [] };
    const { code, out, err } = folder.run(['solve'], JSON.stringify(nobody));
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(JSON.parse(out)).toMatchObject({ assignments: [], summary: { matched: 0, groups: {} } });
  });

  it('may go to a reader who closes the pipe early', () => {
    const script = '{ "$0" "$1" solve "$2"; echo $? >&2; } | true';
    expect(folder.shell(script, tiny)).toEqual({ code: 0, out: '', err: '0\n' });
  });

  it('says in JSON, where that is asked for, that its result went to a file', () => {
    const { code, out, err } = folder.run(['solve', tiny, '--out', 'result.json', '--json']);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(() => JSON.parse(out) as unknown).not.toThrow();
  });
});
